"""One section of 部门整体绩效目标: its heading and its long text."""

from PySide6.QtWidgets import QGridLayout, QWidget

from pbeditor.model.unnamed import UNNAMED_SECTION
from pbeditor.sheet.lay_out import section_title
from pbeditor.ui.editors.fields import LineField, TextField
from pbeditor.ui.listening import listen
from pbeditor.ui.pages.frame import Page, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XS, L
from pbeditor.ui.widgets.labels import Heading, aside


class SectionPage(Page):
    """Follows its section's place; a line of the text is a paragraph on paper."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = 0
        self._title = Heading()
        self._heading = LineField(session, "", "部分标题")
        self._text = TextField(session, "", "正文", rows=4)
        layout = column(self)
        layout.addWidget(self._title)
        layout.addWidget(aside("部门整体绩效目标的一部分。每一行印成一个自然段。"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(XS)
        for row, (field, text) in enumerate(((self._heading, "标题(&B)"), (self._text, "正文(&N)"))):
            grid.addWidget(field.caption(text), row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(1, 1)
        layout.addLayout(grid, 1)
        listen(self, session, changed=self._show_title)

    def show_key(self, key: str) -> None:
        """Show the section at place `key`."""
        self._place = int(key)
        self._heading.set_path(f"overall/{key}/heading")
        self._text.set_path(f"overall/{key}/text")
        self._show_title()

    def show_place(self, path: str) -> bool:
        """Give the focus to the heading or, for anything else, to the text."""
        (self._heading if path.endswith("/heading") else self._text).take_focus()
        return True

    def _show_title(self, *_: object) -> None:
        sections = self._session.document.overall
        if self._place < len(sections):
            heading = sections[self._place].heading or UNNAMED_SECTION
            self._title.setText(section_title(self._place + 1, heading, self._session.form).rstrip("："))
