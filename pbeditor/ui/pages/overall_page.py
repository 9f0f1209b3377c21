"""部门整体绩效目标 as a whole: its sections with their first words, and the way to a new one."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pbeditor.model.document import Section
from pbeditor.model.unnamed import UNNAMED_SECTION
from pbeditor.ui.listening import listen
from pbeditor.ui.pages.frame import Page, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, M, S
from pbeditor.ui.widgets.labels import ElidedLabel, Heading, aside
from pbeditor.ui.widgets.parts import CommandButton


class OverallPage(Page):
    """A list of the sections; Enter or a double click opens one."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Section, ...] | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName("部门整体绩效目标的各部分")
        self._list.setSpacing(S // 2)
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
        listen(self, session, changed=self._follow, opened=self._follow)
        self._follow()

    def show_key(self, key: str) -> None:
        """Show the sections as they are now."""
        self._follow()

    def _follow(self, *_: object) -> None:
        sections = self._session.document.overall
        if sections is self._shown:
            return
        self._shown = sections
        row = self._list.currentRow()
        self._list.clear()
        for section in sections:
            self._add(section)
        self._list.setCurrentRow(min(max(row, 0), len(sections) - 1))
        self._list.setVisible(bool(sections))
        self._empty.setVisible(not sections)

    def _add(self, section: Section) -> None:
        item, card = QListWidgetItem(self._list), _Card(section)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, section.heading)
        item.setSizeHint(card.sizeHint())
        self._list.setItemWidget(item, card)

    def _open(self, item: QListWidgetItem) -> None:
        self._session.go_to(f"overall/{self._list.row(item)}/text")


class _Card(QWidget):
    """A section's heading above the beginning of its text."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, S, M, S)
        layout.setSpacing(XS)
        layout.addWidget(Heading(section.heading or UNNAMED_SECTION, 1.0))
        beginning = ElidedLabel(self)
        beginning.say(section.text.replace("\n", " ") or "（空）")
        beginning.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout.addWidget(beginning)
