"""A rule as a record: the function that looks, and what the panel says about it."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

from msgspec import Struct

from pbeditor.check.problem import Finding, Severity
from pbeditor.model.form import Form

# What a rule is given: the facts of one project, of 部门整体绩效目标, of either (for rules about wording), or of all.
Scope = Literal["project", "overall", "text", "document"]


class Rule(Struct, frozen=True):
    """`title` is the heading of the rule's findings, `why` one sentence on why they matter, both in Chinese."""

    function: Callable[[Any, Form], Iterator[Finding]]
    title: str
    severity: Severity
    why: str
    scope: Scope = "project"

    @property
    def id(self) -> str:
        """The name under which the rule is muted and reported; it never changes."""
        return self.function.__name__
