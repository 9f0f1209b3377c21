"""Forms with odd values, as people write them by hand: refused in one sentence, or fit for all work in a form."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any

import msgspec
from msgspec.structs import replace

from pbeditor.check.engine import check
from pbeditor.edit.place_name import place_name
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.interpret import interpret
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.style import Style
from pbeditor.store import project_file
from pbeditor.store.forms import load_forms, read_form
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.work.exporting import Wish, exported
from tests.hostile.odd import odd

IDS = ("hebei-2020", "mof-2015", "mof-2021")


def odd_form(form_id: str, seed: int) -> bytes:
    """The file of one of our forms with odd values; the same seed gives the same."""
    # Through JSON, so that tuples are lists.
    values = json.loads(msgspec.json.encode(load_forms()[form_id]))
    return "".join(f"{key} = {_toml(value)}\n" for key, value in odd(values, Random(seed)).items()).encode()


def work_in(data: bytes) -> bool:
    """Read a form and do in it what a clerk does; whether it was accepted. Raises UnreadableError when it was not."""
    form = read_form(data, "甲")
    if not form.base:  # one that only reads has none
        document = in_form(_SAMPLE, form)
        checked = check(document, form)
        for problem in checked.problems:
            place_name(document, form, problem.path)
        _print(document, form)
    return True


def _print(document: Document, form: Form) -> None:
    for style in (Style(), Style(cover=True, contents=True, markup="margin"), Style(summary=True, markup="lines")):
        sheet = lay_out(document, form, style=style)
        for _ in paginate(sheet, form.layout, EmMeasure()):
            pass
        interpret(sheet, form)
        for ending in (".docx", ".xlsx"):
            exported(document, form, f"甲{ending}", lambda *_: b"", Wish(style=style, comments=True))


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("NaN", "nan").replace("Infinity", "inf")


def _small() -> Document:
    """Two projects of the sample."""
    whole = project_file.decode(resource("samples", SAMPLE).read_bytes(), SAMPLE)
    return replace(whole, form="", projects=whole.projects[:2], last_year=None)


_SAMPLE = _small()
