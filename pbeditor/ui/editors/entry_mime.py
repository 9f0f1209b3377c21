"""Entries of the indicator library on their way from the panel into the grid."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QMimeData

from pbeditor.model.library import Entry
from pbeditor.model.target import printed

FORMAT = "application/x-pbeditor-entries+json"


def carried(entries: Sequence[Entry]) -> QMimeData:
    """Entries as dragged or copied; another program gets their names, descriptions and values as a table."""
    data = QMimeData()
    data.setData(FORMAT, msgspec.json.encode(entries))
    rows = ((entry.name, entry.description, printed(entry.target)) for entry in entries)
    data.setText("\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows))
    return data


def brought(data: QMimeData) -> tuple[Entry, ...]:
    """The entries that a drag brings; none where it brings something else."""
    content = bytes(data.data(FORMAT).data())
    try:
        return msgspec.json.decode(content, type=tuple[Entry, ...]) if content else ()
    except (ValueError, RecursionError):
        return ()
