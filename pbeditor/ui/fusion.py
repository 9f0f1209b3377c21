"""Qt's style Fusion with what it draws too small for large letters, or too faint on a dark ground."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionMenuItem, QTabBar, QWidget

from pbeditor.ui.letters import USUAL, wide
from pbeditor.ui.widgets.signs import blended, is_dark

Metric, Control, Primitive = QStyle.PixelMetric, QStyle.ControlElement, QStyle.PrimitiveElement
# Boxes to tick and icons. Those of tabs follow the small ones, those of tool bars are sized by `letters`.
GROWING = (
    Metric.PM_IndicatorWidth,
    Metric.PM_IndicatorHeight,
    Metric.PM_ExclusiveIndicatorWidth,
    Metric.PM_ExclusiveIndicatorHeight,
    Metric.PM_SmallIconSize,
    Metric.PM_ButtonIconSize,
    Metric.PM_ListViewIconSize,
)
DIVIDERS = frozenset({Primitive.PE_IndicatorToolBarSeparator, Primitive.PE_IndicatorDockWidgetResizeHandle})
FOCUS = QStyle.StateFlag.State_HasFocus
FRAMED_AROUND = "framedAround"  # the property of an editor around which its field draws the frame
KEYBOARD = FOCUS | QStyle.StateFlag.State_KeyboardFocusChange
BOXES = {QStyle.ComplexControl.CC_ComboBox: KEYBOARD, QStyle.ComplexControl.CC_SpinBox: FOCUS}
BELOW = (QTabBar.Shape.RoundedSouth, QTabBar.Shape.TriangularSouth)
BAR, GAP = 3, 6  # px: the bar on the chosen tab; the blank at the ends of a divider


class Fusion(QProxyStyle):
    """`option` is Any where PySide's stubs do not know its fields."""

    called = "pbeditor"

    def __init__(self) -> None:
        super().__init__("fusion")
        self.setObjectName(self.called)

    def drawControl(
        self, element: QStyle.ControlElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == Control.CE_MenuItem and _is_divider(option) and is_dark(option.palette):
            _divide(painter, option.rect, option.palette)
            return
        if element == Control.CE_TabBarTabLabel and option.state & FOCUS:
            option.state &= ~FOCUS  # Fusion's own frame can hardly be seen
            _frame(painter, _inside(option.rect, below=option.shape in BELOW), option.palette, 2)
        super().drawControl(element, option, painter, widget)
        if element == Control.CE_PushButton and option.state & KEYBOARD == KEYBOARD:
            _frame(painter, option.rect.adjusted(1, 1, -2, -2), option.palette, 2)
        elif element == Control.CE_TabBarTabShape and option.state & QStyle.StateFlag.State_Selected:
            bar = _edge(option.rect, below=option.shape in BELOW)
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Accent))
        elif element == Control.CE_Splitter and is_dark(option.palette):
            _divide(painter, option.rect, option.palette)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        wanted = BOXES.get(control)
        if wanted is not None and option.state & wanted == wanted:
            _frame(painter, option.rect.adjusted(1, 1, -2, -2), option.palette, 2)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: Any, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element in DIVIDERS and is_dark(option.palette):
            _divide(painter, option.rect, option.palette)
        elif element == Primitive.PE_FrameFocusRect:
            _frame(painter, option.rect.adjusted(0, 0, -1, -1), option.palette, 1)
        else:
            super().drawPrimitive(element, option, painter, widget)
            if element == Primitive.PE_FrameLineEdit and option.state & FOCUS and not _is_framed_around(widget):
                _frame(painter, option.rect.adjusted(1, 1, -2, -2), option.palette, 2)


class LargeFusion(Fusion):
    """For large letters alone: widgets ask for sizes all the time, and an answer from here takes long."""

    called = "pbeditor-large"

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = super().pixelMetric(metric, option, widget)
        return wide(size) if metric in GROWING else size


def style_for(font: QFont) -> type[Fusion]:
    """The style to wear with letters of this size."""
    return LargeFusion if font.pointSizeF() > USUAL else Fusion


def divider(palette: QPalette) -> QColor:
    """The colour of lines between parts that can be moved, or between groups, on a dark ground."""
    return blended(palette.base().color(), palette.text().color(), 0.44)  # menus have another Window: see `outlined`


def _is_framed_around(widget: QWidget | None) -> bool:
    return widget is not None and bool(widget.property(FRAMED_AROUND))


def _is_divider(option: Any) -> bool:
    return bool(option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator and not option.text)


def _divide(painter: QPainter, box: QRect, palette: QPalette) -> None:
    """A line through the middle of the box, along its longer side."""
    middle, colour = box.center(), divider(palette)
    if box.width() > box.height():
        first, last = QPoint(box.left() + GAP, middle.y()), QPoint(box.right() - GAP, middle.y())
    else:
        first, last = QPoint(middle.x(), box.top() + GAP), QPoint(middle.x(), box.bottom() - GAP)
    painter.fillRect(QRect(first, last), colour)


def _frame(painter: QPainter, box: QRect, palette: QPalette, width: int) -> None:
    """Where the keyboard is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), width))
    painter.drawRect(box)
    painter.restore()


def _inside(tab: QRect, *, below: bool) -> QRect:
    """Where the tab with the keyboard is framed: beside the bar."""
    return tab.adjusted(3, 3, -4, -BAR - 3) if below else tab.adjusted(3, BAR + 2, -4, -4)


def _edge(tab: QRect, *, below: bool) -> QRect:
    """Where the chosen tab bears its bar: away from the page."""
    top = tab.bottom() - BAR + 1 if below else tab.top()
    return QRect(tab.left() + 1, top, tab.width() - 2, BAR)
