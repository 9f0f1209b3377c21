"""Printing: the system's dialog for printer, copies and pages, then the same drawing as preview and PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QWidget

from pbeditor.model.form import Page as Paper
from pbeditor.sheet.page import Page
from pbeditor.ui.paper.measure import UNITS_AN_INCH, QtMeasure
from pbeditor.ui.paper.painter import PagePainter
from pbeditor.ui.paper.printout import Printout, printout_of, save_pdf
from pbeditor.ui.session import Session

NO_PRINTER = "这台电脑上没有可用的打印机。"
NO_START = "打印机“{name}”没有接受打印任务，没有打印出任何内容。请检查打印机是否开机、联网、有纸。"
STOPPED = "打印机“{name}”中途停止，没有全部打印完。请检查打印机后重新打印。"
_INSTEAD = "可以先导出 PDF 文件，拿到能打印的电脑上打印。"
_PDF = "导出 PDF(&P)…"


def print_document(session: Session, parent: QWidget) -> bool:
    """Ask for a printer and print the whole document; whether it was printed."""
    return print_pages(printout_of(session, QtMeasure()), parent, draft=session.style.draft)


def print_pages(printout: Printout, parent: QWidget, *, draft: bool = False) -> bool:
    """Ask for printer, copies and pages, and print; where that fails, say so and offer PDF."""
    if not QPrinterInfo.availablePrinterNames():
        return _offer_pdf(NO_PRINTER, printout, parent, draft=draft)
    printer = printer_for(printout.layout.page, printout.title)
    if not _asked(printer, len(printout.pages), parent):
        return False
    fault = draw_on(printer, printout, draft=draft)
    return not fault or _offer_pdf(fault.format(name=printer.printerName()), printout, parent, draft=draft)


def printer_for(paper: Paper, title: str) -> QPrinter:
    """The printer the system prefers, with the form's paper and no margins but the form's own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QSizeF(min(paper.width, paper.height), max(paper.width, paper.height)), QPageSize.Unit.Millimeter)
    lies = paper.landscape or paper.width > paper.height
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)
    printer.setDocName(title)
    return printer


def draw_on(printer: QPrinter, printout: Printout, *, draft: bool = False) -> str:
    """Draw the pages that the printer is set to; "" or a sentence about what went wrong."""
    painter = QPainter()
    if not painter.begin(printer):
        return NO_START
    painter.scale(printer.logicalDpiX() / UNITS_AN_INCH, printer.logicalDpiY() / UNITS_AN_INCH)
    drawing = PagePainter(printout.layout, printout.measure)
    for number, page in enumerate(chosen_pages(printer, printout.pages)):
        if number and not printer.newPage():
            painter.end()
            return STOPPED
        drawing.draw(painter, page, draft=draft)
    painter.end()
    return ""


def chosen_pages(printer: QPrinter, pages: Sequence[Page]) -> Sequence[Page]:
    """The pages of the range that was set in the dialog, the last ones first where that was set."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last] if printer.printRange() == QPrinter.PrintRange.PageRange else pages
    return chosen[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else chosen


def _asked(printer: QPrinter, count: int, parent: QWidget) -> bool:
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed


def _offer_pdf(fault: str, printout: Printout, parent: QWidget, *, draft: bool) -> bool:
    box = QMessageBox(QMessageBox.Icon.Information, "打印", fault, parent=parent)
    box.setInformativeText(_INSTEAD)
    instead = box.addButton(_PDF, QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(instead)
    box.exec()
    wanted = box.clickedButton() is instead
    box.deleteLater()
    return wanted and isinstance(save_pdf(printout, parent, draft=draft), Path)
