"""基本信息与资金: whose project it is, what it is called, and what it costs."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pbeditor.edit.amounts import tidied_amount
from pbeditor.edit.place import put_all
from pbeditor.model.amount import BUDGET_PARTS
from pbeditor.model.document import Unit
from pbeditor.model.text import byte_count
from pbeditor.ui import letters
from pbeditor.ui.editors.choice_field import ChoiceField, Offered
from pbeditor.ui.editors.fields import LineField, TextField
from pbeditor.ui.editors.foot_row import FootRow
from pbeditor.ui.editors.loose_row import LooseRow
from pbeditor.ui.editors.page_tab import ProjectTab
from pbeditor.ui.editors.sum_line import SumLine
from pbeditor.ui.listening import listen
from pbeditor.ui.session import Session
from pbeditor.ui.theme import XL, L, M
from pbeditor.ui.widgets.labels import plain
from pbeditor.ui.widgets.parts import scrolled

WIDEST = 900  # px; longer lines of fields are hard to follow
CODE, AMOUNT = 165, 76  # px: room for 18 digits, and for 12345.67
LONG = 6  # characters of a caption
AMOUNTS = tuple(f"budget/{name}" for name in BUDGET_PARTS)


class BasicsTab(ProjectTab):
    """Fields in the order of the printed form."""

    title = "基本信息与资金"
    hint = "不写单位的金额按右下方的金额单位算；也可以写 1.2万、12,000元，离开时自动换算。按 F1 查看说明。"
    parts = ("unit", "code", "name", "budget", "purpose")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = ""
        self.sum_line = SumLine(session)
        self._unit_of_money = plain()
        self._make_fields()
        self._arrange()
        listen(self, session, changed=self._name_money_unit, opened=self._name_money_unit)
        self._name_money_unit()

    def bind(self, path: str) -> None:
        self._path = path
        super().bind(path)
        self.fields["unit/name"].watch(f"{path}/unit" if path else "")
        self.sum_line.bind(path)

    def _label(self, field: str) -> str:
        names = self._session.form.labels.get(field, ())
        return names[0].removeprefix("其中：") if names else field

    def _make_fields(self) -> None:
        session = self._session
        self.fields["unit/code"] = ChoiceField(session, "", "单位代码", self._units)
        self.fields["unit/name"] = ChoiceField(session, "", "单位名称", self._units)
        for name in ("code", "name"):
            self.fields[name] = LineField(session, "", self._label(name))
        for name, part in zip(AMOUNTS, BUDGET_PARTS, strict=True):
            self.fields[name] = LineField(session, "", self._label(part), tidy=self._tidy).align_right()
        self.fields["purpose"] = TextField(session, "", self._label("purpose"), rows=4, counter=self._count)

    def _tidy(self, text: str) -> str:
        return tidied_amount(text, self._session.document.money_unit, self._session.form.decimals)

    def _count(self, text: str) -> str:
        limit = self._session.form.purpose_bytes
        return f"已用 {byte_count(text)} / {limit} 字节" if limit else f"{len(text)} 字"

    def _units(self) -> Offered:
        """Every unit of the document, each once."""
        document = self._session.document
        units = dict.fromkeys((document.department, *(project.unit for project in document.projects)))
        return {f"{unit.code}  {unit.name}": partial(self._take_unit, unit) for unit in units if unit != Unit()}

    def _take_unit(self, unit: Unit) -> None:
        places = ((f"{self._path}/unit/code", unit.code), (f"{self._path}/unit/name", unit.name))
        self._session.apply("修改单位", lambda document: put_all(document, places))

    def _name_money_unit(self, *_: object) -> None:
        unit = self._session.document.money_unit
        self._unit_of_money.setText(f"金额单位：{unit}")
        self.sum_line.refresh()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(1)
        rows = (("unit/code", "unit/name"), ("code", "name"), AMOUNTS)
        spans = ((1, 3), (1, 3), (1, 1, 1))
        for row, (names, widths) in enumerate(zip(rows, spans, strict=True)):
            self._add_row(grid, 2 * row, names, widths)
        below = 2 * len(rows)
        self._amounts = LooseRow(grid, below - 2)
        self._unit_of_money.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        grid.addWidget(self.sum_line, below, 1, 1, 4)
        grid.addWidget(self._unit_of_money, below, 5, Qt.AlignmentFlag.AlignRight)
        purpose = self.fields["purpose"]
        grid.addWidget(purpose.caption(_folded(purpose.label)), below + 1, 0)
        grid.addWidget(purpose, below + 1, 1, 1, 5)
        grid.setRowStretch(below + 1, 1)
        for column in (1, 3, 5):
            grid.setColumnStretch(column, 1)
        letters.bound(self.fields["code"], least=CODE)
        for name in AMOUNTS:
            letters.bound(self.fields[name], least=AMOUNT)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(L, M, XL, M)
        inner = QWidget()
        letters.bound(inner, most=WIDEST)
        inner.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inner)
        frame.addWidget(self._area)

    def _add_row(self, grid: QGridLayout, row: int, names: tuple[str, ...], widths: tuple[int, ...]) -> None:
        column = 0
        for name, width in zip(names, widths, strict=True):
            field = self.fields[name]
            grid.addWidget(field.caption(), row, column)
            grid.addWidget(field, row, column + 1, 1, width)
            column += 1 + width
        grid.addWidget(FootRow([self.fields[name] for name in names]), row + 1, 1, 1, column - 1)

    def _fit(self, *, anew: bool = False) -> None:
        """No amount is to be looked for by scrolling sideways; the bar that scrolls down has its room always."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._amounts.fit(self._area.width() - bar, anew=anew)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout():  # else it is still being made
            self._fit(anew=True)


def _folded(label: str) -> str:
    """A long caption in two lines: beside one field its length would be taken from all of them."""
    half = (len(label) + 1) // 2
    return f"{label[:half]}\n{label[half:]}" if len(label) > LONG else label
