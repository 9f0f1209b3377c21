"""与上年对比: what became of last year's projects, with amounts and indicators, to look through and hand in."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from pbeditor.edit.comparison import Comparison, comparing
from pbeditor.edit.comparison_texts import counts_line
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.model.place import present_path
from pbeditor.model.steps import Steps
from pbeditor.ui.gradually import Gradually
from pbeditor.ui.last_year import LastYear
from pbeditor.ui.listening import listen
from pbeditor.ui.pages.frame import Page, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, M
from pbeditor.ui.widgets.comparison_view import ComparisonView
from pbeditor.ui.widgets.labels import Heading, aside
from pbeditor.ui.widgets.parts import CommandButton

PAUSE = 200  # ms without an edit before a page that is seen follows
NOTHING = (
    "这份文件里没有上年的内容，无法对比。请选择上年的文件（Word、Excel 或绩效文件都可以），"
    "它会放进本文件里，只用来对比，不会打印和导出。"
)


class ComparisonPage(Page):
    """Compares only while it is seen, and only when the document is another one."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[Document, Form] | None = None
        self.about, self.view = aside(), ComparisonView(parent=self)
        self.choose = CommandButton(actions["put_last_year"], main=True)
        self.go = QPushButton("转到这一项(&G)", self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._work = Gradually(self)
        layout = column(self)
        layout.addLayout(self._head(actions))
        layout.addWidget(self.about)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        self._listen()

    def _head(self, actions: Mapping[str, QAction]) -> QBoxLayout:
        """The name of the page, and what can be done with the comparison while there is one."""
        self._top, self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight), QWidget(self)
        self._name = Heading("与上年对比")
        self._top.addWidget(self._name)
        self._top.addStretch()
        self._top.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignLeft)
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(M)
        for part in (self.go, *(CommandButton(actions[name]) for name in ("comparison_word", "comparison_excel"))):
            acts.addWidget(part)
        return self._top

    def _turn_head(self) -> None:
        """With large letters beside a panel the commands would be squeezed; they stand below the name there."""
        wanted = self._name.sizeHint().width() + self._acts.sizeHint().width() + M
        has_room = wanted <= self.contentsRect().width() - 2 * XL
        turned = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(turned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_head()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout():  # else it is still being made
            self._turn_head()

    def show_key(self, key: str) -> None:
        """Show the comparison as it is now; that of many projects in a moment, when the page is there."""
        self._refresh()

    def _listen(self) -> None:
        self.view.wanted.connect(self._go_to)
        self.view.tree.selectionModel().currentChanged.connect(self._enable)
        self.view.model.modelReset.connect(self._enable)
        self.go.clicked.connect(self.view.go)
        self._timer.timeout.connect(self._refresh)
        listen(self, self._session, changed=self._follow, opened=self._follow)

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self._timer.start(PAUSE)

    def _refresh(self) -> None:
        self._timer.stop()
        document, form = self._session.document, self._session.form
        if self._seen and self._seen[0] is document and self._seen[1] is form:
            return
        self._seen = document, form
        last = document.last_year
        self.choose.setVisible(last is None)
        for part in (self.view, self._acts):
            part.setVisible(last is not None)
        if last is None:
            self._work.stop()
            self.about.setText(NOTHING)
            return
        self._work.begin(self._comparing(last, document, form))

    def _comparing(self, last: Document, document: Document, form: Form) -> Steps[None]:
        pairs = LastYear.of(self._session).pairs()
        comparison = yield from comparing(last, document, by_id=True, pairs=pairs)
        self.about.setText(_about(comparison))
        self.view.show_comparison(comparison, form)

    def _enable(self) -> None:
        line = self.view.current()
        self.go.setEnabled(line is not None and bool(line.place))

    def _go_to(self, place: str) -> None:
        try:
            self._session.go_to(present_path(self._session.document, place))
        except LookupError:  # what it names went while the page was waiting to follow
            self._refresh()


def _about(comparison: Comparison) -> str:
    before, after = comparison.before, comparison.after
    title = before.title or f"{before.year}年的文件"
    return f"上年：{title}，{len(before.projects)} 个项目。今年 {len(after.projects)} 个：{counts_line(comparison)}。"
