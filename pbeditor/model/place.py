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
