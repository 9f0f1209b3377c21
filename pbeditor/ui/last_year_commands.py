"""The commands about last year as records: taking over its text, putting its file in, and the comparison on paper."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pbeditor.ui.actions import Action, is_open

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow


def edits(menu: str) -> Iterator[Action]:
    """What is done to the document."""
    yield Action(
        "take_last_year", menu, "用上年的文字(&Y)", lambda w: w.aids.last_year.take_over(), "F7", _has_last_year, "take"
    )
    yield Action(
        "put_last_year",
        menu,
        "选择上年的文件(&K)…",
        lambda w: w.aids.last_year.choose(),
        "",
        is_open,
        "last-year",
    )


def exports(menu: str) -> Iterator[Action]:
    """The comparison as a file for the leader."""
    for suffix, name, text in (
        (".docx", "word", "与上年对比表 Word(&B)…"),
        (".xlsx", "excel", "与上年对比表 Excel(&D)…"),
    ):
        yield Action(
            f"comparison_{name}",
            menu,
            text,
            _exporting(suffix),
            "",
            _has_last_year,
            "export",
            short=f"导出 {name.title()}",
        )


def _exporting(suffix: str) -> Callable[["MainWindow"], object]:
    return lambda window: window.outputs.export_comparison(suffix)


def _has_last_year(window: "MainWindow") -> bool:
    return is_open(window) and window.session.document.last_year is not None
