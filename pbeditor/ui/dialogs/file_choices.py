"""Choosing files to open and to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QStyledItemDelegate,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from pbeditor.ui.widgets.buttons import in_words
from pbeditor.work.opening import IMPORTABLE, SUFFIX

_WORD, _EXCEL, _OTHERS = (" ".join(f"*{ending}" for ending in endings) for endings in IMPORTABLE)
PROJECT = f"绩效文件 (*{SUFFIX})"
OPENABLE = f"可以打开的文件 (*{SUFFIX} {_WORD} {_EXCEL} {_OTHERS})"
KINDS = (f"Word 和文字文件 ({_WORD})", f"Excel 和表格文件 ({_EXCEL})", f"网页和文本文件 ({_OTHERS})")
ANY = "所有文件 (*)"
EVERYTHING = (OPENABLE, *KINDS, ANY)

_NAME = "files"
_SIZES, _DATES = 1, 3  # columns of a file system's model


def file_to_open(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> Path | None:
    """The file the user chose, None if none."""
    return next(iter(_to_open(parent, title, folder, filters, QFileDialog.FileMode.ExistingFile)), None)


def files_to_open(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> tuple[Path, ...]:
    """The files the user chose, one or several; none if none."""
    return _to_open(parent, title, folder, filters, QFileDialog.FileMode.ExistingFiles)


def file_to_write(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """The file to write, with the ending of `proposed` unless another was typed; replacing one was confirmed."""
    with _dialog(parent, title, proposed.parent, (f"{kind} (*{proposed.suffix})", ANY)) as dialog:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
        dialog.selectFile(proposed.name)
        return next(iter(_chosen(dialog)), None)


def _to_open(
    parent: QWidget, title: str, folder: Path, filters: tuple[str, ...], mode: QFileDialog.FileMode
) -> tuple[Path, ...]:
    with _dialog(parent, title, folder, filters) as dialog:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(mode)
        dialog.setDefaultSuffix("")
        _forget_name(dialog)
        return _chosen(dialog)


def _forget_name(dialog: QFileDialog) -> None:
    """What was written last is not what is to be opened; of a dialog that was used before Qt clears no field."""
    dialog.selectFile("")
    for field in dialog.findChildren(QLineEdit):  # none where the dialog is the system's own
        field.clear()


def _chosen(dialog: QFileDialog) -> tuple[Path, ...]:
    return tuple(map(Path, dialog.selectedFiles())) if dialog.exec() else ()


def said_size(size: int) -> str:
    """How large a file of `size` bytes is, as Windows says it in lists."""
    return f"{-(-size // 1024):,} KB"


class _FileDelegate(QStyledItemDelegate):
    """How large a file is and when it was changed, said as in the rest of the program.

    Qt would say KiB, and for dates asks the system, which may speak English.

    `option` is Any because PySide's stubs do not know the fields of style options.
    """

    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        files = index.model()
        if not isinstance(files, QFileSystemModel):
            return
        if index.column() == _DATES:
            option.text = QLocale().toString(files.lastModified(index), QLocale.FormatType.ShortFormat)
        elif not files.isDir(index):
            option.text = said_size(files.size(index))


def _made(home: QWidget) -> QFileDialog:
    dialog = QFileDialog(home)
    dialog.setObjectName(_NAME)
    for details in dialog.findChildren(QTreeView):  # none where the dialog is the system's own
        for column in (_SIZES, _DATES):
            details.setItemDelegateForColumn(column, _FileDelegate(details))
    return dialog


@contextmanager
def _dialog(parent: QWidget, title: str, folder: Path, filters: tuple[str, ...]) -> Iterator[QFileDialog]:
    """The one that the main window keeps, above `parent` while it is used: Qt gives 30 KB of each one never back.

    The system's own dialog, of which Qt holds next to nothing, is another one each time: Qt would propose what was
    written last for opening, for there it has no way to forget a name.
    """
    home = parent.window()
    while above := home.parentWidget():
        home = above.window()
    dialog = home.findChild(QFileDialog, _NAME, Qt.FindChildOption.FindDirectChildrenOnly) or _made(home)
    dialog.setParent(parent.window(), dialog.windowFlags())
    dialog.setWindowTitle(title)
    dialog.setNameFilters(filters)
    for box in dialog.findChildren(QDialogButtonBox):  # none where the dialog is the system's own
        in_words(box)
    dialog.setDirectory(str(folder))
    try:
        yield dialog
    finally:
        if isValid(dialog) and isValid(home):  # the program may end meanwhile
            dialog.setParent(home, dialog.windowFlags())
            if _is_the_systems(dialog):
                dialog.setObjectName("")  # it may be asked for again before it is gone
                dialog.deleteLater()


def _is_the_systems(dialog: QFileDialog) -> bool:
    return dialog.findChild(QLineEdit) is None
