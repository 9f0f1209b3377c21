"""The layouts that a user has explained, kept as forms in the settings folder: saved, listed, renamed, removed."""

import json
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.form import Form
from pbeditor.store.disk import read, write_private
from pbeditor.store.forms import LIMIT, all_forms, read_form
from pbeditor.store.settings import settings_folder

_PREFIX = "own-"
_NAME = 40  # characters


def own_id(name: str) -> str:
    """The id of the layout that a user calls `name`."""
    return f"{_PREFIX}{name.strip()}"


def own_forms() -> tuple[Form, ...]:
    """The layouts in the order of their names."""
    forms = (form for form in all_forms().forms.values() if form.base)
    return tuple(sorted(forms, key=lambda form: form.name))


def fault_of_name(name: str, old: str = "") -> str:
    """Why a layout cannot be called so, in a sentence; "" where it can. `old` is what it is called now."""
    if not name.strip():
        return "请填写表样的名称。"
    if len(name.strip()) > _NAME:
        return f"名称最多 {_NAME} 个字，请改短一些。"
    if name.strip() != old and any(form.name == name.strip() for form in own_forms()):
        return f"已有名为“{name.strip()}”的表样，请换一个名称。"
    return ""


def save_form(form: Form) -> None:
    """Keep the layout, in place of one of the same id. Raises UnwritableError."""
    path = _path(form.id) or _new_path()
    data = form_text(form).encode()
    try:
        read_form(data, form.name)
    except UnreadableError as error:
        raise UnwritableError(str(path), error.message) from error
    write_private(path, data)


def rename_form(form: Form, name: str) -> Form:
    """Give the layout another name; its id stays. Raises UnwritableError."""
    renamed = replace(form, name=name.strip())
    save_form(renamed)
    return renamed


def remove_form(form: Form) -> None:
    """Forget the layout; documents that were read by it stay as they are. Raises UnwritableError."""
    path = _path(form.id)
    if path is None:
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableError(str(path), "删除不了；请检查它是否只读或正被其他程序占用。") from error


def form_text(form: Form) -> str:
    """A form as TOML, a line for each of its fields."""
    fields = msgspec.to_builtins(form)
    return "".join(f"{name} = {_toml(value)}\n" for name, value in fields.items())


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_toml(name)} = {_toml(each)}' for name, each in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    # JSON's strings, numbers and truth values are TOML's, but for one character that TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _folder() -> Path:
    return settings_folder() / "forms"


def _path(form_id: str) -> Path | None:
    """The file that holds the form; names of files say nothing."""
    for path in sorted(_folder().glob("*.toml")):
        try:
            if read_form(read(path, LIMIT), path.name).id == form_id:
                return path
        except UnreadableError:
            continue
    return None


def _new_path() -> Path:
    numbers = count(1)
    return next(path for number in numbers if not (path := _folder() / f"{_PREFIX}{number}.toml").exists())
