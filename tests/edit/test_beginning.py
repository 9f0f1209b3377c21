"""Blank documents, and the year they are for."""

from datetime import date

import pytest

from pbeditor.edit.beginning import blank, working_year
from pbeditor.model.form import Form


def test_a_blank_document_has_the_sections_of_its_form(hebei: Form) -> None:
    document = blank(hebei, 2021)
    assert document.title == "2021年部门预算绩效信息"
    assert tuple(section.heading for section in document.overall) == hebei.sections


@pytest.mark.parametrize(("today", "year"), [(date(2020, 6, 30), 2020), (date(2020, 7, 1), 2021)])
def test_from_july_on_the_next_years_budget_is_prepared(today: date, year: int) -> None:
    assert working_year(today) == year
