"""What is to be printed: the pages of a document or of some of its projects."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from pbeditor.model.form import Layout
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.page import Page
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.style import styled
from pbeditor.store import disk
from pbeditor.ui.dialogs.files import file_to_write
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf import pages_as_pdf, title_of
from pbeditor.ui.session import Session
from pbeditor.ui.trying import tried
from pbeditor.work.file_names import safe_name


class Printout(Struct, frozen=True):
    """Pages with all that is needed to draw them; `name` is what a file of them may be called, without its ending."""

    pages: tuple[Page, ...]
    layout: Layout
    measure: QtMeasure
    title: str = ""
    name: Path = Path("绩效文本")


def printout_of(session: Session, measure: QtMeasure, projects: Sequence[str] | None = None) -> Printout:
    """The whole open document, or the tables of the projects with these ids."""
    layout = styled(session.form, session.style).layout
    block_sheet = lay_out(session.document, session.form, projects, session.style)
    title = title_of(block_sheet)
    name = session.path.with_suffix("") if session.path else Path.home() / (safe_name(title) or "绩效文本")
    return Printout(paginate(block_sheet, layout, measure), layout, measure, title or name.name, name)


def save_pdf(printout: Printout, parent: QWidget, *, draft: bool = False) -> Path | None:
    """Ask for a file and write the pages to it; None if none was written."""
    proposed = printout.name.with_name(f"{printout.name.name}.pdf")
    path = file_to_write(parent, "导出 PDF 文件", proposed, "PDF 文件")
    if path is None:
        return None

    def write() -> None:
        data = pages_as_pdf(printout.pages, printout.layout, printout.measure, title=printout.title, draft=draft)
        disk.write(path, data)

    return path if tried(parent, write) else None
