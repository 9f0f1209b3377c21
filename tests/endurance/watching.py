"""What a run in the real window is watched for, and kept from: errors, Qt's words, dialogs of the system, a browser."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices

from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.dialogs import file_choices

CORPUS = Path(__file__).resolve().parents[1] / "data" / "corpus"
KNOWN = ("This plugin does not support",)  # the offscreen platform, of no window's doing


def strange_files(folder: Path) -> list[Path]:
    """Files to open: our own, one of each foreign kind, and each of them cut off; copies, for they may be saved."""
    made = folder / "别处"
    if not made.exists():
        made.mkdir()
        sample = resource("samples", SAMPLE)
        foreign = {path.suffix: path for path in sorted(CORPUS.iterdir()) if path.suffix != ".json"}
        for place in (sample, sample.with_suffix(".docx"), *foreign.values()):
            data = place.read_bytes()
            (made / f"别的{place.name}").write_bytes(data)
            (made / f"坏的{place.name}").write_bytes(data[: len(data) * 2 // 3])
    return sorted(made.glob("[别坏]的*"))


@contextmanager
def watched(faults: list[str], folder: Path, random: Random) -> Iterator[None]:
    """Errors and Qt's words are kept; files are chosen without Qt's dialogs; nothing is opened outside."""

    def hook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, _trace)
        faults.append(f"{kind.__name__}: {error}")

    def hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not any(known in text for known in KNOWN):
            traceback.print_stack()  # Qt does not say who made it warn
            faults.append(f"Qt: {text}")

    sources = (*strange_files(folder), None)
    stand_ins: dict[str, Callable[..., object]] = {
        "file_to_open": lambda *_: random.choice(sources),
        "files_to_open": lambda *_: tuple(filter(None, (random.choice(sources),))),
        "file_to_write": lambda _, __, proposed, *___: folder / proposed.name if random.random() < 0.5 else None,
    }
    before = {name: getattr(file_choices, name) for name in stand_ins}
    open_url, old_hook, old_handler = QDesktopServices.openUrl, sys.excepthook, qInstallMessageHandler(hear)
    for name, stand_in in stand_ins.items():
        setattr(file_choices, name, stand_in)
    sys.excepthook, QDesktopServices.openUrl = hook, lambda *_: True  # type: ignore[method-assign] # no browser here
    try:
        yield
    finally:
        for name, original in before.items():
            setattr(file_choices, name, original)
        sys.excepthook, QDesktopServices.openUrl = old_hook, open_url  # type: ignore[method-assign]
        qInstallMessageHandler(old_handler)
