"""What the tests of the formats share."""

import pytest

from pbeditor.store.resources import resource


@pytest.fixture(scope="session")
def reference() -> bytes:
    """The built-in Word reference document."""
    return resource("word", "reference.docx").read_bytes()
