"""A layout of the user's own is applied by itself when a file has it."""

import pytest

from pbeditor.model.form import Form
from pbeditor.sheet.mapped_form import mapped_form
from pbeditor.sheet.mapping import findings
from pbeditor.store.own_forms import own_id, save_form
from pbeditor.work.opening import UnknownLayoutError, open_bytes, understood
from tests.sheet.unknown import GRID, HEAD, unknown_sheet

TEXT = "\n".join("\t".join(row) for row in (*HEAD, (), *GRID)).encode()


def test_a_file_of_unknown_layout_brings_what_is_needed_to_explain_it() -> None:
    with pytest.raises(UnknownLayoutError) as caught:
        open_bytes(TEXT, "县.txt")
    found = findings(caught.value.sheet, caught.value.form).found
    assert {"level1", "name", "target"} <= {each.guess for each in found if not each.is_known}


def test_the_next_file_of_a_saved_layout_is_read_by_it_and_the_report_says_so() -> None:
    with pytest.raises(UnknownLayoutError) as caught:
        open_bytes(TEXT, "县.txt")
    sheet, form = caught.value.sheet, caught.value.form
    save_form(mapped_form(form, findings(sheet, form), {}, own_id("县表"), "县表"))
    opened = open_bytes(TEXT, "县.txt")
    assert "“县表”" in opened.notes[0].message
    assert (opened.document.form, opened.form.base) == (form.id, "")
    assert [project.name for project in opened.document.projects] == ["公园改造"]


def test_categories_get_the_names_of_the_form_it_is_based_on(hebei: Form) -> None:
    sheet = unknown_sheet()
    opened = understood(sheet, mapped_form(hebei, findings(sheet, hebei), {}))
    pairs = [(row.level1, row.level2) for row in opened.document.projects[0].indicators]
    assert pairs == [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效果指标", "社会效益指标")]
    assert opened.sheet is sheet
