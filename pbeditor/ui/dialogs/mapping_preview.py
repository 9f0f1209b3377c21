"""How the first rows of a file read as the columns are mapped now."""

from msgspec.structs import astuple
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Document, Project
from pbeditor.model.target import printed
from pbeditor.ui.theme import S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.signs import tip
from pbeditor.work.opening import Opened

HEADS = ("一级指标", "二级指标", "三级指标", "指标描述", "指标值", "依据")
ROWS = 12
SHORT = 20  # characters of the goals


class MappingPreview(QWidget):
    """One line about the first project, its first rows below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = plain("", self)
        self.told.setWordWrap(True)
        self.rows = QTableWidget(0, len(HEADS), self)
        self.rows.setHorizontalHeaderLabels(HEADS)
        self.rows.setAccessibleName("读出的前几行")
        self.rows.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.rows.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.rows.setTabKeyNavigation(False)
        self.rows.setAlternatingRowColors(True)
        self.rows.setShowGrid(False)
        self.rows.setWordWrap(False)
        self.rows.verticalHeader().hide()
        header = self.rows.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self.told)
        layout.addWidget(self.rows)

    def show_opened(self, opened: Opened) -> None:
        """Show what the beginning of the file holds."""
        project = next((each for each in opened.document.projects if each.indicators), None)
        project = project or next(iter(opened.document.projects), None)
        self.told.setText(told(opened.document, project))
        texts = _texts(project) if project else []
        self.rows.setRowCount(len(texts))
        for row, line in enumerate(texts):
            for column, text in enumerate(line):
                item = QTableWidgetItem(text.replace("\n", " "))
                item.setToolTip(tip(text))
                self.rows.setItem(row, column, item)


def told(document: Document, project: Project | None) -> str:
    """The first project in one line."""
    if project is None:
        return "预览：按现在的对应还读不出项目。至少要有“三级指标”或“指标值”一列，或项目名称和另一个栏目。"
    named = zip(BUDGET_PARTS.values(), astuple(project.budget), strict=True)
    amounts = "、".join(f"{name} {amount}" for name, amount in named if amount)
    parts = [f"预览：{project.name or '（没有项目名称）'}", project.code and f"编码 {project.code}"]
    parts += [amounts and f"{amounts}（{document.money_unit}）"]
    parts += [f"绩效目标“{_short(project.goals)}”" if project.goals else ""]
    return "；".join(part for part in parts if part)


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= SHORT else f"{line[:SHORT]}…"


def _texts(project: Project) -> list[tuple[str, ...]]:
    return [
        (row.level1, row.level2, row.name, row.description, printed(row.target), row.basis)
        for row in project.indicators[:ROWS]
    ]
