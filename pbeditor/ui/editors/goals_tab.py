"""绩效目标: numbered lines, with what they must agree with beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pbeditor.edit.indicators import cell_text
from pbeditor.edit.numbering import next_start, renumbered
from pbeditor.edit.place import get
from pbeditor.model.document import Project
from pbeditor.ui.editors.fields import TextField
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, L, M, S
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.parts import scrolled


def lines_and_characters(text: str) -> str:
    """How long a text is, as a counter shows it."""
    lines = [line for line in text.split("\n") if line.strip()]
    return f"{len(lines)} 行 · {sum(len(line) for line in lines)} 字"


class GoalsTab(ProjectTab):
    """A large editor; Enter goes on with the next number."""

    title = "绩效目标"
    hint = "每行一条，按回车自动接着编号。"
    parts = ("goals",)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._path = session, ""
        hint = "1、……\n按回车自动续写下一个编号"
        self._field = TextField(session, "", "绩效目标", rows=6, counter=lines_and_characters, placeholder=hint)
        self._field.numbered(next_start)
        self.fields["goals"] = self._field
        self._purpose, self._indicators = _paragraph(), _paragraph()
        self.number = QPushButton("整理编号")
        self.number.setToolTip("按顺序重新编号：1、2、3、……")
        self.number.clicked.connect(self._renumber)
        self._arrange()
        listen(self, session, changed=self._refresh)

    def bind(self, path: str) -> None:
        self._path = path
        super().bind(path)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        try:
            project: Project = get(self._session.document, self._path)
        except (LookupError, ValueError):
            project = Project("")
        self._purpose.setText(project.purpose or "（未填写）")
        rows = [f"{row.name}  {cell_text(row, 'target')}" for row in project.indicators]
        self._indicators.setText("\n".join(rows) or "（未填写）")
        self.number.setEnabled(bool(project.goals))

    def _renumber(self) -> None:
        place = f"{self._path}/goals"
        self._session.write("整理编号", place, renumbered(get(self._session.document, place)))

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._field, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.number)
        buttons.addStretch()
        left.addLayout(buttons)
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, S, 0)
        for title, paragraph in (("资金用途", self._purpose), ("绩效指标", self._indicators)):
            right.addWidget(_title(title))
            right.addWidget(paragraph)
            right.addSpacing(M)
        right.addStretch()
        both = QHBoxLayout(self)
        both.setContentsMargins(L, M, L, M)
        both.setSpacing(XL)
        both.addLayout(left, 2)
        both.addWidget(scrolled(beside), 1)


def _paragraph() -> QLabel:
    label = plain()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _title(text: str) -> QLabel:
    label = plain(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
