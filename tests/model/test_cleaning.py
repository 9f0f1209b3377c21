"""A whole document is cleaned field by field."""

from pbeditor.model.cleaning import clean_field, cleaned
from pbeditor.model.document import Document, Indicator, Project, Target


def test_every_text_below_the_document_is_cleaned() -> None:
    row = Indicator("i", name="甲\n乙 ", target=Target("≥\n", "9 0\t"))
    document = Document("hebei-2020", 2020, "题\n目", projects=(Project("p", plan=("25\u00a0",), indicators=(row,)),))
    project = cleaned(document).projects[0]
    assert cleaned(document).title == "题目"
    assert (project.plan, project.indicators[0].name) == (("25",), "甲\n乙")
    assert project.indicators[0].target == Target("≥", "9 0")


def test_a_clean_document_is_the_same_object() -> None:
    document = Document("hebei-2020", 2020, "题", projects=(Project("p", plan=("25",)),))
    assert cleaned(document) is document


def test_long_texts_keep_their_lines_and_short_ones_do_not() -> None:
    assert clean_field(Project("p"), "goals", "1、\n2、") == "1、\n2、"
    assert clean_field(Project("p"), "name", "甲\n乙") == "甲乙"
