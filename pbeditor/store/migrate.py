"""From the project files of older versions to today's shape, one pure function a version."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

VERSION: Final = 1

Step = Callable[[dict[str, Any]], dict[str, Any]]

# STEPS[n] turns the whole content of a version n file into that of version n + 1, apart from "version" itself.
# A test loads an example of every version ever written from tests/data/project/.
STEPS: Mapping[int, Step] = MappingProxyType({})


def migrated(content: dict[str, Any], steps: Mapping[int, Step], current: int = VERSION) -> dict[str, Any]:
    """The content of a file of an older version in today's shape. LookupError when no step leads from its version."""
    for version in range(content["version"], current):
        content = {**steps[version](content), "version": version + 1}
    return content
