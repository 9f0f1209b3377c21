"""The ways out of a document: Word, Excel, PDF and paper."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pbeditor.model.errors import FileError
from pbeditor.model.form import Form
from pbeditor.model.progress import Listener, heard_by
from pbeditor.sheet.sheet import Sheet
from pbeditor.store import disk
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs import file_choices, questions
from pbeditor.ui.dialogs.options import Options
from pbeditor.ui.files import Files
from pbeditor.ui.memory import Memory
from pbeditor.ui.session import Session

if TYPE_CHECKING:
    from pbeditor.work.exporting import Wish


class Outputs(QObject):
    """Exports and prints the open document; nothing wrong in it stands in the way."""

    written = Signal(str, object)  # a sentence for the status bar, and the files, a tuple of paths in one folder
    begun = Signal(object)  # a task that is to be watched, and started with that

    def __init__(self, session: Session, files: Files, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._memory, self._window = session, files, memory, window
        self._last = Options()

    def export(self, suffix: str, selected: Sequence[str] = ()) -> None:
        """Ask what and where to, and write .docx, .xlsx or .pdf; `selected` are projects by id."""
        from pbeditor.work.exporting import FORMATS

        self._session.commit_requested.emit()
        options = self._asked(suffix, selected)
        if options is None:
            return
        kind = FORMATS[suffix]
        proposed = self._files.proposed(suffix)
        if options.each:
            self._export_each(proposed, kind, options)
        else:
            self._export_one(proposed, kind, options)

    def export_problems(self) -> None:
        """Ask for a file and write the findings to it as a Word list."""
        from pbeditor.work.problem_list import write_problem_list

        self._session.commit_requested.emit()
        self._session.look()
        proposed, checked = self._files.proposed(".docx"), self._session.checked
        self._ask_and_write(
            "导出问题清单",
            proposed.with_stem(f"{proposed.stem}问题清单"),
            "Word 文档",
            lambda path: write_problem_list(checked, path),
        )

    def export_comparison(self, suffix: str) -> None:
        """Ask for a file and write the comparison with last year to it as .docx or .xlsx."""
        from pbeditor.edit.comparison import compare
        from pbeditor.work.comparison import write_comparison
        from pbeditor.work.exporting import FORMATS

        self._session.commit_requested.emit()
        document, form = self._session.document, self._session.form
        last_year = document.last_year
        if last_year is None:
            return
        kind = FORMATS[suffix]
        proposed = self._files.proposed(suffix)
        self._ask_and_write(
            "导出与上年对比表",
            proposed.with_stem(f"{proposed.stem}与上年对比"),
            kind,
            lambda path: write_comparison(compare(last_year, document, by_id=True), form, path),
        )

    def preview(self, selected: Sequence[str] = (), *, to_print: bool = False) -> None:
        """The pages as they will print, in a window of their own; `selected` are projects by id."""
        from pbeditor.ui.paper.print_preview import PrintPreviewDialog

        self._session.commit_requested.emit()
        dialog = PrintPreviewDialog(self._session, self._window, selected, self._memory)
        if to_print:
            dialog.print_button.setFocus()
        dialog.exec()
        dialog.deleteLater()

    def _ask_and_write(
        self, title: str, proposed: Path, kind: str, write: Callable[[Path], object], remark: str = ""
    ) -> None:
        """Ask for a file and write to it while the window goes on; `write` knows what, as it is now."""
        path = file_choices.file_to_write(self._window, title, proposed, kind)
        if path:
            sentence = f"已导出“{path.name}”{remark}"
            self._begin(lambda: write(path), lambda: self._tell_written((path,), sentence))

    def _begin(self, write: Callable[[], object], tell: Callable[[], None]) -> None:
        def work(listener: Listener) -> None:
            with heard_by(listener):
                write()

        task = Task(work)
        task.done.connect(lambda _: tell())
        task.failed.connect(self._tell_fault)
        self.begun.emit(task)

    def _asked(self, suffix: str, selected: Sequence[str]) -> Options | None:
        """The user's choices; those that fit every document are remembered for good, the others until the end."""
        from pbeditor.ui.dialogs import export_options

        session = self._session
        before = replace(self._last, style=session.style, reference=self._memory.settings.reference)
        before = replace(before, list_heads=self._memory.settings.list_heads)
        dialog = export_options.ExportOptionsDialog(
            session.document, session.form, suffix, before, selected, self._window
        )
        options = export_options.ask_options(dialog)
        if options:
            self._last = options
            style = replace(options.style, summary=False)
            self._memory.remember(reference=options.reference, list_heads=options.list_heads)
            session.dress(style)
        return options

    def _export_each(self, proposed: Path, kind: str, options: Options) -> None:
        """A file for each project beside the one that is named; nothing is written over unasked."""
        from pbeditor.work.export_each import export_each, planned, present

        session = self._session
        path = file_choices.file_to_write(self._window, "文件名（其后加序号和项目名称）", proposed, kind)
        files = planned(session.document, path, options.projects) if path else ()
        if not path or not files or not self._may_replace(present(files)):
            return
        document, form = session.document, session.form
        sentence = f"已导出 {len(files)} 个文件{self._remaining(options.projects)}"
        self._begin(
            lambda: export_each(document, form, files, _draw_pdf, _wish(path, options)),
            lambda: self._tell_written([each.path for each in files], sentence),
        )

    def _export_one(self, proposed: Path, kind: str, options: Options) -> None:
        from pbeditor.work.exporting import export

        document, form = self._session.document, self._session.form
        self._ask_and_write(
            f"导出 {kind}",
            proposed,
            kind,
            lambda path: export(document, form, path, _draw_pdf, _wish(path, options)),
            self._remaining(options.projects),
        )

    def _tell_written(self, paths: Sequence[Path], sentence: str) -> None:
        self._memory.remember(folder=str(paths[0].absolute().parent))
        self.written.emit(sentence, tuple(paths))

    def _tell_fault(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        questions.tell_fault(self._window, str(error))

    def _may_replace(self, there: Sequence[Path]) -> bool:
        return not there or questions.ask_replace(self._window, [path.name for path in there])

    def _remaining(self, projects: Sequence[str] | None) -> str:
        self._session.look()
        checked = self._session.checked
        found = checked.problems if projects is None else [one for each in projects for one in checked.of(each)]
        errors = sum(problem.severity == "error" for problem in found)
        return f"，仍有 {errors} 个错误" if errors else ""


def _wish(path: Path, options: Options) -> "Wish":
    from pbeditor.work.exporting import Wish

    own = options.reference if path.suffix.casefold() == ".docx" else ""
    reference = disk.read(Path(own)) if own else None
    return Wish(options.projects, reference, options.followed, options.comments, options.list_heads)


def _draw_pdf(sheet: Sheet, form: Form) -> bytes:
    from pbeditor.ui.paper.pdf import pdf_bytes

    return pdf_bytes(sheet, form)
