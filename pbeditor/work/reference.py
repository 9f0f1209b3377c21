"""The built-in look of our Word files, and that as a file which a user can change."""

from pbeditor.model.form import Form
from pbeditor.sheet import sheet
from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Sheet, Table
from pbeditor.store import disk
from pbeditor.store.resources import resource

_HOW = "修改样式、纸张、页边距、页眉、页脚（可放入标志图片）后保存，导出时选作版式；这里的文字不会出现在导出的文件中。"
_SHOWN = (
    (sheet.TITLE, "文本标题"),  # not the cover's first: that would leave the first page without a number
    (sheet.COVER, "封面标题"),
    (sheet.COVER_LINE, "封面文字"),
    (sheet.CONTENTS, "目录标题"),
    (sheet.ENTRY, "目录条目"),
    (sheet.PART, "部分标题"),
    (sheet.SECTION, "分项标题"),
    (sheet.BODY, _HOW),
    (sheet.PROJECT, "项目标题"),
)
_CELLS = Row(
    (
        Cell((Run("表格标签"),), 0, role=sheet.LABEL, align="center"),
        Cell((Run("表格内容"),), 1, role=sheet.VALUE),
    )
)


def built_in() -> bytes:
    """The Word file whose styles and paper our own files have."""
    return disk.read(resource("word", "reference.docx"))


def reference_document(form: Form) -> bytes:
    """All styles of our Word files with the fonts, sizes and paper of a form, each with a line that shows it."""
    from pbeditor.exchange.word_out import word_bytes

    blocks = tuple(Paragraph(text, role) for role, text in _SHOWN)
    shown = Sheet((*blocks, Table((_CELLS,), (30.0, 60.0))), sheet.About(form.id, form.year))
    return word_bytes(shown, form.layout, built_in())
