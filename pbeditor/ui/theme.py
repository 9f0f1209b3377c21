"""How the program looks: Fusion everywhere, one accent colour, light or dark as the system is, fonts with Chinese."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from pbeditor.ui.fusion import style_for
from pbeditor.ui.machine import CHINESE_FACES
from pbeditor.ui.widgets.signs import blended, is_dark

XS, S, M, L, XL = 2, 4, 8, 12, 20  # px; every margin and gap is one of these

Role = QPalette.ColorRole
# Role, light, dark. Highlight is a pale tint under plain text, as in a spreadsheet; Accent is the strong colour.
COLOURS: tuple[tuple[QPalette.ColorRole, str, str], ...] = (
    (Role.Window, "#f4f5f7", "#202328"),
    (Role.WindowText, "#1f2328", "#e3e6ea"),
    (Role.Base, "#ffffff", "#17191d"),
    (Role.AlternateBase, "#f7f8fa", "#1c1f23"),
    (Role.Text, "#1f2328", "#e3e6ea"),
    (Role.Button, "#fafbfc", "#2b2f35"),
    (Role.ButtonText, "#1f2328", "#e3e6ea"),
    (Role.BrightText, "#ffffff", "#ffffff"),
    (Role.ToolTipBase, "#ffffff", "#2b2f35"),
    (Role.ToolTipText, "#1f2328", "#e3e6ea"),
    (Role.PlaceholderText, "#646d78", "#8f98a3"),
    (Role.Highlight, "#d5e3f6", "#2c4868"),
    (Role.HighlightedText, "#12263f", "#f2f5f9"),
    (Role.Accent, "#1f5fae", "#7db0ee"),
    (Role.Link, "#1f5fae", "#7db0ee"),
    (Role.LinkVisited, "#1f5fae", "#7db0ee"),
)
DISABLED = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText), ("#9fa6ae", "#666d76")
TICKED = "QCheckBox", "QRadioButton"
FRAMED = "QLineEdit", "QPlainTextEdit", "QAbstractSpinBox", "QMenu"  # whose frames cannot be seen on a dark ground
_DARKER = 140  # %, by which Fusion's outlines are darker than the window


def dress(app: QApplication, system: QFont, appearance: str = "", size: int = 0) -> None:
    """Give the program its look. `appearance` is light, dark or "" for the system's; `size` in pt, 0 the system's.

    By palettes alone: with a style sheet Qt takes twice as long to paint the window for the first time, and keeps some
    KB for each list and box of choices that ever was.
    """
    app.setFont(font(system, size))
    palette = palette_of(wants_dark(app, appearance))
    app.setPalette(palette)
    for name in (*TICKED, *(FRAMED if is_dark(palette) else ())):
        app.setPalette(outlined(palette), name)
    QToolTip.setPalette(palette)
    style = style_for(app.font())
    if app.style().objectName() != style.called:  # each one that was ever set is kept for good
        app.setStyle(style())


def wants_dark(app: QApplication, appearance: str = "") -> bool:
    """Whether the dark colours are wanted; a system that tells no scheme is judged by the window colour it gave."""
    scheme = app.styleHints().colorScheme()
    if appearance:
        return appearance == "dark"
    if scheme == Qt.ColorScheme.Unknown:
        return app.style().standardPalette().color(Role.Window).lightness() < 128  # noqa: PLR2004 - half of 255
    return scheme == Qt.ColorScheme.Dark


def palette_of(dark: bool) -> QPalette:
    """The palette of one appearance."""
    palette = QPalette(QColor(_colour(Role.Button, dark)), QColor(_colour(Role.Window, dark)))
    for role, *_ in COLOURS:
        palette.setColor(role, QColor(_colour(role, dark)))
    palette.setColor(Role.Mid, line(palette))
    roles, colours = DISABLED
    for role in roles:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[dark]))
    return palette


def font(system: QFont, size: int = 0) -> QFont:
    """The system's font if it has simplified Chinese, else the first known face that is installed."""
    chosen = QFont(system)
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if sys.platform == "win32" or system.family() not in known:
        chosen.setFamilies([*_installed(CHINESE_FACES, known), system.family()])
    if size or (chosen.pointSize() < 10 and sys.platform != "win32"):  # noqa: PLR2004 - 10 pt is Linux' usual size
        chosen.setPointSize(size or 10)
    return chosen


def accent(palette: QPalette) -> QColor:
    """The one strong colour."""
    return palette.color(Role.Accent)


def faint(palette: QPalette) -> QColor:
    """Secondary text on base or window."""
    return palette.color(Role.PlaceholderText)


def line(palette: QPalette) -> QColor:
    """Hairlines between parts."""
    return blended(palette.color(Role.Window), palette.color(Role.WindowText), 0.14)


def outlined(palette: QPalette) -> QPalette:
    """The palette for what can be ticked: in Fusion's own outline a box could not be seen on a dark ground."""
    edge = blended(palette.color(Role.Window), palette.color(Role.WindowText), 0.58)
    palette = QPalette(palette)
    palette.setColor(Role.Window, edge.lighter(_DARKER))
    return palette


def _colour(wanted: QPalette.ColorRole, dark: bool) -> str:
    return next(on_dark if dark else on_light for role, on_light, on_dark in COLOURS if role == wanted)


def _installed(faces: Iterable[str], known: Iterable[str]) -> list[str]:
    present = set(known)
    return [face for face in faces if face in present]
