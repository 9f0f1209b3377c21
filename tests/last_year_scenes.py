"""A last year for the sample, so that pictures can show both years beside each other."""

from msgspec.structs import replace

from pbeditor.model.document import Budget, Document, Project, Target
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON
from pbeditor.ui.pages.comparison_page import ComparisonPage


def with_last_year(document: Document) -> Document:
    """The document with an earlier one inside: a project renamed, one new, one gone, amounts and values changed."""
    first, second, third, *others = document.projects
    rows = first.indicators
    old_rows = (
        replace(rows[0], target=Target("≥", "80", "80%及以上"), description="上年的说明"),
        *rows[1:-1],
        replace(rows[-1], id="gone-row", name="上年才有的指标"),
    )
    year = str(document.year)
    last = (
        replace(
            first,
            budget=Budget("3.50", "3.50", ""),
            indicators=old_rows,
            purpose=first.purpose.replace(year, str(document.year - 1)).replace("、", "和"),
            goals=first.goals.replace(year, str(document.year - 1)),
        ),
        replace(second, name="原来的项目名称", budget=Budget("100.00", "100.00", "")),
        *others,
        Project("gone", first.unit, "203-0499-JBN-0001", "办公楼外墙维修", Budget("1280.00", "1280.00", "")),
    )
    overall = tuple(
        replace(section, text=section.text.replace(year, str(document.year - 1))) for section in document.overall
    )
    del third  # it is this year's new project
    past = replace(document, year=document.year - 1, title=document.title.replace(year, str(document.year - 1)))
    return replace(document, last_year=replace(past, projects=last, overall=overall, last_year=None))


def beside(window: MainWindow, path: str) -> None:
    """The panel beside the field at `path`."""
    window.session.apply("放入上年的文件", with_last_year)
    window.commands["show_last_year"].trigger()
    window.session.go_to(path)


def page(window: MainWindow) -> None:
    """The page with the first project opened."""
    window.session.apply("放入上年的文件", with_last_year)
    window.tree.show_node(COMPARISON)
    shown = window.pages.currentWidget()
    assert isinstance(shown, ComparisonPage)
    view = shown.view
    rows = range(view.model.rowCount())
    index = next(view.model.index(row, 0) for row in rows if view.model.rowCount(view.model.index(row, 0)))
    view.tree.expand(index)
    view.tree.setCurrentIndex(index)
    view.tree.setFocus()


def dialog(window: MainWindow) -> None:
    """Two documents in the dialog."""
    from pbeditor.ui.dialogs.comparison import show_comparison

    document = with_last_year(window.session.document)
    assert document.last_year is not None
    show_comparison(document.last_year, document, ("昨天的备份", "现在打开的文件"), window)
