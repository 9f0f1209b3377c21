"""The pages of the handbook in their order, and which of them fits a place of the window."""

from html import unescape
from re import sub

from PySide6.QtCore import QObject

from pbeditor.store.disk import read
from pbeditor.store.resources import resource
from pbeditor.ui.handbook.shortcuts import shortcuts_page

SHORTCUTS = "shortcuts"
LIMIT = 1024 * 1024
# The file of each page in resources/help, and its title.
PAGES = (
    ("begin", "从上年文件开始"),
    ("overall", "整体绩效目标和文档信息"),
    ("project", "填写一个项目"),
    ("plan", "资金支出计划"),
    ("indicators", "指标表（像 Excel 一样）"),
    ("last-year", "与上年对照"),
    ("merge", "合并同事填写的项目"),
    ("problems", "看懂和处理问题"),
    ("find", "查找替换与指标库"),
    ("print", "打印与导出"),
    ("save", "保存、撤销与备份"),
    ("promises", "不丢东西的保证"),
    ("command-line", "命令行"),
    (SHORTCUTS, "快捷键"),
)
TREE = "ProjectPanel"
# What stands at a place of the window, by the class of a widget there, the innermost first.
PLACES = {
    "IndicatorsTab": "indicators",
    "PlanTab": "plan",
    "PreviewTab": "print",
    "DocumentPage": "overall",
    "OverallPage": "overall",
    "SectionPage": "overall",
    "ProjectPage": "project",
    TREE: "project",
    "ProblemPanel": "problems",
    "FindPanel": "find",
    "LibraryPanel": "find",
    "LastYearPanel": "last-year",
    "ComparisonPage": "last-year",
    "ComparisonDialog": "last-year",
    "PrintPreviewDialog": "print",
    "StyleDialog": "print",
    "ExportOptionsDialog": "print",
    "Wizard": "begin",
    "MappingDialog": "begin",
    "AssigningDialog": "begin",
    "ImportReport": "begin",
    "OwnFormsDialog": "begin",
    "KeptDialog": "begin",
    "MergingDialog": "merge",
    "FillingDialog": "project",
    "RecoveredDialog": "save",
    "VersionsDialog": "save",
    "UnexpectedDialog": "promises",
}


def page_for(widget: QObject | None, shown: QObject | None = None) -> str:
    """The page that fits where `widget` is, in the tree what is `shown` beside it; the first one if none does."""
    while widget is not None:
        name = type(widget).__name__
        if name == TREE and (page := PLACES.get(type(shown).__name__)):
            return page
        if page := PLACES.get(name):
            return page
        widget = widget.parent()
    return PAGES[0][0]


def html(page: str) -> str:
    """The text of a page as HTML."""
    if page == SHORTCUTS:
        return shortcuts_page()
    return read(resource("help", f"{page}.html"), LIMIT).decode("utf-8")


def words(page: str) -> str:
    """The text of a page without its marks, to search in."""
    return unescape(sub(r"<[^>]+>", "", html(page)))
