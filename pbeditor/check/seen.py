"""Running the rules, and remembering: a project that is the same object as before is not looked at again."""

from functools import cached_property
from itertools import chain
from typing import Any

from msgspec import Struct

from pbeditor.check.facts import DocumentFacts, Summary, overall_facts, project_facts
from pbeditor.check.rule import Found, Rule
from pbeditor.check.setting import Setting
from pbeditor.model.differing import differing
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.model.steps import Steps

NO_PROJECT = -1
SLICE = 25  # projects looked at between two steps, some milliseconds


class Look(Struct, frozen=True, eq=False):
    """What the rules said about one project; it stays true wherever the project stands."""

    project: Project
    summary: Summary
    found: tuple[Found, ...]


class Across(Struct, frozen=True, dict=True, eq=False):
    """What the rules said that compare the projects."""

    by_rule: dict[str, tuple[Found, ...]] = {}

    @cached_property
    def by_project(self) -> dict[int, tuple[Found, ...]]:
        """By the index of the project that a finding speaks of, NO_PROJECT where it speaks of all together."""
        found: dict[int, tuple[Found, ...]] = {}
        for each in chain.from_iterable(self.by_rule.values()):
            index = NO_PROJECT if each[1].index is None else each[1].index
            found[index] = (*found.get(index, ()), each)
        return found


class Seen(Struct, frozen=True, eq=False):
    """All that the rules said about a document, before what a person has set aside is taken out."""

    document: Document | None  # None before anything was looked at
    setting: Setting
    looks: tuple[Look, ...] = ()  # one a project, in their order
    overall: tuple[Found, ...] = ()  # about 部门整体绩效目标
    across: Across = Across()


def look_steps(document: Document, known: Seen) -> Steps[Seen]:
    """What the rules say about `document`. What is known of an earlier one in the same setting saves work."""
    looks = yield from _looks(document, known)
    return Seen(document, known.setting, looks, _overall(document, known), _across(looks, known))


def _looks(document: Document, known: Seen) -> Steps[tuple[Look, ...]]:
    before = known.document.projects if known.document else ()
    changed = differing(before, document.projects)
    left = [*changed, *range(len(document.projects), len(before))]
    moved = {id(look.project): look for look in known.looks[left[0] :]} if len(left) > 1 else {}
    looks = list(known.looks[: len(document.projects)])
    for done, index in enumerate(changed):
        if done % SLICE == 0 and len(changed) > SLICE:
            yield
        project = document.projects[index]
        looks[index : index + 1] = [moved.get(id(project)) or _look(project, known.setting)]
    return tuple(looks)


def _look(project: Project, setting: Setting) -> Look:
    facts = project_facts(project, setting)
    return Look(project, facts.summary, _run(setting.project_rules, facts, setting.form))


def _overall(document: Document, known: Seen) -> tuple[Found, ...]:
    old, setting = known.document, known.setting
    if old and old.overall is document.overall and old.title == document.title:
        return known.overall
    return _run(setting.overall_rules, overall_facts(document, setting), setting.form)


def _across(looks: tuple[Look, ...], known: Seen) -> Across:
    """What the rules across projects say; the same object when they say nothing new."""
    stale, said = _stale(looks, known), known.across.by_rule
    if not stale:
        return known.across
    facts = DocumentFacts(known.setting.money_unit, [look.summary for look in looks])
    new = {rule.id: _run((rule,), facts, known.setting.form) for rule in stale}
    return known.across if all(said.get(rule) == found for rule, found in new.items()) else Across(said | new)


def _stale(looks: tuple[Look, ...], known: Seen) -> tuple[Rule, ...]:
    """The rules across projects that would see something new."""
    rules = known.setting.rules_across
    if known.document is None or len(looks) != len(known.looks):
        return rules
    pairs = [(known.looks[index].summary, looks[index].summary) for index in differing(known.looks, looks)]
    fields = Summary.__struct_fields__
    changed = {field for old, new in pairs for field in fields if getattr(old, field) != getattr(new, field)}
    return tuple(rule for rule in rules if not changed.isdisjoint(rule.reads))


def _run(rules: tuple[Rule, ...], facts: Any, form: Form) -> tuple[Found, ...]:
    return tuple([(rule, finding) for rule in rules for finding in rule.function(facts, form)])
