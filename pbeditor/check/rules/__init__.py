"""All rules, in the order of domain.md, which is the order inside one severity on the panel."""

from pbeditor.check.rule import Rule
from pbeditor.check.rules import category, identity, money, plan, structure, value

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *money.RULES,
    *plan.RULES,
    *structure.RULES,
    *category.RULES,
    *value.RULES,
)
