"""The entries at the top of the project tree, and which of them hold rows."""

from msgspec import Struct

from pbeditor.ui.nodes import COMPARISON, DOCUMENT, OVERALL, OVERVIEW, PROJECTS, Kind, Node

# Node numbers for createIndex: an entry of the top, a section, a project.
TOP, SECTION, PROJECT = 0, 1, 2
KINDS: dict[int, Kind] = {SECTION: "section", PROJECT: "project"}


class Entry(Struct, frozen=True):
    """An entry of the top; `holds` is the node number of what is below it, 0 for nothing."""

    node: Node
    text: str
    icon: str
    holds: int = 0


ENTRIES = (
    Entry(OVERVIEW, "总览", "overview"),
    Entry(COMPARISON, "与上年对比", "last-year"),
    Entry(DOCUMENT, "文档信息", "document"),
    Entry(OVERALL, "部门整体绩效目标", "target", SECTION),
    Entry(PROJECTS, "预算项目", "projects", PROJECT),
)
ROW_OF = {entry.holds: row for row, entry in enumerate(ENTRIES) if entry.holds}
