"""A sheet marked as a draft."""

from pbeditor.model.document import Document, Project
from pbeditor.model.form import Form
from pbeditor.sheet.draft import as_draft
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import PROJECT, TITLE, Paragraph


def test_the_title_and_every_project_are_marked_and_nothing_else(hebei: Form) -> None:
    document = Document("hebei-2020", 2020, "标题", projects=(Project("p", name="甲"), Project("q", name="乙")))
    sheet = lay_out(document, hebei)
    draft = as_draft(sheet)
    changed = [new for old, new in zip(sheet.blocks, draft.blocks, strict=True) if new != old]
    assert [block.text for block in changed if isinstance(block, Paragraph)] == [
        "标题（草稿）",
        "1、甲绩效目标表（草稿）",
        "2、乙绩效目标表（草稿）",
    ]
    assert {block.role for block in changed if isinstance(block, Paragraph)} == {TITLE, PROJECT}
    assert draft.about == sheet.about
