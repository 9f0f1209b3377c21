"""A foreign sheet is read in the form whose words it prints."""

import pytest

from pbeditor.model.document import Document, Indicator, Project
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.recognise import likely_form
from pbeditor.sheet.sheet import About, Sheet
from pbeditor.store.forms import load_forms


@pytest.mark.parametrize("form_id", ["hebei-2020", "mof-2015", "mof-2021"])
def test_a_printed_document_is_recognised_by_its_own_words(form_id: str) -> None:
    form = load_forms()[form_id]
    rows = tuple(Indicator(f"{a.name}{b.name}", a.name, b.name) for a in form.categories for b in a.children)
    blocks = lay_out(Document(form_id, 2020, projects=(Project("p", indicators=rows),)), form).blocks
    assert likely_form(Sheet(blocks), load_forms().values()) is form


def test_our_own_file_names_its_form() -> None:
    assert likely_form(Sheet(about=About("mof-2021")), load_forms().values()).id == "mof-2021"
