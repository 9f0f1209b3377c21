"""Checking a document: what the rules say about it, less what a person has set aside."""

from collections.abc import Iterable

from pbeditor.check.checked import Checked
from pbeditor.check.groups import no_groups, regrouped
from pbeditor.check.parts import Part, confirmations_of, part_of, whole_of
from pbeditor.check.rule import Rule
from pbeditor.check.rules import RULES
from pbeditor.check.seen import NO_PROJECT, Seen, look_steps
from pbeditor.check.setting import setting_of
from pbeditor.model.differing import differing
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.steps import Steps, at_once

__all__ = ["Checked", "check", "check_steps"]

NOTHING = Part()


def check(document: Document, form: Form, before: Checked | None = None, rules: tuple[Rule, ...] = RULES) -> Checked:
    """Everything wrong with `document`. `before`, an earlier result, saves work and never changes the answer."""
    return at_once(check_steps(document, form, before, rules))


def check_steps(
    document: Document, form: Form, before: Checked | None = None, rules: tuple[Rule, ...] = RULES
) -> Steps[Checked]:
    """`check` in steps, for whoever has other things to do meanwhile.

    Few projects are looked at in the first step; of many none is, for the change itself has taken its time.
    """
    known, known_seen = _known(document, form, before, rules)
    seen = yield from look_steps(document, known_seen)
    parts, whole = _parts(document, seen, known, known_seen), _whole(document, seen, known)
    changes = _changes((known.whole, *known.parts), (whole, *parts))
    return Checked(
        document=document,
        form=form,
        seen=seen,
        parts=parts,
        whole=whole,
        places=_places(parts, changes, known),
        by_rule=regrouped(known.by_rule, changes, (whole, *parts)),
    )


def _known(document: Document, form: Form, before: Checked | None, rules: tuple[Rule, ...]) -> tuple[Checked, Seen]:
    """What of an earlier result still holds."""
    if before is not None and before.seen is not None and before.seen.setting.is_that_of(document, form, rules):
        return before, before.seen
    seen = Seen(None, setting_of(document, form, rules))
    return Checked(document, form, seen, (), NOTHING, {}, no_groups(rules)), seen


def _parts(document: Document, seen: Seen, known: Checked, known_seen: Seen) -> tuple[Part, ...]:
    """What was found project by project; the same object where it is the same."""
    confirmations, across = confirmations_of(document), seen.across.by_project
    parts = list(known.parts[: len(seen.looks)])
    for index in _to_renew(document, seen, known, known_seen):
        found = seen.looks[index].found + across.get(index, ())
        part = part_of(index, document.projects[index], found, confirmations)
        if index >= len(parts):
            parts.append(part)
        elif not parts[index].says_what(part):
            parts[index] = part
    return tuple(parts)


def _to_renew(document: Document, seen: Seen, known: Checked, known_seen: Seen) -> Iterable[int]:
    """The projects about which something else may be said than before, in their order."""
    if document.confirmed != known.document.confirmed:
        return range(len(seen.looks))
    changed = set(differing(known_seen.looks, seen.looks))
    if seen.across is not known_seen.across:
        changed |= known_seen.across.by_project.keys() | seen.across.by_project.keys()
    return sorted(changed.intersection(range(len(seen.looks))))


def _whole(document: Document, seen: Seen, known: Checked) -> Part:
    found = seen.overall + seen.across.by_project.get(NO_PROJECT, ())
    whole = whole_of(document, found, confirmations_of(document))
    return known.whole if known.whole.says_what(whole) else whole


def _changes(before: tuple[Part, ...], after: tuple[Part, ...]) -> list[tuple[Part, Part]]:
    """What has given way to what."""
    new = [(before[index] if index < len(before) else NOTHING, after[index]) for index in differing(before, after)]
    return new + [(gone, NOTHING) for gone in before[len(after) :]]


def _places(parts: tuple[Part, ...], changes: Iterable[tuple[Part, Part]], known: Checked) -> dict[str, int]:
    if all(old.project == new.project for old, new in changes):
        return known.places
    return {part.project: index for index, part in enumerate(parts)}
