"""The official forms: TOML files that ship with the program and those in the user's settings folder."""

from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.store.disk import BOM, read
from pbeditor.store.faults import fault
from pbeditor.store.form_faults import form_faults
from pbeditor.store.resources import resource
from pbeditor.store.settings import settings_folder

LIMIT = 1024 * 1024
FIRST = "hebei-2020"  # of the window before a document is opened

# A file's path, time and size: when none changed, what was read still holds.
Stamp = tuple[str, int, int]


class Forms(Struct, frozen=True):
    """All forms by id in the order of listing, the ids of the user's own, and a fault for each file left out."""

    forms: dict[str, Form]
    own: tuple[str, ...] = ()
    faults: tuple[UnreadableError, ...] = ()


def load_forms() -> dict[str, Form]:
    """The built-in and the user's forms by id; a user's form takes the place of a built-in one of the same id.

    Those that only read another layout are left out: a document is never edited or printed in one.
    """
    return {form_id: form for form_id, form in all_forms().forms.items() if not form.base}


def all_forms() -> Forms:
    """`load_forms` with what a person has to know: which are the user's own and which files are broken.

    Read anew when a file has changed. Raises UnreadableError when a built-in form is broken.
    """
    return _load(_stamps(resource("forms")), _stamps(settings_folder() / "forms"))


def form_of(document: Document) -> Form:
    """The form that the document names, with its periods. Raises UnreadableError for a form that is not there."""
    return form_called(document.form).with_periods(document.periods)


def form_called(form_id: str) -> Form:
    """The form of this id. Raises UnreadableError.

    Where the user has no forms of his own, no other file than that of the form is read: the window starts sooner.
    """
    if not _stamps(settings_folder() / "forms"):
        for stamp in _stamps(resource("forms")):
            if Path(stamp[0]).stem == form_id:
                return _read_once(stamp)
    loaded = all_forms()
    if form := loaded.forms.get(form_id):
        return form
    known, broken = "、".join(loaded.forms), next(map(str, loaded.faults), "")
    folder = settings_folder() / "forms"
    message = f"这一表样本机没有（现有：{known}）；请把它的 .toml 文件放入 {folder} 后再试。{broken}"
    raise UnreadableError(form_id, message)


def read_form(data: bytes, name: str) -> Form:
    """One TOML file. Raises UnreadableError with the place of the fault."""
    try:
        form = msgspec.toml.decode(data.removeprefix(BOM), type=Form)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(name, f"不是可用的表样：{fault(error, data)}。") from error
    for sentence in form_faults(form):
        raise UnreadableError(name, f"不是可用的表样：{sentence}。")
    return form


def _stamps(folder: Path) -> tuple[Stamp, ...]:
    return tuple(_stamp(file) for file in sorted(folder.glob("*.toml")))


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:  # a link that leads nowhere: reading it will say so
        return str(file), 0, 0
    return str(file), status.st_mtime_ns, status.st_size


@lru_cache(maxsize=2)
def _load(built_in: tuple[Stamp, ...], own: tuple[Stamp, ...]) -> Forms:
    forms = {form.id: form for form in map(_read_once, built_in)}
    mine: dict[str, Form] = {}
    faults: list[UnreadableError] = []
    for path, *_ in own:
        try:
            form = _read(path)
        except UnreadableError as error:
            faults.append(error)
        else:
            if mine.setdefault(form.id, form) is not form:
                faults.append(UnreadableError(path, f"的 id“{form.id}”与另一个自定义表样相同，请改用别的 id。"))
    return Forms({**forms, **mine}, tuple(mine), tuple(faults))


@lru_cache(maxsize=16)
def _read_once(stamp: Stamp) -> Form:
    return _read(stamp[0])


def _read(path: str) -> Form:
    return read_form(read(Path(path), LIMIT), path)
