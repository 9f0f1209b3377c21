"""A file for each project."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.model.document import Document
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.model.progress import WRITING, tick
from pbeditor.work.exporting import EVERYTHING, DrawPdf, Wish, export
from pbeditor.work.file_names import safe_name

_LEAST_DIGITS = 2
_LONGEST = 40  # signs of a project's name: three bytes each, and a file name may have 255


class Planned(Struct, frozen=True):
    """A project by id and the file that it is to get."""

    project: str
    path: Path


def planned(document: Document, path: Path, projects: Iterable[str] | None = None) -> tuple[Planned, ...]:
    """The files beside `path`: its name, the project's number and name. No two are alike."""
    chosen = None if projects is None else frozenset(projects)
    digits = max(len(str(len(document.projects))), _LEAST_DIGITS)
    return tuple(
        Planned(project.id, path.with_name(_name(path, f"{number:0{digits}}", project.name)))
        for number, project in enumerate(document.projects, 1)
        if chosen is None or project.id in chosen
    )


def present(files: Iterable[Planned]) -> tuple[Path, ...]:
    """Those of the files that are there already; of what a disk refuses to tell the writing will say why."""
    return tuple(each.path for each in files if _is_there(each.path))


def export_each(
    document: Document,
    form: Form,
    files: Sequence[Planned],
    draw_pdf: DrawPdf,
    wish: Wish = EVERYTHING,
) -> None:
    """Write each file. Raises UnwritableError, which says how many were written before; they stay."""
    for number, each in enumerate(files):
        tick(WRITING, number, len(files))
        try:
            export(document, form, each.path, draw_pdf, replace(wish, projects=(each.project,)))
        except UnwritableError as error:
            before = f"前面的 {number} 个文件已经写好，共 {len(files)} 个。" if number else ""
            raise UnwritableError(error.name, f"{error.message}{before}") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _name(path: Path, number: str, name: str) -> str:
    return "-".join(part for part in (path.stem, number, safe_name(name, _LONGEST)) if part) + path.suffix
