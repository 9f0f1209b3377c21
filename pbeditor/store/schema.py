"""The JSON Schema of the project file, made from the model: `python -m pbeditor.store.schema` renews it."""

import json
from inspect import cleandoc
from typing import Any

import msgspec

from pbeditor.store import disk
from pbeditor.store.migrate import VERSION
from pbeditor.store.project_content import ProjectFile
from pbeditor.store.resources import resource

PATH = resource("schema", f"pbproj-{VERSION}.schema.json")


def schema() -> bytes:
    """The schema as indented UTF-8 JSON with one newline at the end."""
    content: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "pbeditor project file",
        **msgspec.json.schema(ProjectFile),
    }
    # Docstrings lose their indentation only from Python 3.13 on; the schema is the same everywhere.
    for part in content["$defs"].values():
        part["description"] = cleandoc(part["description"])
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


if __name__ == "__main__":
    disk.write(PATH, schema())
