"""A rule as a record: the function that looks, and what the panel says about it."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

from msgspec import Struct

from pbeditor.check.problem import Finding, Severity
from pbeditor.model.form import Form

# What a rule is given: the facts of one project, of 部门整体绩效目标, of either (for rules about wording), or of all.
Scope = Literal["project", "overall", "text", "document"]


class Rule(Struct, frozen=True):
    """`title` is the heading of the rule's findings, `why` one sentence on why they matter, both in Chinese.

    `reads` names what a rule of scope "document" looks at in each `Summary`: while that is equal, it is not run again.
    """

    function: Callable[[Any, Form], Iterator[Finding]]
    title: str
    severity: Severity
    why: str
    scope: Scope = "project"
    reads: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name under which the rule is muted and reported; it never changes."""
        return self.function.__name__


Found = tuple[Rule, Finding]
