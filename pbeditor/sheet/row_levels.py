"""The categories of a foreign row: torn labels made whole, levels one column off put right, blank ones gone on with."""

from collections.abc import Mapping

from pbeditor.model.fillers import DITTO
from pbeditor.sheet.grid import Labels


def continued(texts: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """A category that is blank or 同上 goes on with the one above; a blank 二级 only where 一级 goes on too."""
    own1, own2 = ("" if texts.get(field) in DITTO else texts.get(field, "") for field in ("level1", "level2"))
    level1 = own1 or above.get("level1", "")
    same = level1 == above.get("level1")
    level2 = own2 or (above.get("level2", "") if same else "")
    return {**texts, "level1": level1, "level2": level2}


def is_off(texts: Mapping[str, str], labels: Labels) -> bool:
    """Whether a 二级 can only be one of the form's 一级."""
    level2 = texts.get("level2", "")
    return labels.is_level1(level2) and not labels.is_level2(level2)


def placed_levels(texts: Mapping[str, str], labels: Labels, *, off: bool, has_names: bool) -> dict[str, str]:
    """Each level in its own column; in a table of two levels the second is the name, unless it is a category.

    Behind two categories, where no column has names, 指标内容 and the like is one. `off` says that the table has a
    level of its own above the form's: then a 二级 that names a 一级 is one.
    """
    level1, level2 = (labels.whole(texts.get(field, "")) for field in ("level1", "level2"))
    if off and labels.is_level1(level2):
        level1, level2 = level2, ""
    placed = {**texts, "level1": level1, "level2": level2}
    if has_names:
        return placed
    if labels.is_level2(level2):
        is_moved = "description" in placed and not placed.get("name")
        return placed | {"name": placed["description"], "description": ""} if is_moved else placed
    return {**texts, "level1": level1, "level2": "", "name": level2}


def are_moved(texts: Mapping[str, str], placed: Mapping[str, str], labels: Labels) -> bool:
    """Whether the levels stood in other columns."""
    return any(
        placed[field] not in ("".join(texts.get(field, "").split()), labels.whole(texts.get(field, "")))
        for field in ("level1", "level2")
        if placed[field] or texts.get(field)
    )
