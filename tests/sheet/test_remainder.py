"""What is nowhere any more is told; what is somewhere, written a little otherwise, is not."""

import pytest

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet.remainder import remainder

DOCUMENT = Document("hebei-2020", 2020, projects=(Project("p", name="展览（二期）"),))


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("1、展览（二期）绩效目标表", False),
        ("1、展览(二期)绩效目标表", False),
        ("2、另一项目绩效目标表", True),
        ("一、展览（二期）项目绩效目标表", False),
        ("请于月底前报送", True),
    ],
)
def test_a_title_goes_only_with_a_project_of_its_name(text: str, is_told: bool, hebei: Form) -> None:
    assert [note.original for note in remainder([("第1行", text)], DOCUMENT, (), hebei)] == [text] * is_told
