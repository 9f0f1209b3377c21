"""文档信息: title, year, form, department and money unit, and what the projects add up to."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from pbeditor.edit.amounts import total, with_commas
from pbeditor.edit.beginning import as_begun_in
from pbeditor.edit.place import put
from pbeditor.edit.projects import indicator_count
from pbeditor.edit.rollover import in_form
from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Document
from pbeditor.store.forms import load_forms
from pbeditor.ui import letters
from pbeditor.ui.editors.fields import LineField
from pbeditor.ui.listening import listen
from pbeditor.ui.pages.frame import WIDEST, SidesPage, column
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, XS, L, S
from pbeditor.ui.widgets.calm import CalmComboBox, CalmSpinBox
from pbeditor.ui.widgets.labels import Heading, aside, plain

UNUSUAL, LATEST = 1999, 2099  # the first stands for every year outside, which is shown as it is
WIDE = 700  # px from which the totals stand beside the fields; below, they stand underneath
FIELDS = (
    ("title", "标题", "标题(&B)"),
    ("department/code", "部门（单位）代码", "部门（单位）代码(&D)"),
    ("department/name", "部门（单位）名称", "部门（单位）名称(&N)"),
    ("money_unit", "金额单位", "金额单位(&J)"),
)


class DocumentPage(SidesPage):
    """Fields that write as one types, and totals that follow."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(WIDE, parent)
        self._session = session
        self._fields = {path: LineField(session, path, label) for path, label, _ in FIELDS}
        self._year, self._form = CalmSpinBox(), CalmComboBox()
        self._totals: dict[str, QLabel] = {}
        self._arrange()
        self._listen()
        self.show_key("")

    def show_key(self, key: str) -> None:
        """Show the document as it is now."""
        self._list_forms()
        self._reload()

    def show_place(self, path: str) -> bool:
        """Give the focus to the field of `path`."""
        widgets: dict[str, QWidget] = {"year": self._year, "form": self._form}
        field = self._fields.get(path)
        if field:
            field.take_focus()
        elif path in widgets:
            widgets[path].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(field) or path in widgets

    def _arrange(self) -> None:
        content = QWidget()
        layout = column(content)
        layout.addWidget(Heading("文档信息"))
        beside = QHBoxLayout()
        beside.setSpacing(XL * 2)
        beside.addWidget(self._grid(), 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._totals_grid(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside)
        layout.addStretch(1)
        self.hold(content, beside)

    def _grid(self) -> QWidget:
        widget = QWidget()
        letters.bound(widget, most=WIDEST)
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(XS)
        self._year.setRange(UNUSUAL, LATEST)
        self._year.setAccessibleName("年度")
        self._form.setAccessibleName("表样")
        (title, _, text), *others = FIELDS
        self._add_row(grid, 0, self._fields[title].caption(text), self._fields[title])
        self._add_row(grid, 1, caption("年度(&Y)", self._year), self._year)
        self._add_row(grid, 2, caption("表样(&M)", self._form), self._form)
        for row, (path, _, text) in enumerate(others, 3):
            self._add_row(grid, row, self._fields[path].caption(text), self._fields[path])
        # Text fields keep a line for findings; the boxes get the same room below.
        for row in (1, 2):
            grid.setRowMinimumHeight(row, self._fields[title].sizeHint().height())
        grid.setColumnStretch(1, 1)
        return widget

    def _add_row(self, grid: QGridLayout, row: int, label: QLabel, field: QWidget) -> None:
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)

    def _totals_grid(self) -> QWidget:
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.addWidget(Heading("合计", 1.1), 0, 0)
        for row, (key, text) in enumerate((("projects", "项目"), ("indicators", "绩效指标"), *BUDGET_PARTS.items()), 1):
            grid.addWidget(aside(text), row, 0)
            self._totals[key] = plain()
            grid.addWidget(self._totals[key], row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnMinimumWidth(0, 80)
        grid.setColumnMinimumWidth(1, 120)
        return widget

    def _listen(self) -> None:
        self._year.valueChanged.connect(self._write_year)
        self._form.activated.connect(self._write_form)
        listen(self, self._session, changed=self._follow, opened=self._follow)

    def _follow(self, *_: object) -> None:
        """A hidden page waits for `show_key`, so that typing elsewhere costs nothing here."""
        if self.isVisible():
            self._reload()

    def _reload(self) -> None:
        document = self._session.document
        with QSignalBlocker(self._year):
            self._year.setSpecialValueText(f"{document.year}" if document.year else "未填写")
            self._year.setValue(document.year if UNUSUAL < document.year <= LATEST else UNUSUAL)
        self._form.setCurrentIndex(self._form.findData(document.form))
        for key, text in totals(document, self._session.form.decimals):
            self._totals[key].setText(text)

    def _list_forms(self) -> None:
        self._form.clear()
        for form in load_forms().values():
            self._form.addItem(form.name, form.id)

    def _write_year(self, year: int) -> None:
        if year != UNUSUAL:
            self._session.apply("修改年度", lambda document: put(document, "year", year), run="year")

    def _write_form(self, row: int) -> None:
        form, before = load_forms().get(self._form.itemData(row)), self._session.form
        if form is None:  # it is gone from the settings folder, or broken, since it was listed
            self._list_forms()
            self._reload()
            return
        self._session.apply("更换表样", lambda document: as_begun_in(in_form(document, form), form, before))


def totals(document: Document, decimals: int) -> Iterable[tuple[str, str]]:
    """Counts of projects and indicators, and sums of the amounts that are numbers."""
    yield "projects", f"{len(document.projects)} 个"
    yield "indicators", f"{indicator_count(document.projects)} 条"
    for field in BUDGET_PARTS:
        yield field, f"{with_commas(total(document.projects, field), decimals)} {document.money_unit}"


def caption(text: str, buddy: QWidget) -> QLabel:
    """A label for a box that is no text field, placed like theirs."""
    label = plain(text)
    label.setBuddy(buddy)
    label.setContentsMargins(0, S + 1, 0, 0)
    return label
