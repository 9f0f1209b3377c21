"""The paper is as it was: who moves a line on purpose renews the record, and sees in it what has moved."""

from tests.sheet.paper import RECORD, whole


def test_every_text_and_rule_of_a_document_stands_where_it_stood() -> None:
    assert whole().splitlines() == RECORD.read_text("utf-8").splitlines()
