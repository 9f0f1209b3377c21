"""Which findings the panel shows, and what it says about those that it does not."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.check.checked import Checked
from pbeditor.check.groups import Group
from pbeditor.check.problem import SEVERITIES, SEVERITY_NAMES, Severity


class Choice(Struct, frozen=True):
    """What is to be shown. `project` is an id, blank for everything."""

    severities: frozenset[Severity] = frozenset(SEVERITIES)
    project: str = ""


EVERYTHING = Choice()


def shown(checked: Checked, choice: Choice) -> tuple[Group, ...]:
    """The groups to show, gravest first."""
    return tuple(group for group in within(checked, choice.project) if group.severity in choice.severities)


def within(checked: Checked, project: str) -> tuple[Group, ...]:
    """The groups with what concerns one project; all of them where there is no such project."""
    if project not in checked.places:
        return checked.groups
    part = checked.parts[checked.places[project]]
    return tuple(
        replace(group, count=part.tally[group.rule], parts=(part,))
        for group in checked.groups
        if group.rule in part.tally
    )


def counts(groups: Iterable[Group]) -> dict[Severity, int]:
    """How many findings of each severity, gravest first."""
    known = tuple(groups)
    return {each: sum(group.count for group in known if group.severity == each) for each in SEVERITIES}


def gravest_that_fit(groups: Iterable[Group], lines: int) -> frozenset[Severity]:
    """The severities to begin with: the least grave are left out while not even one rule could be unfolded."""
    known, wanted = tuple(groups), list(SEVERITIES)
    while len(wanted) > 1:
        heard = [group for group in known if group.severity in wanted]
        if not heard or len(heard) + heard[0].count <= lines:
            break
        wanted.pop()
    return frozenset(wanted)


def remembered(words: Iterable[str]) -> frozenset[Severity]:
    """The severities among words that were kept; an older or newer version may have known others."""
    known = frozenset(words)
    return frozenset(each for each in SEVERITIES if each in known)


def told(checked: Checked, choice: Choice) -> str:
    """What the choice leaves out, "" for nothing; where nothing is left to show, that."""
    here, everywhere = within(checked, choice.project), sum(checked.counts.values())
    hidden = [(each, number) for each, number in counts(here).items() if number and each not in choice.severities]
    parts = [f"{number} 条{SEVERITY_NAMES[each]}" for each, number in hidden]
    elsewhere = everywhere - sum(group.count for group in here)
    if elsewhere:
        parts.append(f"其他位置的 {elsewhere} 条")
    if parts:
        return f"未显示：{'、'.join(parts)}"
    if not checked.is_known:
        return "正在检查…"
    return "" if everywhere else "没有发现问题"
