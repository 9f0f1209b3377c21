"""Printing, on printers that write to a file, fail, or lack what is wanted."""

import subprocess
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.sheet.page import Page
from pbeditor.store.settings import PrintChoices
from pbeditor.ui.background import wait_for_all
from pbeditor.ui.dialogs.waiting import Waiting
from pbeditor.ui.paper import printing
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.painter import PagePainter
from pbeditor.ui.paper.pdf import pages_as_pdf
from pbeditor.ui.paper.printing import (
    ANYWAY,
    DONE,
    DUPLEX,
    GIVEN_UP,
    NO_START,
    PDF,
    STOPPED,
    Order,
    chosen_pages,
    draw_on,
    paper_missing,
    print_pages,
    printer_for,
)
from pbeditor.ui.paper.printout import Printout, printout_of
from pbeditor.ui.session import Session

A4, A5 = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.A5)


class Info:
    """A printer that has some sizes of paper."""

    def __init__(self, *sizes: QPageSize, custom: bool = False, null: bool = False) -> None:
        self._sizes, self._custom, self._null = sizes, custom, null

    def isNull(self) -> bool:
        return self._null

    def supportsCustomPageSizes(self) -> bool:
        return self._custom

    def supportedPageSizes(self) -> list[QPageSize]:
        return list(self._sizes)


@pytest.fixture
def pages(session: Session) -> Printout:
    return printout_of(session, QtMeasure())


def order_of(pages: Printout, *numbers: int, copies: int = 1, **choices: str | bool) -> Order:
    found = numbers or tuple(page.number for page in pages.pages)
    return Order(pages, found, PrintChoices(**choices), copies)  # type: ignore[arg-type]  # checked by name


def to_file(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture
def printer(pages: Printout, tmp_path: Path) -> QPrinter:
    return to_file(printer_for(order_of(pages)), tmp_path / "甲.pdf")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


@pytest.fixture
def some_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that prints to the path that this gives."""
    path, usual = tmp_path / "纸.pdf", printing.printer_for
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["某打印机"])
    monkeypatch.setattr(printing, "printer_for", lambda order: to_file(usual(order), path))
    return path


def answer(button: str, said: list[str]) -> None:
    """Press the button of the next message box, whose text is noted."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text() + box.informativeText())
        next(each for each in box.buttons() if button in each.text()).click()

    QTimer.singleShot(0, press)


@pytest.mark.poppler
def test_all_pages_are_printed_on_the_form_s_paper(pages: Printout, printer: QPrinter) -> None:
    assert draw_on(printer, pages) == ""
    said = subprocess.run(["pdfinfo", printer.outputFileName()], check=True, capture_output=True, text=True).stdout
    assert f"Pages:           {len(pages.pages)}" in said
    assert "(A4)" in said


@pytest.mark.poppler
def test_print_and_pdf_are_the_same_pages(pages: Printout, printer: QPrinter, tmp_path: Path) -> None:
    assert draw_on(printer, pages) == ""
    (tmp_path / "乙.pdf").write_bytes(pages_as_pdf(pages.pages, pages.layout, pages.measure))
    shown = {name: pictures(tmp_path / f"{name}.pdf", tmp_path / name) for name in ("甲", "乙")}
    assert len(shown["甲"]) == len(shown["乙"]) == len(pages.pages)
    for one, other in zip(shown["甲"], shown["乙"], strict=True):
        assert len(one) == len(other)
        assert sum(abs(a - b) > 64 for a, b in zip(one, other, strict=True)) < len(one) / 1000


def pictures(pdf: Path, folder: Path) -> list[bytes]:
    """The pages of a PDF in shades of grey, by poppler."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "36", "-gray", pdf, folder / "p"], check=True)
    return [file.read_bytes() for file in sorted(folder.iterdir())]


def test_a_range_of_pages_is_printed(pages: Printout, printer: QPrinter) -> None:
    assert chosen_pages(printer, pages.pages) == pages.pages
    printer = printer_for(order_of(pages, 2, 3, 5))
    assert [page.number for page in chosen_pages(printer, pages.pages)] == [2, 3, 5]
    again = printer_for(order_of(pages, *[1, 2] * len(pages.pages)))
    assert [page.number for page in chosen_pages(again, pages.pages)] == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in chosen_pages(printer, pages.pages)] == [5, 3, 2]


class Noting(QPrinter):
    """Notes on which sides it is to print; where no printer is, Qt forgets it."""

    sides: QPrinter.DuplexMode

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self.sides = duplex


def test_what_was_chosen_is_set_at_the_printer(pages: Printout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "QPrinter", Noting)
    printer = printer_for(order_of(pages, copies=3, duplex="long", grey=True))
    assert isinstance(printer, Noting)
    assert (printer.copyCount(), printer.collateCopies()) == (3, True)
    assert printer.sides == DUPLEX["long"]
    assert printer.colorMode() == QPrinter.ColorMode.GrayScale
    assert printer_for(order_of(pages)).colorMode() == QPrinter.ColorMode.Color


def test_a_printer_that_makes_no_copies_gets_the_pages_again(pages: Printout, some_printer: Path) -> None:
    printer = printing.printer_for(order_of(pages, 1, 2, copies=2))
    assert draw_on(printer, pages) == ""
    assert len(PdfReader(some_printer).pages) == (2 if printer.supportsMultipleCopies() else 4)


def test_printing_that_goes_well_says_nothing(pages: Printout, window: QWidget, some_printer: Path) -> None:
    assert print_pages(order_of(pages), window) == DONE
    assert len(PdfReader(some_printer).pages) == len(pages.pages)


def test_where_there_is_no_printer_that_is_said(pages: Printout, window: QWidget, no_printer: None) -> None:
    said: list[str] = []
    answer("取消", said)
    assert print_pages(order_of(pages), window) == GIVEN_UP
    assert said == [printing.NO_PRINTER + printing.INSTEAD]


def test_where_there_is_no_printer_a_pdf_is_offered(pages: Printout, window: QWidget, no_printer: None) -> None:
    answer("PDF", [])
    assert print_pages(order_of(pages), window) == PDF


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_does_not_start_is_told_and_pdf_offered(
    pages: Printout, window: QWidget, some_printer: Path
) -> None:
    some_printer.mkdir()  # where its file should be, so that it really cannot begin
    said: list[str] = []
    answer("PDF", said)
    assert print_pages(order_of(pages), window) == PDF
    assert NO_START.partition("”")[2][:10] in said[0]


class Stopping(QPrinter):
    """Takes a page and no more."""

    def newPage(self) -> bool:
        return False


class Broken(QPrinter):
    """Takes all and says that it failed."""

    def printerState(self) -> QPrinter.PrinterState:
        return QPrinter.PrinterState.Error


@pytest.mark.parametrize("kind", [Stopping, Broken])
def test_a_printer_that_fails_on_the_way_is_told(pages: Printout, tmp_path: Path, kind: type[QPrinter]) -> None:
    printer = to_file(kind(QPrinter.PrinterMode.HighResolution), tmp_path / "半.pdf")
    assert draw_on(printer, pages) == STOPPED
    assert QApplication.overrideCursor() is None


def test_paper_that_the_printer_lacks_is_told_before_anything_is_printed(
    pages: Printout, window: QWidget, some_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: Info(A5))
    said: list[str] = []
    answer("PDF", said)
    assert print_pages(order_of(pages), window) == PDF
    assert "没有 A4 纸" in said[0]
    assert not some_printer.exists()
    answer("仍要打印", said)
    assert print_pages(order_of(pages), window) == DONE
    assert ANYWAY not in said
    assert some_printer.exists()


def test_paper_is_known_by_its_size_and_not_missed_where_the_printer_says_nothing(
    pages: Printout, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = pages.layout.page
    nearly = QPageSize(QSizeF(210.4, 296.7), QPageSize.Unit.Millimeter)
    for info in (Info(A5, A4), Info(nearly), Info(), Info(A5, custom=True), Info(A5, null=True)):
        monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name, info=info: info)
        assert paper_missing(printer, paper) == ""
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: Info(A4))
    assert paper_missing(printer, replace(paper, landscape=True)) == ""


def test_the_system_s_dialog_can_be_left_without_printing(
    pages: Printout, window: QWidget, some_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_asked", lambda *_: False)
    assert print_pages(order_of(pages), window, ask=True) == GIVEN_UP
    assert not some_printer.exists()


def test_many_pages_are_printed_beside_the_window(
    pages: Printout, window: QWidget, some_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_FEW", 1)
    assert print_pages(order_of(pages), window) == DONE
    assert len(PdfReader(some_printer).pages) == len(pages.pages)


def test_printing_can_be_given_up_on_the_way(
    pages: Printout, window: QWidget, some_printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed, drawn = Event(), list[int]()

    def slow(_self: object, _painter: object, page: Page, **_: object) -> None:
        drawn.append(page.number)
        pressed.wait(5)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Waiting)
        dialog.line.stop.click()
        pressed.set()

    monkeypatch.setattr(printing, "_FEW", 1)
    monkeypatch.setattr(PagePainter, "draw", slow)
    QTimer.singleShot(0, press)
    assert print_pages(order_of(pages), window) == GIVEN_UP
    wait_for_all()
    assert len(drawn) < len(pages.pages)
