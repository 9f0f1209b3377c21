"""Open any file as a document: the project file as it is, everything else by importing it.

Readers load where they are used: the window opens with a project file, or with none.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.model.originals import originals, spelt_out
from pbeditor.model.progress import Listener
from pbeditor.sheet.sheet import Note, Sheet, Table
from pbeditor.store import disk, project_file
from pbeditor.store.forms import all_forms, form_called, form_of
from pbeditor.work.patience import patiently

if TYPE_CHECKING:
    from pbeditor.store.office import Office

SUFFIX = ".pbproj"
CLIPBOARD = "剪贴板"
# The endings that files of the formats `exchange.reading` reads usually have; what they are is found by content.
IMPORTABLE = (
    (".docx", ".doc", ".wps", ".rtf", ".odt"),
    (".xlsx", ".xls", ".et", ".ods", ".csv"),
    (".htm", ".html", ".mht", ".mhtml", ".txt"),
)
CLEANED = "原文里有看不见的字符、特殊空格或兼容字形，已换成普通写法"
_OLD = b"\xd0\xcf\x11\xe0"
NOTHING = "里没有找到项目绩效目标表，也没有部门整体绩效目标，没有导入任何内容。请检查是否选对了文件。"

ONLY_PICTURES = "里的内容是图片（可能是扫描件），里面的文字无法读取。请找到原来的 Word 文件再导入。"


class UnknownLayoutError(UnreadableError):
    """Nothing in the file has a place in `form`; a person who knows its layout can tell what is what."""

    def __init__(self, name: str, sheet: Sheet, form: Form) -> None:
        super().__init__(name, NOTHING)
        self.sheet, self.form = sheet, form


class Opened(Struct, frozen=True):
    """What a file holds. `notes` are the import report; a project file has none and is opened to be saved again.

    An imported file comes with its `sheet` and the form it was read as, for reading it otherwise.
    What a newer version saved `is_newer`: it is shown as far as it is understood, and never written over.
    `second_reader` names the office program of this machine that could read the file better, see `reread`.
    `hidden` are the hidden worksheets of projects that were read of one, by their ids; `whole` is the same with these
    projects, where they were left out (see `work.hidden`).
    """

    document: Document
    form: Form
    notes: tuple[Note, ...] = ()
    is_project: bool = False
    is_newer: bool = False
    second_reader: str = ""
    sheet: Sheet | None = None
    read_as: Form | None = None
    hidden: Mapping[str, str] = {}
    whole: "Opened | None" = None


def open_to_look(data: bytes, name: str, listener: Listener | None = None) -> Opened:
    """`open_bytes`, and what can be understood of a newer version's project file. Raises UnreadableError."""
    document = project_file.decode_newer(data, name) if _is_project(data, name) else None
    if document is None:
        return open_bytes(data, name, "", listener)
    document = in_form(document, form_called(document.form))
    return Opened(document, form_of(document), is_project=True, is_newer=True)


def open_any(path: Path, form_id: str = "", listener: Listener | None = None) -> Opened:
    """A project file as saved, or anything that can be imported. Raises UnreadableError."""
    return open_bytes(disk.read(path), path.name, form_id, listener)


def reread(path: Path, form_id: str = "", listener: Listener | None = None) -> Opened:
    """An old Word file through the office program of this machine. Raises UnreadableError."""
    return reread_bytes(disk.read(path), path.name, form_id, listener)


def reread_bytes(data: bytes, name: str, form_id: str = "", listener: Listener | None = None) -> Opened:
    """The same for a file already read; one that is no old Office file is read as ever."""
    from pbeditor.store import office

    word = office.as_docx(data, name) if data.startswith(_OLD) else data
    return open_bytes(word, name, form_id, listener)


def open_bytes(data: bytes, name: str, form_id: str = "", listener: Listener | None = None) -> Opened:
    """The same for a file already read.

    `form_id` says in which form an imported file is printed, "" to find out; a project file is put into that form.
    `listener` hears how far the reading is and may end it by raising CancelledError.
    """
    with patiently(name, listener):
        return _opened(data, name, form_id)


def _opened(data: bytes, name: str, form_id: str) -> Opened:
    if _is_project(data, name):
        document = project_file.decode(data, name)
        document = in_form(document, form_called(form_id or document.form))
        return Opened(document, form_of(document), is_project=True)
    from pbeditor.exchange.reading import read_sheet

    with originals() as found:
        return _with_originals(
            _understood(replace(read_sheet(data, name), source=Path(name).stem), name, form_id), found
        )


def open_pasted(text: str, html: str = "", listener: Listener | None = None) -> Opened:
    """What was copied in another program, in the two shapes a clipboard has. Raises UnreadableError."""
    from pbeditor.exchange.pasted import pasted_sheet

    with patiently(CLIPBOARD, listener), originals() as found:
        return _with_originals(_understood(pasted_sheet(text, html), CLIPBOARD, ""), found)


def _with_originals(opened: Opened, found: dict[str, str]) -> Opened:
    """With a line in the report for each text that was cleaned of what cannot be seen, at the first place of it."""
    if not found:
        return opened
    from pbeditor.edit.place_name import place_name
    from pbeditor.edit.texts import likely_texts
    from pbeditor.model.place import lasting_place

    document = opened.document
    texts = [(path, text) for path, text, _ in likely_texts(document, bool)]
    notes = []
    for cleaned, original in found.items():
        path = next((path for path, text in texts if cleaned in text), "")
        if path:
            where, place = place_name(document, opened.form, path), lasting_place(document, path)
            notes.append(Note(where, "guessed", CLEANED, spelt_out(original), place))
    return replace(opened, notes=(*opened.notes, *notes))


def _understood(sheet: Sheet, name: str, form_id: str) -> Opened:
    from pbeditor.sheet.recognise import likely_form

    form = form_called(form_id) if form_id else likely_form(sheet, all_forms().forms.values())
    opened = understood(sheet, form)
    document = opened.document
    if not (document.projects or document.overall or sheet.about.form):
        _refuse_pictures(sheet, name)
        raise UnknownLayoutError(name, sheet, form)
    second = _second_reader() if sheet.unplaced else None
    notes = opened.notes
    if sheet.unplaced:
        notes = (_doubtful(sheet.unplaced, second.name if second else ""), *notes)
    if form.base and not form_id:
        notes = (
            Note("全文", "guessed", f"已自动按我的表样“{form.name}”读取，请核对", place="title"),
            *notes,
        )
    return replace(opened, notes=notes, second_reader=second.name if second else "")


def _refuse_pictures(sheet: Sheet, name: str) -> None:
    """Nothing can be assigned by hand, either, where there is no table but pictures of one perhaps."""
    from pbeditor.exchange.passed import shows_pictures

    if shows_pictures(sheet.notes) and not any(isinstance(block, Table) for block in sheet.blocks):
        raise UnreadableError(name, ONLY_PICTURES)


def understood(sheet: Sheet, form: Form) -> Opened:
    """What a sheet holds, read in `form`; what a layout of the user's own reads is in the form that it is based on."""
    from pbeditor.sheet.document_year import without_year, year_of
    from pbeditor.sheet.interpret import interpretation

    document, notes, hidden = interpretation(sheet, form)
    if not sheet.about.form:
        year, guessed = year_of(sheet, form, document)
        document, notes = replace(document, year=year), (*guessed, *without_year(notes, year))
    notes = (*notes, *sheet.notes)
    if form.base:
        document = replace(in_form(replace(document, form=""), form), form=form.base)
        return Opened(document, form_of(document), notes, sheet=sheet, read_as=form, hidden=hidden)
    form_of_file = form.with_periods(document.periods)
    return Opened(document, form_of_file, notes, sheet=sheet, read_as=form, hidden=hidden)


def _second_reader() -> "Office | None":
    from pbeditor.store import office

    return office.installed()


def _doubtful(cells: int, program: str) -> Note:
    remedy = f"也可以用本机的 {program} 重新读取" if program else "也可以用 Word 或 WPS 另存为 .docx 后再导入"
    return Note("全文", "guessed", f"有 {cells} 个合并单元格的位置无法确定，请核对表格；{remedy}")


def _is_project(data: bytes, name: str) -> bool:
    """By content; the name counts only for what is no other known format, such as a file of zeros."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return not start.startswith(b"{\\rtf")
    return name.casefold().endswith(SUFFIX) and not start.startswith((b"PK\x03\x04", _OLD))
