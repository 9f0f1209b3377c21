"""Places that stay true while projects and rows move."""

from typing import Any

from msgspec import Struct


def lasting_place(root: Struct, path: str) -> str:
    """`path`, which counts from `root`, with ids in place of the indexes of projects and indicators.

    What is not there yet, such as a period that the plan lacks, keeps its number. AttributeError for no place.
    """
    value: Any = root
    steps = []
    for step in path.split("/") if path else ():
        if isinstance(value, tuple):
            value = value[int(step)] if int(step) < len(value) else None
            steps.append(getattr(value, "id", step))
        else:
            value = getattr(value, step)
            steps.append(step)
    return "/".join(steps)


def present_path(root: Struct, place: str) -> str:
    """The path that leads from `root` to a lasting place now. LookupError when what it names is gone."""
    value: Any = root
    steps = []
    for step in place.split("/") if place else ():
        if isinstance(value, tuple):
            index = next((n for n, item in enumerate(value) if getattr(item, "id", None) == step), -1)
            if index < 0 and not (step.isdecimal() and not _has_ids(value)):
                raise LookupError(place)
            index = index if index >= 0 else int(step)
            value = value[index] if index < len(value) else None
            steps.append(str(index))
        elif value is None:
            raise LookupError(place)
        else:
            value = getattr(value, step)
            steps.append(step)
    return "/".join(steps)


def owner(place: str) -> str:
    """The id of the project that a lasting place lies in, "" for one outside the projects."""
    part, _, rest = place.partition("/")
    return rest.partition("/")[0] if part == "projects" else ""


def _has_ids(items: tuple[Any, ...]) -> bool:
    return bool(items) and hasattr(items[0], "id")
