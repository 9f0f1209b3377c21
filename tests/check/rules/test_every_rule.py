"""No rule goes untested: each has a case in which it speaks and one in which it is silent."""

from pbeditor.check.rules import RULES
from tests.check.rules import (
    test_category,
    test_goals,
    test_identity,
    test_last_year,
    test_money,
    test_overall,
    test_plan,
    test_structure,
    test_text,
    test_value,
)

TABLES = (
    test_category,
    test_goals,
    test_identity,
    test_last_year,
    test_money,
    test_overall,
    test_plan,
    test_structure,
    test_text,
    test_value,
)
# Speaks for forms with single periods only, so it has a test with such a form instead.
OTHER_FORM = {"plan_adds_up_to_100"}


def test_every_rule_speaks_and_is_silent_in_a_test() -> None:
    rules = {rule.id for rule in RULES} - OTHER_FORM
    assert {case[0] for table in TABLES for case in table.SPEAKS} == rules
    assert {case[0] for table in TABLES for case in table.SILENT} == rules
