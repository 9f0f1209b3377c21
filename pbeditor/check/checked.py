"""The findings about a whole document, and the views of them that the window asks for."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from msgspec import Struct

from pbeditor.check.facts import ProjectFacts
from pbeditor.check.problem import SEVERITIES, Finding, Problem, Severity, gravest, reading_order
from pbeditor.check.rule import Rule
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form

Found = tuple[Rule, Finding]


class Group(Struct, frozen=True):
    """All findings of one rule, in reading order: one line of the panel."""

    rule: str
    severity: Severity
    title: str
    why: str
    problems: tuple[Problem, ...]


class Part(Struct, frozen=True, dict=True, eq=False):
    """The findings about one project, which stay true wherever it stands."""

    project: Project
    facts: ProjectFacts
    found: tuple[Found, ...]
    index: int

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """In reading order, with paths for the place where the project stands now."""
        ordered = sorted(self.found, key=lambda pair: reading_order(pair[1].path))
        return tuple(_problem(rule, finding, self.index, self.project.id) for rule, finding in ordered)


class Checked(Struct, frozen=True, dict=True, eq=False):
    """What is wrong with `document`. Every view is worked out when it is first asked for."""

    document: Document
    form: Form
    rules: tuple[Rule, ...]
    parts: tuple[Part, ...]  # one a project, in their order
    overall: tuple[Problem, ...]  # about 部门整体绩效目标
    across: tuple[Problem, ...]  # from rules that compare the projects

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything: the document first, then project by project."""
        return (*self.overall, *self.across, *chain.from_iterable(part.problems for part in self.parts))

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity, gravest first; every severity is present."""
        found = Counter(rule.severity for part in self.parts for rule, _ in part.found)
        found.update(problem.severity for problem in chain(self.overall, self.across))
        return {severity: found[severity] for severity in SEVERITIES}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """By rule, gravest first and then in the order of the rules; rules without findings are left out."""
        by_rule: dict[str, list[Problem]] = {}
        for problem in self.problems:
            by_rule.setdefault(problem.rule, []).append(problem)
        present = [rule for severity in SEVERITIES for rule in self.rules if rule.severity == severity]
        return tuple(
            Group(rule.id, rule.severity, rule.title, rule.why, tuple(by_rule[rule.id]))
            for rule in present
            if rule.id in by_rule
        )

    def of(self, project: str) -> tuple[Problem, ...]:
        """What concerns the project of this id, findings of rules that compare projects included."""
        return tuple(problem for index in self._indexes.get(project, ()) for problem in self._about(index))

    def worst(self, project: str) -> str:
        """The gravest severity among them, "" for none."""
        return gravest(problem.severity for problem in self.of(project))

    def at(self, path: str) -> tuple[Problem, ...]:
        """What is wrong exactly there: "projects/0/indicators/3/target"."""
        return tuple(problem for problem in self._near(path) if problem.path == path)

    def under(self, path: str) -> tuple[Problem, ...]:
        """What is wrong there and below: "projects/0/indicators/3" finds its target's problems too."""
        return tuple(problem for problem in self._near(path) if f"{problem.path}/".startswith(f"{path}/"))

    @cached_property
    def _indexes(self) -> dict[str, list[int]]:
        indexes: dict[str, list[int]] = {}
        for index, project in enumerate(self.document.projects):
            indexes.setdefault(project.id, []).append(index)
        return indexes

    @cached_property
    def _across(self) -> dict[int, list[Problem]]:
        across: dict[int, list[Problem]] = {}
        for problem in self.across:
            if problem.project:
                across.setdefault(_index(problem.path), []).append(problem)
        return across

    def _about(self, index: int) -> Iterator[Problem]:
        return chain(self._across.get(index, ()), self.parts[index].problems)

    def _near(self, path: str) -> Iterator[Problem]:
        """The problems among which those at `path` are: of one project, or of the document alone."""
        index = _index(path)
        if 0 <= index < len(self.parts):
            return self._about(index)
        return chain(self.overall, (problem for problem in self.across if not problem.path.startswith("projects/")))


def document_problem(rule: Rule, finding: Finding, document: Document) -> Problem:
    """A finding of a rule that looks at the whole document, as a problem."""
    if finding.index is None:
        return Problem(rule.id, rule.severity, finding.path, finding.message, finding.fix)
    return _problem(rule, finding, finding.index, document.projects[finding.index].id)


def _problem(rule: Rule, finding: Finding, index: int, project: str) -> Problem:
    here = f"projects/{index}"
    path = f"{here}/{finding.path}" if finding.path else here
    fix = tuple((f"{here}/{place}", text) for place, text in finding.fix)
    return Problem(rule.id, rule.severity, path, finding.message, fix, project)


def _index(path: str) -> int:
    """The number of the project that `path` leads into, -1 for none."""
    steps = path.split("/", 2)
    return int(steps[1]) if steps[0] == "projects" and len(steps) > 1 and steps[1].isdecimal() else -1
