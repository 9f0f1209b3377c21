"""Choosing files to open and to write."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pbeditor.work.opening import IMPORTABLE, SUFFIX

_WORD, _EXCEL, _OTHERS = (" ".join(f"*{ending}" for ending in endings) for endings in IMPORTABLE)
PROJECT = f"绩效文件 (*{SUFFIX})"
OPENABLE = f"可以打开的文件 (*{SUFFIX} {_WORD} {_EXCEL} {_OTHERS})"
KINDS = (f"Word 和文字文件 ({_WORD})", f"Excel 和表格文件 ({_EXCEL})", f"网页和文本文件 ({_OTHERS})")
ANY = "所有文件 (*)"
EVERYTHING = (OPENABLE, *KINDS, ANY)


def file_to_open(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> Path | None:
    """The file the user chose, None if none."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), ";;".join(filters))
    return Path(name) if name else None


def files_to_open(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> tuple[Path, ...]:
    """The files the user chose, one or several; none if none."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), ";;".join(filters))
    return tuple(map(Path, names))


def file_to_write(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """The file to write, with the ending of `proposed` unless another was typed; replacing one was confirmed."""
    dialog = QFileDialog(parent, title, str(proposed.parent), f"{kind} (*{proposed.suffix});;{ANY}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
