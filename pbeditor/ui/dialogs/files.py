"""Choosing files to open and to write."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PROJECT = "绩效文件 (*.pbproj)"
IMPORTABLE = "Word 和文本文件 (*.docx *.txt)"
ANY = "所有文件 (*)"
OPENABLE = "可以打开的文件 (*.pbproj *.docx *.txt)"


def file_to_open(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> Path | None:
    """The file the user chose, None if none."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), ";;".join(filters))
    return Path(name) if name else None


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
