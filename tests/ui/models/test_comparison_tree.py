"""Lines of a comparison as a tree that finds its places again."""

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pbeditor.ui.models.comparison_rows import Line
from pbeditor.ui.models.comparison_tree import COLUMNS, ComparisonTree

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
BLANK = ("",) * (len(COLUMNS) - 1)
LINES = (
    Line("part/0", ("文档信息", *BLANK), "changed"),
    Line(
        "projects/a",
        ("甲", *BLANK),
        "changed",
        below=(Line("projects/a/0", ("指标一", *BLANK), "new"), Line("projects/a/1", ("指标二", *BLANK), "gone")),
    ),
    Line("projects/b", ("乙", *BLANK), "same"),
)


def test_lines_stand_under_their_projects(qapp: QApplication) -> None:
    model = ComparisonTree()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_lines(LINES)
    project = model.index(1, 0)
    assert [model.rowCount(), model.rowCount(project), model.rowCount(model.index(0, 0))] == [3, 2, 0]
    below = model.index(1, 0, project)
    assert (below.data(), below.parent()) == ("指标二", project)
    del tester


def test_places_are_found_by_their_keys() -> None:
    model = ComparisonTree()
    model.show_lines(LINES)
    for key in ("part/0", "projects/a/1", "projects/b"):
        line = model.line(model.index_of(key))
        assert line is not None
        assert line.key == key
    assert not model.index_of("projects/a/9").isValid()
    assert not model.index_of("projects/z").isValid()


def test_only_what_is_wanted_is_shown() -> None:
    model = ComparisonTree()
    model.show_lines(LINES)
    model.want(lambda line: line.kind == "same")
    assert [line.key for line in model.lines] == ["projects/b"]
    model.show_lines(LINES[:2])
    assert model.rowCount() == 0
