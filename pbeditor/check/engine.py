"""Runs the rules, and remembers: a project that is the same object as before is not looked at again."""

from typing import Any

from pbeditor.check.checked import Checked, Found, Part, document_problem
from pbeditor.check.facts import DocumentFacts, overall_facts, project_facts
from pbeditor.check.problem import Problem
from pbeditor.check.rule import Rule
from pbeditor.check.rules import RULES
from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form

__all__ = ["Checked", "check"]


def check(document: Document, form: Form, before: Checked | None = None, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Everything wrong with `document`. `before`, an earlier result, saves work and never changes the answer."""
    if before is None or not _still_holds(before, document, form, rules):
        parts = _parts(document, form, rules, ())
        return Checked(
            document, form, rules, parts, _overall(document, form, rules), _across(document, form, rules, parts)
        )
    parts = _parts(document, form, rules, before.parts)
    same_overall = before.document.overall is document.overall and before.document.title == document.title
    same_beside = _same_beside_each_other(before.parts, parts)
    return Checked(
        document=document,
        form=form,
        rules=rules,
        parts=parts,
        overall=before.overall if same_overall else _overall(document, form, rules),
        across=before.across if same_beside else _across(document, form, rules, parts),
    )


def _still_holds(before: Checked, document: Document, form: Form, rules: tuple[Rule, ...]) -> bool:
    """Whether all but the projects that a project's findings depend on is as it was."""
    old = before.document
    same = before.form is form and before.rules is rules
    return same and old.year == document.year and old.money_unit == document.money_unit


def _parts(document: Document, form: Form, rules: tuple[Rule, ...], known: tuple[Part, ...]) -> tuple[Part, ...]:
    scoped = _scoped(rules, "project", "text")
    moved: dict[int, Part] = {}
    parts = list(known[: len(document.projects)])
    for index, project in enumerate(document.projects):
        if index < len(parts) and parts[index].project is project:
            continue
        moved = moved or {id(part.project): part for part in known}
        old = moved.get(id(project))
        part = Part(project, old.facts, old.found, index) if old else _part(project, index, document, form, scoped)
        parts[index : index + 1] = [part]
    return tuple(parts)


def _part(project: Project, index: int, document: Document, form: Form, rules: tuple[Rule, ...]) -> Part:
    facts = project_facts(project, form, document.year, document.money_unit)
    return Part(project, facts, _run(rules, facts, form), index)


def _overall(document: Document, form: Form, rules: tuple[Rule, ...]) -> tuple[Problem, ...]:
    found = _run(_scoped(rules, "overall", "text"), overall_facts(document), form)
    return tuple(document_problem(rule, finding, document) for rule, finding in found)


def _same_beside_each_other(before: tuple[Part, ...], after: tuple[Part, ...]) -> bool:
    """Whether rules that compare projects would see what they saw before."""
    if len(before) != len(after):
        return False
    pairs = zip(before, after, strict=True)
    return all(old is new or old.facts.summary == new.facts.summary for old, new in pairs)


def _across(document: Document, form: Form, rules: tuple[Rule, ...], parts: tuple[Part, ...]) -> tuple[Problem, ...]:
    facts = DocumentFacts(document.money_unit, [part.facts.summary for part in parts])
    found = _run(_scoped(rules, "document"), facts, form)
    return tuple(document_problem(rule, finding, document) for rule, finding in found)


def _run(rules: tuple[Rule, ...], facts: Any, form: Form) -> tuple[Found, ...]:
    return tuple([(rule, finding) for rule in rules for finding in rule.function(facts, form)])


def _scoped(rules: tuple[Rule, ...], *scopes: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.scope in scopes)
