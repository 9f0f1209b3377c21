"""All pages as they will print, with the choice of what to print."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pbeditor.sheet.lay_out import project_title
from pbeditor.ui.dialogs.style_dialog import StyleDialog, ask_style
from pbeditor.ui.paper.measure import QtMeasure, replaced_fonts
from pbeditor.ui.paper.page_bar import PageBar
from pbeditor.ui.paper.page_view import WHOLE, PageView
from pbeditor.ui.paper.printing import print_pages
from pbeditor.ui.paper.printout import Printout, printout_of, save_pdf
from pbeditor.ui.paper.zoom_bar import ZoomBar
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.calm import CalmComboBox
from pbeditor.ui.widgets.signs import tip

_SIZE = (1100, 700)
_OF_SCREEN = 0.92
_LIST_WIDTH = 260
_NOTHING = "请在左侧勾选要打印的项目。"
_ID = Qt.ItemDataRole.UserRole


class PrintPreviewDialog(QDialog):
    """Shows the document as it is when the dialog opens; `selected` are the ids of the projects the user is at."""

    def __init__(self, session: Session, parent: QWidget | None = None, selected: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._session = session
        self._measure = QtMeasure()
        present = tuple(project.id for project in session.document.projects)
        self.selected = tuple(project_id for project_id in present if project_id in selected)
        self.view = PageView(self._measure, self)
        self.scope = CalmComboBox(self)
        self.projects = QListWidget(self)
        self.draft = QCheckBox("草稿水印(&W)", self)
        self.draft.setChecked(session.style.draft)
        self.style_button = QPushButton("版式(&L)…", self)
        self.style_button.setAutoDefault(False)
        self.page_bar = PageBar(self.view, self)
        self.buttons = QDialogButtonBox(self)
        self.print_button = self.buttons.addButton("打印(&P)…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.pdf_button = self.buttons.addButton("导出 PDF(&E)…", QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self.printout = Printout((), session.form.layout, self._measure)
        self._fill()
        self._build()
        self._connect()
        self.view.canvas.hint = _NOTHING
        self.view.canvas.set_draft(self.draft.isChecked())
        self.view.fit(WHOLE)
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Break and show the chosen pages."""
        wanted = SCOPES[self.scope.currentData()].projects(self)
        self.printout = printout_of(self._session, self._measure, wanted)
        pages = () if wanted == () else self.printout.pages
        self.view.canvas.show_pages(pages, self.printout.layout)
        self.view.go_to_page(0)
        self.page_bar.refresh()
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(bool(pages))

    def chosen(self) -> tuple[str, ...]:
        """The ids of the projects that are ticked."""
        items = (self.projects.item(row) for row in range(self.projects.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def all_projects(self) -> tuple[str, ...]:
        """The ids of all projects."""
        return tuple(project.id for project in self._session.document.projects)

    def _fill(self) -> None:
        count = len(self.selected)
        has = {"": True, "any": bool(self.all_projects()), "one": count == 1, "several": count > 1}
        for number, scope in enumerate(SCOPES):
            if has[scope.needs]:
                self.scope.addItem(scope.label.format(count=len(self.selected)), number)
        for number, project in enumerate(self._session.document.projects, 1):
            item = QListWidgetItem(project_title(number, project, self._session.form), self.projects)
            item.setToolTip(tip(item.text()))
            item.setData(_ID, project.id)
            ticked = project.id in self.selected
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _build(self) -> None:
        self.setWindowTitle("打印预览")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.scope.setAccessibleName("打印范围")
        self.projects.setAccessibleName("要打印的项目")
        self.projects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.projects.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.projects.hide()
        split = QSplitter(self)
        split.addWidget(self.projects)
        split.addWidget(self.view)
        split.setSizes([_LIST_WIDTH, _SIZE[0] - _LIST_WIDTH])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, S, 0, S)
        box.setSpacing(S)
        box.addLayout(self._bar())
        box.addWidget(split, 1)
        box.addLayout(self._foot())
        room = self.screen().availableSize() * _OF_SCREEN
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _bar(self) -> QHBoxLayout:
        label = QLabel("打印范围(&S)：", self)
        label.setBuddy(self.scope)
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, 0)
        row.setSpacing(S)
        for widget in (label, self.scope, self.draft, self.style_button):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.page_bar)
        row.addStretch()
        row.addWidget(ZoomBar(self.view, self))
        return row

    def _foot(self) -> QHBoxLayout:
        self.print_button.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(M, 0, M, 0)
        row.addWidget(self._fonts())
        row.addStretch()
        row.addWidget(self.buttons)
        return row

    def _fonts(self) -> QLabel:
        """Says when the pages look different here from what the form wants."""
        replaced = replaced_fonts(self._session.form.layout)
        label = QLabel(f"本机缺少 {len(replaced)} 种字体，已用相近字体代替" if replaced else "", self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(tip("\n".join(f"{each.wanted} → {each.used}" for each in replaced)))
        return label

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.projects.itemChanged.connect(lambda _item: self.refresh())
        self.draft.toggled.connect(self.view.canvas.set_draft)
        self.style_button.clicked.connect(lambda _checked: self._change_style())
        self.buttons.rejected.connect(self.reject)
        self.print_button.clicked.connect(lambda _checked: self.print())
        self.pdf_button.clicked.connect(lambda _checked: self.save_pdf())

    def _change_scope(self) -> None:
        self.projects.setVisible(SCOPES[self.scope.currentData()].by_ticks)
        self.refresh()

    def _change_style(self) -> None:
        style = ask_style(StyleDialog(self._session.form, self._session.style, self))
        if style:
            self._session.dress(style)
            self.draft.setChecked(style.draft)
            self.refresh()

    def print(self) -> None:
        """Print what is shown; the dialog closes when that is done."""
        if print_pages(self.printout, self, draft=self.draft.isChecked()):
            self.accept()

    def save_pdf(self) -> None:
        """Write what is shown to a PDF file."""
        save_pdf(self.printout, self, draft=self.draft.isChecked())


class Scope(Struct, frozen=True):
    """A choice of what to print; None for the whole document. It `needs` any project, "one" selected or "several"."""

    label: str
    projects: Callable[[PrintPreviewDialog], tuple[str, ...] | None]
    needs: str = ""
    by_ticks: bool = False


SCOPES = (
    Scope("整个文档", lambda _dialog: None),
    Scope("全部项目表", PrintPreviewDialog.all_projects, "any"),
    Scope("选中的 {count} 个项目", lambda dialog: dialog.selected, "several"),
    Scope("当前项目", lambda dialog: dialog.selected, "one"),
    Scope("勾选的项目", PrintPreviewDialog.chosen, "any", by_ticks=True),
)
