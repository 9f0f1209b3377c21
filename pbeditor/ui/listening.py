"""Listening to what lives longer than the listener."""

from collections.abc import Callable

from PySide6.QtCore import QMetaMethod, QObject

SIGNAL = "2"  # Qt's own mark for the name of a signal


def listen(listener: QObject, sender: QObject, **slots: Callable[..., object]) -> None:
    """Call each slot when the sender's signal of that name is emitted, for as long as the listener lives.

    For each `connect` to a method of a QObject PySide 6.9 keeps some 150 bytes until the sender goes, and the session
    outlives every page; bound to the listener, nothing stays. A slot must take all that its signal carries.
    """
    for name, slot in slots.items():
        signature = QMetaMethod.fromSignal(getattr(sender, name)).methodSignature().toStdString()
        QObject.connect(sender, f"{SIGNAL}{signature}", listener, slot)
