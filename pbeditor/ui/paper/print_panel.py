"""打印设置: printer, copies, pages, both sides, and what stands at the head and foot of the pages."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from pbeditor.store.settings import PrintChoices
from pbeditor.ui.dialogs.style_box import Choice, combo
from pbeditor.ui.paper.page_range import ALL, EVEN, ODD, on_side, pages_meant
from pbeditor.ui.paper.printing import INSTEAD, NO_PRINTER, can_duplex
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.calm import CalmSpinBox
from pbeditor.ui.widgets.fault_line import FaultLine
from pbeditor.ui.widgets.labels import Heading, aside
from pbeditor.ui.widgets.signs import paint_frame, severity_color

DUPLEXES = (Choice("单面", ""), Choice("双面，沿长边翻页", "long"), Choice("双面，沿短边翻页", "short"))
SIDES = (Choice("所有页", ALL), Choice("只打奇数页", ODD), Choice("只打偶数页", EVEN))
WRONG_PAGES = "页码不对：一共 {count} 页，请写成 1-3,5 这样，留空是全部。"
NO_SIDE = "这些页码里没有要打的奇数页或偶数页，请改页码，或选“所有页”。"
BY_HAND = "这台打印机不能自动双面打印：先“只打奇数页”，把纸翻面放回，再“只打偶数页”。"
_MOST_COPIES = 999


class Tick(Struct, frozen=True):
    """A yes or no of the choices that are remembered."""

    field: str
    label: str
    changes_pages: bool = True


TICKS = (
    Tick("unit", "页眉：单位名称(&U)"),
    Tick("time", "页眉：打印时间(&T)"),
    Tick("total", "页脚：第 x 页  共 y 页(&Y)"),
    Tick("grey", "灰度，不用彩色墨(&G)", changes_pages=False),
)


class PrintPanel(QWidget):
    """`remark` stands below all. `pages_changed` when pages look otherwise; `changed` after any change."""

    changed = Signal()
    pages_changed = Signal()

    def __init__(self, before: PrintChoices, parent: QWidget | None = None, remark: str = "") -> None:
        super().__init__(parent)
        self._count = 0
        names = QPrinterInfo.availablePrinterNames()
        usual = before.printer if before.printer in names else QPrinterInfo.defaultPrinterName()
        self.printer = combo(tuple(Choice(name, name) for name in names), usual, self)
        self.printer.setEnabled(bool(names))
        self.printer.setPlaceholderText("没有打印机")
        self.copies = CalmSpinBox(self)
        self.copies.setRange(1, _MOST_COPIES)
        self.pages = QLineEdit(self)
        self.pages.setPlaceholderText("全部，或如 1-3,5")
        self.side, self.duplex = combo(SIDES, ALL, self), combo(DUPLEXES, before.duplex, self)
        self.ticks = {tick.field: QCheckBox(tick.label, self) for tick in TICKS}
        for field, box in self.ticks.items():
            box.setChecked(getattr(before, field))
        self.fault, self.hint, self.remark = FaultLine(self), aside(), aside(remark)
        self._before = before
        self._build()
        self._connect()
        self.set_count(0)

    def choices(self) -> PrintChoices:
        """What is to be remembered."""
        ticks = {field: box.isChecked() for field, box in self.ticks.items()}
        printer = str(self.printer.currentData() or self._before.printer)
        return replace(self._before, printer=printer, duplex=self.duplex.currentData(), **ticks)

    def numbers(self) -> tuple[int, ...]:
        """The pages from 1 that are to be printed, none where they cannot be told."""
        return on_side(pages_meant(self.pages.text(), self._count) or (), self.side.currentData())

    def set_count(self, count: int) -> None:
        """There are so many pages now."""
        self._count = count
        self._say()

    def _say(self) -> None:
        fault = self._fault()
        self.fault.say(fault)
        self.pages.setAccessibleDescription(fault)
        self.hint.setText(self._shortcoming())
        self.update()
        self.changed.emit()

    def _fault(self) -> str:
        """What is wrong with the pages, "" for nothing or while there are none."""
        if not self._count or self.numbers():
            return ""
        is_known = pages_meant(self.pages.text(), self._count) is not None
        return NO_SIDE if is_known else WRONG_PAGES.format(count=self._count)

    def _shortcoming(self) -> str:
        """What the printer cannot do."""
        if not self.printer.count():
            return NO_PRINTER + INSTEAD
        by_hand = self.duplex.currentData() and not can_duplex(str(self.printer.currentData() or ""))
        return BY_HAND if by_hand else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame as around any field with an error."""
        super().paintEvent(event)
        if self._fault():
            paint_frame(self, self.pages, severity_color("error", self.palette()), 1.6)

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setSpacing(S)
        rows.addRow("打印机(&R)：", self.printer)
        rows.addRow("份数(&C)：", self.copies)
        rows.addRow("页码(&N)：", self.pages)
        rows.addRow("", self.side)
        rows.addRow(self.fault)
        rows.addRow("单双面(&D)：", self.duplex)
        self.side.setAccessibleName("奇数页或偶数页")
        box = QVBoxLayout(self)
        box.setContentsMargins(M, M, M, M)
        box.setSpacing(S)
        box.addWidget(Heading("打印设置", 1.0))
        box.addLayout(rows)
        for tick in TICKS:
            box.addWidget(self.ticks[tick.field])
        box.addWidget(self.hint)
        box.addSpacing(M)
        box.addWidget(self.remark)
        box.addStretch()

    def _connect(self) -> None:
        self.pages.textChanged.connect(lambda _text: self._say())
        for choice in (self.printer, self.side, self.duplex):
            choice.currentIndexChanged.connect(lambda _index: self._say())
        for tick in TICKS:
            self.ticks[tick.field].toggled.connect(
                (lambda _on: self.pages_changed.emit()) if tick.changes_pages else (lambda _on: self.changed.emit())
            )
