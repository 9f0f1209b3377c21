"""The handbook: local pages in a window of their own."""

from PySide6.QtWidgets import QWidget


def open_handbook(window: QWidget) -> None:
    """Show the page that fits where the focus is; loaded when it is first wanted."""
    from pbeditor.ui.handbook.window import show_handbook

    show_handbook(window)
