"""Blank documents, and the year they are for."""

from datetime import date

import pytest
from msgspec.structs import replace

from pbeditor.edit.beginning import as_begun_in, blank, working_year
from pbeditor.edit.rollover import in_form
from pbeditor.model.document import Document, Project, Section
from pbeditor.model.form import Form
from pbeditor.store.forms import load_forms

OTHER = load_forms()["mof-2021"]


def test_a_blank_document_has_the_sections_of_its_form(hebei: Form) -> None:
    document = blank(hebei, 2021)
    assert document.title == "2021年部门预算绩效信息"
    assert tuple(section.heading for section in document.overall) == hebei.sections


def other_form(document: Document, hebei: Form) -> Document:
    return as_begun_in(in_form(document, OTHER), OTHER, hebei)


def test_a_new_document_in_another_form_is_a_new_document_of_that_form(hebei: Form) -> None:
    assert other_form(blank(hebei, 2021), hebei) == blank(OTHER, 2021)


def test_what_was_written_stays_in_another_form(hebei: Form) -> None:
    begun = blank(hebei, 2021)
    written = replace(
        begun, title="某部门", overall=(Section(begun.overall[0].heading, "一段"), *begun.overall[1:]), projects=()
    )
    assert other_form(written, hebei) == replace(written, form=OTHER.id)
    named = replace(begun, overall=(*begun.overall, Section("其他")), projects=(Project("甲"),))
    assert other_form(named, hebei) == replace(named, form=OTHER.id)


@pytest.mark.parametrize(("today", "year"), [(date(2020, 6, 30), 2020), (date(2020, 7, 1), 2021)])
def test_from_july_on_the_next_years_budget_is_prepared(today: date, year: int) -> None:
    assert working_year(today) == year
