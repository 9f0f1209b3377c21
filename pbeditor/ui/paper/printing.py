"""Printing: the same drawing as preview and PDF on a printer, and plain words where that does not go."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from pbeditor.model.form import Page as Paper
from pbeditor.model.progress import DRAWING, CancelledError, Listener, heard_by, tick
from pbeditor.sheet.page import Page
from pbeditor.store.settings import PrintChoices
from pbeditor.ui.background import Task
from pbeditor.ui.dialogs.waiting import wait_for
from pbeditor.ui.paper.measure import UNITS_AN_INCH, QtMeasure
from pbeditor.ui.paper.painter import PagePainter
from pbeditor.ui.paper.printout import Printout
from pbeditor.work.exporting import without_collecting

NO_PRINTER = "这台电脑上没有可用的打印机。"
NO_START = "打印机“{name}”没有接受打印任务，没有打印出任何内容。请检查打印机是否开机、联网、有纸。"
STOPPED = "打印机“{name}”中途停止，没有全部打印完。请检查打印机后重新打印。"
NO_PAPER = "打印机“{name}”没有 {paper} 纸。仍要打印的话，页面可能被裁切或缩放。"
INSTEAD = "可以导出 PDF 文件，拿到能打印的电脑上打印。"
# How a printing ended, or what the user wants instead.
DONE, GIVEN_UP, PDF, ANYWAY = "done", "given up", "pdf", "anyway"
DUPLEX = {"long": QPrinter.DuplexMode.DuplexLongSide, "short": QPrinter.DuplexMode.DuplexShortSide}
_FEW = 20  # pages that are drawn before anybody notices
_NEARLY = 3  # pt by which two sizes of paper may differ and be the same
_FAILED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


class Order(Struct, frozen=True):
    """What is printed how; `numbers` are the pages from 1."""

    printout: Printout
    numbers: tuple[int, ...]
    choices: PrintChoices = PrintChoices()
    copies: int = 1


def print_pages(order: Order, parent: QWidget, *, ask: bool = False) -> str:
    """Print, after the system's own dialog where `ask`; what fails is said, and PDF offered. DONE, GIVEN_UP or PDF."""
    if not QPrinterInfo.availablePrinterNames():
        return _said(NO_PRINTER, parent)
    printer = printer_for(order)
    if ask and not _asked(printer, len(order.printout.pages), parent):
        return GIVEN_UP
    if missing := paper_missing(printer, order.printout.layout.page):
        answer = _said(NO_PAPER.format(name=printer.printerName(), paper=missing), parent, may_go_on=True)
        if answer != ANYWAY:
            return answer
    try:
        fault = _drawn_beside(printer, order.printout, parent)
    except CancelledError:
        return GIVEN_UP
    return _said(fault.format(name=printer.printerName()), parent) if fault else DONE


def printer_for(order: Order) -> QPrinter:
    """The printer of the order, with the form's paper and no margins but the form's own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    choices = order.choices
    if choices.printer in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(choices.printer)
    printer.setPageLayout(_page_layout(order.printout.layout.page))
    printer.setFullPage(True)
    printer.setDocName(order.printout.title)
    printer.setCopyCount(order.copies)
    printer.setCollateCopies(True)
    printer.setDuplex(DUPLEX.get(choices.duplex, QPrinter.DuplexMode.DuplexNone))
    printer.setColorMode(QPrinter.ColorMode.GrayScale if choices.grey else QPrinter.ColorMode.Color)
    _set_range(printer, order.numbers, len(order.printout.pages))
    return printer


def paper_missing(printer: QPrinter, paper: Paper) -> str:
    """The name of the form's paper where the printer says that it has none, else ""."""
    info = QPrinterInfo.printerInfo(printer.printerName())
    sizes = [] if info.isNull() or info.supportsCustomPageSizes() else info.supportedPageSizes()
    wanted = _page_size(paper)
    return "" if not sizes or any(_alike(wanted, each) for each in sizes) else wanted.name()


def can_duplex(name: str) -> bool:
    """Whether this printer says that it turns the paper itself; "" is the system's usual one."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return not info.isNull() and any(mode in info.supportedDuplexModes() for mode in DUPLEX.values())


def draw_on(printer: QPrinter, printout: Printout) -> str:
    """Draw the pages that the printer is set to; "" or a sentence about what went wrong. Raises CancelledError."""
    painter = QPainter()
    if not painter.begin(printer):
        return NO_START
    try:
        fault = _drawn(printer, painter, printout)
    except BaseException as error:
        if isinstance(error, CancelledError):
            printer.abort()
        painter.end()
        raise
    del painter  # as `end`, which would let no other thread go on while Qt finishes the job
    return fault or (STOPPED if printer.printerState() in _FAILED else "")


def chosen_pages(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages of the range that the printer is set to, the last ones first where that was set."""
    ranges = printer.pageRanges()
    is_range = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    chosen = [page for page in pages if ranges.contains(page.number)] if is_range else pages
    return chosen[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen


def _drawn_beside(printer: QPrinter, printout: Printout, parent: QWidget) -> str:
    """`draw_on` behind a dialog that tells how far it is, where the pages are many."""
    if len(printout.pages) <= _FEW:
        return draw_on(printer, printout)

    def work(listener: Listener) -> str:
        with heard_by(listener), without_collecting():
            return draw_on(printer, replace(printout, measure=QtMeasure()))  # the window goes on drawing with its own

    told: str = wait_for(Task(work), "打印", parent)
    return told


def _drawn(printer: QPrinter, painter: QPainter, printout: Printout) -> str:
    painter.scale(printer.logicalDpiX() / UNITS_AN_INCH, printer.logicalDpiY() / UNITS_AN_INCH)
    drawing = PagePainter(printout.layout, printout.measure)
    pages = tuple(_copied(printer, chosen_pages(printer, printout.pages)))
    for number, page in enumerate(pages):
        tick(DRAWING, number, len(pages))
        if (number and not printer.newPage()) or printer.printerState() in _FAILED:
            return STOPPED
        drawing.draw(painter, page, draft=printout.draft)
    return ""


def _copied(printer: QPrinter, pages: Sequence[Page]) -> Iterator[Page]:
    """Printers that cannot make copies get the pages again and again."""
    for _ in range(1 if printer.supportsMultipleCopies() else printer.copyCount()):
        yield from pages


def _page_size(paper: Paper) -> QPageSize:
    short, long = sorted((paper.width, paper.height))
    return QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)


def _page_layout(paper: Paper) -> QPageLayout:
    lies = paper.landscape or paper.width > paper.height
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(_page_size(paper), orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _alike(one: QPageSize, other: QPageSize) -> bool:
    points = (one.sizePoints(), other.sizePoints())
    return all(abs(a - b) <= _NEARLY for a, b in zip(*(sorted((p.width(), p.height())) for p in points), strict=True))


def _set_range(printer: QPrinter, numbers: Sequence[int], count: int) -> None:
    if set(numbers) != set(range(1, count + 1)):
        ranges = QPageRanges()
        for number in numbers:
            ranges.addPage(number)
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(ranges)


def _asked(printer: QPrinter, count: int, parent: QWidget) -> bool:
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed


def _said(fault: str, parent: QWidget, *, may_go_on: bool = False) -> str:
    """Say what is wrong; what the user wants: PDF, ANYWAY or GIVEN_UP."""
    box = QMessageBox(QMessageBox.Icon.Warning, "打印", fault, parent=parent)
    box.setInformativeText(INSTEAD)
    answers: dict[object, str] = {}
    wanted: QPushButton = box.addButton("导出 PDF(&P)…", QMessageBox.ButtonRole.AcceptRole)
    answers[wanted] = PDF
    if may_go_on:
        answers[box.addButton("仍要打印(&A)", QMessageBox.ButtonRole.DestructiveRole)] = ANYWAY
    box.setEscapeButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(wanted)
    box.exec()
    answer = answers.get(box.clickedButton(), GIVEN_UP)
    box.deleteLater()
    return answer
