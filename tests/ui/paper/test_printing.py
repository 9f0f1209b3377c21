"""Printing, on a printer that writes to a file."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from pbeditor.ui.paper import printing, printout
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.printing import chosen_pages, draw_on, print_pages, printer_for
from pbeditor.ui.paper.printout import Printout, printout_of
from pbeditor.ui.session import Session


@pytest.fixture
def pages(session: Session) -> Printout:
    return printout_of(session, QtMeasure())


@pytest.fixture
def printer(pages: Printout, tmp_path: Path) -> QPrinter:
    printer = printer_for(pages.layout.page, pages.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "甲.pdf"))
    return printer


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


def answer(button: str, said: list[str]) -> None:
    """Press the button of the next message box, whose text is noted."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        next(each for each in box.buttons() if button in each.text()).click()

    QTimer.singleShot(0, press)


@pytest.mark.poppler
def test_all_pages_are_printed_on_the_form_s_paper(pages: Printout, printer: QPrinter) -> None:
    assert draw_on(printer, pages) == ""
    said = subprocess.run(["pdfinfo", printer.outputFileName()], check=True, capture_output=True, text=True).stdout
    assert f"Pages:           {len(pages.pages)}" in said
    assert "(A4)" in said


def test_a_range_of_pages_is_printed(pages: Printout, printer: QPrinter) -> None:
    assert chosen_pages(printer, pages.pages) == pages.pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert [page.number for page in chosen_pages(printer, pages.pages)] == [2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in chosen_pages(printer, pages.pages)] == [3, 2]


def test_where_there_is_no_printer_that_is_said(pages: Printout, window: QWidget, no_printer: None) -> None:
    said: list[str] = []
    answer("取消", said)
    assert not print_pages(pages, window)
    assert said == [printing.NO_PRINTER]


def test_where_there_is_no_printer_a_pdf_is_offered(
    pages: Printout, window: QWidget, no_printer: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, said = tmp_path / "乙.pdf", list[str]()
    monkeypatch.setattr(printout, "file_to_write", lambda *_: path)
    answer("PDF", said)
    assert print_pages(pages, window)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_printer_that_does_not_start_is_told(
    pages: Printout, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["某打印机"])
    monkeypatch.setattr(printing, "_asked", lambda *_: True)
    monkeypatch.setattr(printing, "draw_on", lambda *_, **__: printing.NO_START)
    said: list[str] = []
    answer("取消", said)
    assert not print_pages(pages, window)
    assert "没有接受打印任务" in said[0]


def test_a_pdf_that_cannot_be_written_is_told(
    pages: Printout, window: QWidget, no_printer: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(printout, "file_to_write", lambda *_: tmp_path / "没有" / "乙.pdf")
    monkeypatch.setattr("pbeditor.ui.trying.questions.tell_fault", lambda _parent, sentence: told.append(sentence))
    answer("PDF", [])
    assert not print_pages(pages, window)
    assert "乙.pdf" in told[0]
