"""部门整体绩效目标 as a whole: its sections with their first words, and the way to a new one."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from pbeditor.model.document import Section
from pbeditor.ui.pages.frame import CommandButton, Heading, Page, aside, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import S


class OverallPage(Page):
    """A list of the sections; Enter or a double click opens one."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Section, ...] | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName("部门整体绩效目标的各部分")
        self._list.setSpacing(S // 2)
        self._list.setWordWrap(True)
        self._empty = aside("还没有内容。部门整体绩效目标通常分为总体绩效目标、分项绩效目标和工作保障措施。")
        buttons = QHBoxLayout()
        buttons.addWidget(CommandButton(actions["add_section"]))
        buttons.addStretch(1)
        layout = column(self)
        layout.addWidget(Heading("部门整体绩效目标"))
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        layout.addStretch(0)
        self._list.itemActivated.connect(self._open)
        session.changed.connect(self._follow)
        session.opened.connect(self._follow)
        self._follow()

    def show_key(self, key: str) -> None:
        """Show the sections as they are now."""
        self._follow()

    def _follow(self) -> None:
        sections = self._session.document.overall
        if sections is self._shown:
            return
        self._shown = sections
        row = self._list.currentRow()
        self._list.clear()
        for section in sections:
            QListWidgetItem(f"{section.heading or '未命名部分'}\n{_beginning(section.text)}", self._list)
        self._list.setCurrentRow(min(max(row, 0), len(sections) - 1))
        self._list.setVisible(bool(sections))
        self._empty.setVisible(not sections)

    def _open(self, item: QListWidgetItem) -> None:
        self._session.go_to(f"overall/{self._list.row(item)}/text")


def _beginning(text: str, longest: int = 120) -> str:
    line = " ".join(text.split("\n"))
    return (line if len(line) <= longest else f"{line[:longest]}…") or "（空）"
