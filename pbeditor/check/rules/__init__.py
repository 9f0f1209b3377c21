"""All rules, in the order inside one severity on the panel."""

from pbeditor.check.rule import Rule
from pbeditor.check.rules import category, goals, identity, last_year, money, overall, plan, structure, text, value

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *money.RULES,
    *plan.RULES,
    *goals.RULES,
    *structure.RULES,
    *category.RULES,
    *value.RULES,
    *text.RULES,
    *overall.RULES,
    *last_year.RULES,
)
