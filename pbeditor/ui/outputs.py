"""The ways out of a document: Word, Excel, PDF and paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pbeditor.edit.comparison import compare
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Sheet
from pbeditor.store import disk
from pbeditor.ui.dialogs import files as choices
from pbeditor.ui.files import Files
from pbeditor.ui.memory import Memory
from pbeditor.ui.session import Session
from pbeditor.ui.trying import tried


class Outputs(QObject):
    """Exports and prints the open document; nothing wrong in it stands in the way."""

    written = Signal(str, object)  # a sentence for the status bar, and the file

    def __init__(self, session: Session, files: Files, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._memory, self._window = session, files, memory, window

    def export(self, suffix: str) -> None:
        """Ask for a file and write the document to it as .docx, .xlsx or .pdf."""
        from pbeditor.work.exporting import FORMATS

        kind = next(each.name for each in FORMATS if each.suffix == suffix)
        self._ask_and_write(f"导出 {kind}", self._files.proposed(suffix), kind, self._write, self._remaining)

    def export_problems(self) -> None:
        """Ask for a file and write the findings to it as a Word list."""
        from pbeditor.work.problem_list import write_problem_list

        proposed = self._files.proposed(".docx")
        self._ask_and_write(
            "导出问题清单",
            proposed.with_stem(f"{proposed.stem}问题清单"),
            "Word 文档",
            lambda path: write_problem_list(self._session.checked, path),
        )

    def export_comparison(self, suffix: str) -> None:
        """Ask for a file and write the comparison with last year to it as .docx or .xlsx."""
        from pbeditor.work.exporting import FORMATS

        kind = next(each.name for each in FORMATS if each.suffix == suffix)
        proposed = self._files.proposed(suffix)
        path = proposed.with_stem(f"{proposed.stem}与上年对比")
        self._ask_and_write("导出与上年对比表", path, kind, self._write_comparison)

    def preview(self, selected: Sequence[str] = ()) -> None:
        """The pages as they will print, in a window of their own; `selected` are projects by id."""
        from pbeditor.ui.paper.print_preview import PrintPreviewDialog

        self._session.commit_requested.emit()
        PrintPreviewDialog(self._session, self._window, selected).exec()

    def print(self) -> None:
        """Ask for a printer and print."""
        from pbeditor.ui.paper.printing import print_document

        self._session.commit_requested.emit()
        print_document(self._session, self._window)

    def _ask_and_write(
        self,
        title: str,
        proposed: Path,
        kind: str,
        write: Callable[[Path], None],
        remark: Callable[[], str] = str,
    ) -> None:
        self._session.commit_requested.emit()
        path = choices.file_to_write(self._window, title, proposed, kind)
        if path and tried(self._window, lambda: write(path)):
            self._memory.remember(folder=str(path.absolute().parent))
            self.written.emit(f"已导出“{path.name}”{remark()}", path)

    def _write_comparison(self, path: Path) -> None:
        from pbeditor.work.comparison import write_comparison

        document = self._session.document
        if document.last_year is not None:
            comparison = compare(document.last_year, document, by_id=True)
            write_comparison(comparison, self._session.form, path)

    def _remaining(self) -> str:
        errors = self._session.checked.counts["error"]
        return f"，仍有 {errors} 个错误" if errors else ""

    def _write(self, path: Path) -> None:
        from pbeditor.work.exporting import Wish, export

        own = self._memory.settings.reference
        wish = Wish(None, disk.read(Path(own)) if own and path.suffix == ".docx" else None, self._session.style)
        export(self._session.document, self._session.form, path, _draw_pdf, wish)


def _draw_pdf(sheet: Sheet, form: Form) -> bytes:
    from pbeditor.ui.paper.pdf import pdf_bytes

    return pdf_bytes(sheet, form)
