"""The library as a tree: narrowed by words and category, and followed without losing the selection."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from pbeditor.model.document import Target
from pbeditor.model.form import Form
from pbeditor.model.library import Entry
from pbeditor.ui.editors.entry_mime import FORMAT, brought
from pbeditor.ui.models.entry_tree import LIMIT, EntryTree
from pbeditor.ui.shelf import Source

COUNT = Entry("产出指标", "数量指标", "培训人数", "参加的人数", Target("≥", "50", "50人"), "计划", "去年.docx")
RATE = Entry("产出指标", "质量指标", "合格率", "培训合格的比例")
KNOWN = Entry("效果指标", "社会效益指标", "<b>知晓率")
SOURCES = (Source("本文档", (COUNT, RATE)), Source("我的指标库", (KNOWN,)), Source("常用指标", ()))


@pytest.fixture
def tree(hebei: Form) -> EntryTree:
    tree = EntryTree()
    QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal, tree)
    tree.show(SOURCES, "", hebei)
    return tree


def line(tree: EntryTree, source: int, row: int) -> QModelIndex:
    return tree.index(row, 0, tree.index(source, 0))


def names(tree: EntryTree) -> list[list[str]]:
    groups = [tree.index(row, 0) for row in range(tree.rowCount())]
    return [[str(tree.index(row, 0, group).data()) for row in range(tree.rowCount(group))] for group in groups]


def test_entries_stand_below_their_source_with_a_count(tree: EntryTree) -> None:
    assert names(tree) == [["培训人数", "合格率"], ["<b>知晓率"], []]
    assert [tree.index(row, 0).data() for row in range(3)] == ["本文档（2）", "我的指标库（1）", "常用指标（0）"]
    assert (tree.source(tree.index(1, 0)), tree.source(line(tree, 1, 0))) == ("我的指标库", "我的指标库")
    assert tree.count() == 3


def test_a_long_source_is_cut(tree: EntryTree, hebei: Form) -> None:
    many = tuple(Entry(name=f"指标{number}") for number in range(LIMIT + 1))
    tree.show((Source("本文档", many),), "", hebei)
    assert tree.rowCount(tree.index(0, 0)) == LIMIT
    assert tree.index(0, 0).data() == f"本文档（{LIMIT + 1}，显示前 {LIMIT}）"


def test_words_and_a_category_narrow_it(tree: EntryTree, hebei: Form) -> None:
    tree.show(SOURCES, "培训", hebei)
    assert names(tree) == [["培训人数", "合格率"], [], []]
    tree.show(SOURCES, "", hebei, ("产出指标", "质量指标"))
    assert names(tree) == [["合格率"], [], []]


def test_a_change_of_the_library_keeps_the_lines_that_stay(tree: EntryTree, hebei: Form) -> None:
    kept = QPersistentModelIndex(line(tree, 1, 0))
    resets: list[int] = []
    tree.modelReset.connect(lambda: resets.append(1))
    tree.show((SOURCES[0], Source("我的指标库", (COUNT, KNOWN)), SOURCES[2]), "", hebei)
    assert (kept.row(), kept.data()) == (1, "<b>知晓率")
    assert tree.index(1, 0).data() == "我的指标库（2）"
    tree.show((Source("本文档", ()), *SOURCES[1:]), "", hebei)
    assert names(tree) == [[], ["<b>知晓率"], []]
    assert resets == []


def test_a_tooltip_tells_all_as_plain_text(tree: EntryTree) -> None:
    shown = line(tree, 0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert all(
        part in shown
        for part in ("产出指标 › 数量指标", "参加的人数", "指标值：≥5050人", "依据：计划", "来源：去年.docx")
    )
    assert "&lt;b&gt;知晓率" in line(tree, 1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tree.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert line(tree, 0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "合格率，产出指标 › 质量指标，培训合格的比例"


def test_entries_can_be_dragged_and_sources_cannot(tree: EntryTree) -> None:
    assert tree.flags(line(tree, 0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not tree.flags(tree.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    data = tree.mimeData([line(tree, 0, 0), tree.index(0, 0), line(tree, 1, 0)])
    assert brought(data) == (COUNT, KNOWN)
    assert data.text() == "培训人数\t参加的人数\t≥5050人\n<b>知晓率\t\t"
    assert tree.mimeTypes() == [FORMAT]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'[{"other": 1}]'])
def test_a_drag_of_something_else_brings_nothing(content: bytes) -> None:
    data = QMimeData()
    data.setData(FORMAT, content)
    assert brought(data) == ()
