"""The published JSON Schema of the project file."""

from pbeditor.store.schema import PATH, schema


def test_the_schema_in_resources_is_current() -> None:
    assert PATH.read_bytes() == schema(), "renew it: python -m pbeditor.store.schema"
