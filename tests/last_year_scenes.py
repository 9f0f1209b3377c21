"""Both years beside each other, from the sample, which has last year's document inside."""

from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON
from pbeditor.ui.pages.comparison_page import ComparisonPage


def beside(window: MainWindow, path: str) -> None:
    """The panel beside the field at `path`."""
    window.commands["show_last_year"].trigger()
    window.session.go_to(path)


def page(window: MainWindow) -> None:
    """The page with the first project opened."""
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

    document = window.session.document
    assert document.last_year is not None
    show_comparison(document.last_year, document, window.session.form, ("昨天的备份", "现在打开的文件"), window)
