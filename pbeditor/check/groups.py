"""The findings by rule, counted as they come and go and listed when somebody looks."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from pbeditor.check.parts import Part
from pbeditor.check.problem import SEVERITIES, Problem, Severity
from pbeditor.check.rule import Rule

Groups = dict[str, "Group"]  # by the rule's id, gravest first and then in the order of the rules


class Group(Struct, frozen=True, dict=True, eq=False):
    """All findings of one rule: one line of the panel. It stays the same object while they stay the same."""

    rule: str
    severity: Severity
    title: str
    why: str
    count: int = 0
    parts: tuple[Part, ...] = ()  # among which its findings are

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The findings in reading order."""
        speaking = (part for part in self.parts if self.rule in part.tally)
        return tuple(problem for part in speaking for problem in part.problems if problem.rule == self.rule)


def no_groups(rules: tuple[Rule, ...]) -> Groups:
    """A group without findings for every rule."""
    ranked = sorted(rules, key=lambda rule: SEVERITIES.index(rule.severity))
    return {rule.id: Group(rule.id, rule.severity, rule.title, rule.why) for rule in ranked}


def regrouped(groups: Groups, changes: Iterable[tuple[Part, Part]], parts: tuple[Part, ...]) -> Groups:
    """The groups when each pair's first part has given way to its second; `parts` are all there are now."""
    more: Counter[str] = Counter()
    touched: set[str] = set()
    for old, new in changes:
        for rule, count in new.tally.items():
            more[rule] += count
        for rule, count in old.tally.items():
            more[rule] -= count
        touched |= _touched(old, new)
    return groups | {rule: _regrouped(groups[rule], more[rule], parts) for rule in touched}


def _regrouped(group: Group, more: int, parts: tuple[Part, ...]) -> Group:
    return Group(group.rule, group.severity, group.title, group.why, group.count + more, parts)


def _touched(old: Part, new: Part) -> set[str]:
    """The rules whose findings differ."""
    if old.project != new.project:
        return {*old.tally, *new.tally}
    recounted = {rule for rule, _ in old.tally.items() ^ new.tally.items()}
    return recounted | {problem.rule for problem in set(old.problems) ^ set(new.problems)}
