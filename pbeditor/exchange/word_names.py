"""The names by which our own Word files say what a piece of text is: styles, bookmarks, properties.

Word and WPS may give a style another id when they save a file, but they keep its name.
"""

from pbeditor.sheet import sheet

PARAGRAPHS = {
    sheet.TITLE: ("pbTitle", "绩效文本标题"),
    sheet.CONTENTS: ("pbContents", "绩效目录标题"),
    # Word gives this built-in style to the entries when it renews the contents.
    sheet.ENTRY: ("TOC1", "toc 1"),
    sheet.PART: ("pbPart", "绩效部分标题"),
    sheet.SECTION: ("pbSection", "绩效分项标题"),
    sheet.BODY: ("pbBody", "绩效正文"),
    sheet.PROJECT: ("pbProject", "绩效项目标题"),
    sheet.GAP: ("pbGap", "绩效表间距"),
    sheet.COVER: ("pbCover", "绩效封面标题"),
    sheet.COVER_LINE: ("pbCoverLine", "绩效封面文字"),
    sheet.COVER_GAP: ("pbCoverGap", "绩效封面间距"),
    sheet.CAPTION: ("pbCaption", "绩效汇总标题"),
}
CELLS = {
    sheet.LABEL: ("pbLabel", "绩效表标签"),
    sheet.VALUE: ("pbValue", "绩效表内容"),
    sheet.LINE: ("pbLine", "绩效表行号"),
    "": ("pbCell", "绩效表文字"),
}
RUNS = {
    sheet.CODE: ("pbCode", "绩效代码"),
    sheet.NAME: ("pbName", "绩效名称"),
    sheet.OPERATOR: ("pbOperator", "绩效计算符号"),
    sheet.NUMBER: ("pbNumber", "绩效数值"),
    sheet.WORDS: ("pbWords", "绩效文字值"),
}
# What Word needs and the sheet does not have: a paragraph between two tables, a cell where the grid is open.
JOIN = ("pbJoin", "绩效表连接")
HOLE = ("pbHole", "绩效表空位")
PAGE_NUMBER = ("pbPageNumber", "绩效页码")

OWN = (*PARAGRAPHS.values(), *CELLS.values(), *RUNS.values(), JOIN, HOLE)
# Roles by whose styles a reference document sets the look; the others stand like one of these.
_ALIKE = ("", sheet.GAP, sheet.COVER_GAP, sheet.CAPTION, sheet.LINE)
STYLE_IDS = {role: style_id for role, (style_id, _) in (*PARAGRAPHS.items(), *CELLS.items()) if role not in _ALIKE}
PARAGRAPH_ROLES = {style_id: role for role, (style_id, _) in PARAGRAPHS.items()}
CELL_ROLES = {style_id: role for role, (style_id, _) in CELLS.items()}
RUN_ROLES = {style_id: role for role, (style_id, _) in RUNS.items()}

BOOKMARKS = ("_Toc", "pb")

# About field -> custom document property
PROPERTIES = {
    "form": "pbeditor.form",
    "year": "pbeditor.year",
    "department_code": "pbeditor.department.code",
    "department_name": "pbeditor.department.name",
    "money_unit": "pbeditor.money_unit",
}
