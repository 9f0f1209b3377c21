"""The findings about a whole document, and the views of them that the window asks for."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from pbeditor.check.groups import Group, Groups
from pbeditor.check.parts import Part
from pbeditor.check.problem import SEVERITIES, Problem, Severity, gravest, reading_order
from pbeditor.model.document import Confirmed, Document, Muted
from pbeditor.model.form import Form

if TYPE_CHECKING:
    from pbeditor.check.seen import Seen


class MutedGroup(Struct, frozen=True, eq=False):
    """A rule that is not to speak about the document, with what it would say; often nothing."""

    group: Group
    record: Muted


class ConfirmedProblem(Struct, frozen=True):
    """已核实: a finding that somebody stands by, and the document's record of it."""

    problem: Problem
    record: Confirmed


class Checked(Struct, frozen=True, dict=True, eq=False):
    """What is wrong with `document`. What a person has set aside is in `muted` and `confirmed` and nowhere else."""

    document: Document
    form: Form
    seen: "Seen | None"  # what the rules said, None while they were not asked
    parts: tuple[Part, ...]  # one a project, in their order
    whole: Part  # about the document, its 部门整体绩效目标, and all projects together
    places: dict[str, int]  # of the projects by id
    by_rule: Groups

    @property
    def is_known(self) -> bool:
        """Whether the rules were asked; until then nothing is known to be wrong."""
        return self.seen is not None

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything: the document first, then project by project."""
        return self._heard(chain(self.whole.problems, chain.from_iterable(part.problems for part in self.parts)))

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity, gravest first; every severity is present."""
        groups = self.groups
        return {each: sum(group.count for group in groups if group.severity == each) for each in SEVERITIES}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """By rule, gravest first and then in the order of the rules; rules without findings are left out."""
        return tuple(group for group in self.by_rule.values() if group.count and group.rule not in self._silenced)

    @cached_property
    def muted(self) -> tuple[MutedGroup, ...]:
        """The rules set aside, in the order in which that was done; one that this program lacks is shown by its id."""
        records = {muted.rule: muted for muted in self.document.muted}
        return tuple(MutedGroup(self._group(rule), record) for rule, record in records.items())

    @cached_property
    def confirmed(self) -> tuple[ConfirmedProblem, ...]:
        """The findings set aside, in reading order.

        What is found twice at one place, in the same words, was confirmed once.
        """
        found = ((part, *each) for part in (self.whole, *self.parts) for each in part.confirmed)
        once = {record: ConfirmedProblem(part.problem(finding), record) for part, finding, record in found}
        return tuple(sorted(once.values(), key=lambda each: reading_order(each.problem.path)))

    @cached_property
    def outdated(self) -> tuple[Confirmed, ...]:
        """Confirmations that match nothing any more: the finding is gone or says something else by now."""
        matched = {found.record.finding for found in self.confirmed}
        records = {record.finding: record for record in self.document.confirmed}
        return tuple(record for finding, record in records.items() if finding not in matched)

    def of(self, project: str) -> tuple[Problem, ...]:
        """What concerns the project of this id, findings of rules that compare projects included."""
        return self._heard(self.parts[self.places[project]].problems) if project in self.places else ()

    def count(self, project: str) -> int:
        """How many they are."""
        return sum(count for rule, count in self._tally(project).items() if rule not in self._silenced)

    def worst(self, project: str) -> str:
        """The gravest severity among them, "" for none."""
        return self.worst_of((project,))

    def worst_of(self, projects: Iterable[str]) -> str:
        """The gravest severity among what concerns any of the projects of these ids, "" for none."""
        rules = set(chain.from_iterable(map(self._tally, projects))) - self._silenced
        return gravest(self.by_rule[rule].severity for rule in rules)

    def at(self, path: str) -> tuple[Problem, ...]:
        """What is wrong exactly there: "projects/0/indicators/3/target"."""
        return tuple(problem for problem in self._near(path) if problem.path == path)

    def under(self, path: str) -> tuple[Problem, ...]:
        """What is wrong there and below: "projects/0/indicators/3" finds its target's problems too."""
        return tuple(problem for problem in self._near(path) if f"{problem.path}/".startswith(f"{path}/"))

    @cached_property
    def _silenced(self) -> frozenset[str]:
        return frozenset(muted.rule for muted in self.document.muted)

    def _tally(self, project: str) -> dict[str, int]:
        return self.parts[self.places[project]].tally if project in self.places else {}

    def _heard(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        silenced = self._silenced
        return tuple(problem for problem in problems if problem.rule not in silenced) if silenced else tuple(problems)

    def _near(self, path: str) -> tuple[Problem, ...]:
        """The problems among which those at `path` are: of one project, or of the document alone."""
        step, _, rest = path.partition("/")
        index = rest.partition("/")[0] if step == "projects" else ""
        part = self.parts[int(index)] if index.isdecimal() and int(index) < len(self.parts) else self.whole
        return self._heard(part.problems)

    def _group(self, rule: str) -> Group:
        return self.by_rule.get(rule) or Group(rule, "hint", rule, "本程序没有这项检查，可能来自别的版本。")


def unchecked(document: Document, form: Form) -> Checked:
    """Before the rules were asked, which takes loading them."""
    return Checked(document, form, None, (), Part(), {}, {})
