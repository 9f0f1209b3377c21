"""What is to be printed: the pages of a document or of some of its projects."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from pbeditor.model.form import Layout
from pbeditor.model.progress import Listener, heard_by
from pbeditor.model.steps import CountedSteps
from pbeditor.sheet.lay_out import lay_out, laying_out, project_title
from pbeditor.sheet.page import Page
from pbeditor.sheet.pages import paginate, paginating
from pbeditor.sheet.style import styled
from pbeditor.store import disk
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs.file_choices import file_to_write
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf import pages_as_pdf
from pbeditor.ui.session import Session
from pbeditor.work.exporting import without_collecting
from pbeditor.work.file_names import safe_name


class Printout(Struct, frozen=True):
    """Pages with all that is needed to draw them; `name` is what a file of them may be called, without its ending."""

    pages: tuple[Page, ...]
    layout: Layout
    measure: QtMeasure
    title: str = ""
    name: Path = Path("绩效文本")
    draft: bool = False


def printout_of(
    session: Session,
    measure: QtMeasure,
    projects: Sequence[str] | None = None,
    pages: tuple[Page, ...] | None = None,
) -> Printout:
    """The whole open document, or the tables of the projects with these ids; `pages` are those set already."""
    layout = styled(session.form, session.style).layout
    if pages is None:
        pages = paginate(lay_out(session.document, session.form, projects, session.style), layout, measure)
    title = _title(session, projects)
    name = session.path.with_suffix("") if session.path else Path.home() / (safe_name(title) or "绩效文本")
    return Printout(pages, layout, measure, title or name.name, name, session.style.draft)


def steps_of(session: Session, measure: QtMeasure, projects: Sequence[str] | None) -> CountedSteps[tuple[Page, ...]]:
    """The setting of the same pages in steps."""
    layout = styled(session.form, session.style).layout
    block_sheet = yield from laying_out(session.document, session.form, projects, session.style)
    return (yield from paginating(block_sheet, layout, measure))


def ask_pdf(printout: Printout, parent: QWidget) -> tuple[Path, Task] | None:
    """Ask for a file; the work that writes the pages to it, not yet begun; None if no file was named."""
    proposed = printout.name.with_name(f"{printout.name.name}.pdf")
    path = file_to_write(parent, "导出 PDF 文件", proposed, "PDF 文件")
    return (path, pdf_task(printout, path)) if path else None


def pdf_task(printout: Printout, path: Path) -> Task:
    """The work that writes the pages to a file, not yet begun; it gives the path."""

    def work(listener: Listener) -> Path:
        with heard_by(listener), without_collecting():
            # In a function of its own, so that all it made has gone before Python looks for rings again.
            _write(printout, path)
            return path

    return Task(work)


def _write(printout: Printout, path: Path) -> None:
    measure = QtMeasure()  # the window goes on drawing with its own
    data = pages_as_pdf(printout.pages, printout.layout, measure, title=printout.title, draft=printout.draft)
    disk.write(path, data)


def _title(session: Session, projects: Sequence[str] | None) -> str:
    numbered = enumerate(session.document.projects, 1)
    if projects is not None and len(projects) == 1:
        found = (project_title(number, each, session.form) for number, each in numbered if each.id == projects[0])
        return next(found, session.document.title)
    return session.document.title
