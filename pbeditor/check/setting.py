"""What findings depend on beside the thing they are about."""

from functools import cached_property

from msgspec import Struct

from pbeditor.check.last_year import LastYear, last_year_of
from pbeditor.check.rule import Rule
from pbeditor.model.document import Document
from pbeditor.model.form import Form


class Setting(Struct, frozen=True, dict=True, eq=False):
    """While it is the same, what was found about a project stays true."""

    form: Form
    rules: tuple[Rule, ...]
    year: int
    money_unit: str
    last_year: LastYear | None

    def is_that_of(self, document: Document, form: Form, rules: tuple[Rule, ...]) -> bool:
        """Whether a check of `document` would have the same."""
        last = self.last_year.document if self.last_year else None
        same = self.form is form and self.rules is rules and last is document.last_year
        return same and self.year == document.year and self.money_unit == document.money_unit

    @property
    def counts_as_last_year(self) -> bool:
        """Whether amounts of both years are in one unit."""
        return self.last_year is not None and self.last_year.document.money_unit == self.money_unit

    @cached_property
    def project_rules(self) -> tuple[Rule, ...]:
        """Those that look at one project."""
        return tuple(rule for rule in self.rules if rule.scope in ("project", "text"))

    @cached_property
    def overall_rules(self) -> tuple[Rule, ...]:
        """Those that look at 部门整体绩效目标."""
        return tuple(rule for rule in self.rules if rule.scope in ("overall", "text"))

    @cached_property
    def rules_across(self) -> tuple[Rule, ...]:
        """Those that compare the projects."""
        return tuple(rule for rule in self.rules if rule.scope == "document")


def setting_of(document: Document, form: Form, rules: tuple[Rule, ...]) -> Setting:
    """The setting of a check of `document`."""
    return Setting(form, rules, document.year, document.money_unit, last_year_of(document))
