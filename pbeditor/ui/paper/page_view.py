"""Pages that scroll and zoom: fitted to the width, Ctrl+wheel and Ctrl with plus, minus and 0."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.page_canvas import GAP, PageCanvas, ground

LEAST, MOST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
WIDTH, WHOLE, OWN = "width", "whole", "own"  # a page as wide as the view, whole in it, or as the user zoomed


class PageView(QScrollArea):
    """Shows a canvas; a zoom of 1 is the size of the paper at the screen's own resolution."""

    zoomed = Signal(float)
    page_reached = Signal(int)  # from 0

    def __init__(self, measure: QtMeasure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PageCanvas(measure, self)
        self.setWidget(self.canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else fitting could swing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("打印的页面")
        self._mode = WIDTH
        self._page = 0
        self._begun_at = -1  # where the view was scrolled for the first line
        self._gone_to = 0, 0  # where the view was scrolled for a page, and that page
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._take_ground()

    @property
    def zoom(self) -> float:
        """How large the paper is shown."""
        return self.canvas.zoom / self._actual()

    @property
    def page(self) -> int:
        """The page gone to, since the last ones may not come to the top; else that in the upper half; from 0."""
        position, index = self._gone_to
        if self.verticalScrollBar().value() == position and 0 <= index < len(self.canvas.pages):
            return index
        return self.canvas.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    def fit(self, mode: str = WIDTH) -> None:
        """Fill the width, or show whole pages, and keep to it when the window changes."""
        self._mode = mode
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Show the paper at this size."""
        self._mode = OWN
        self._zoom_to(min(max(zoom, LEAST), MOST) * self._actual())

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom * 1.01), MOST))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.zoom * 0.99), LEAST))

    def go_to_page(self, index: int) -> None:
        """Bring the top of a page, counted from 0, into view."""
        bar = self.verticalScrollBar()
        top = round(self.canvas.page_box(index).top()) - GAP
        self._gone_to = min(max(top, bar.minimum()), bar.maximum()), index
        bar.setValue(top)
        self._tell_page()

    def begin(self) -> None:
        """Bring the first line of the first page into view, and keep to it until somebody scrolls."""
        bar = self.verticalScrollBar()
        bar.setValue(round(self.canvas.first_line()) - GAP)
        self._begun_at = bar.value()

    def _actual(self) -> float:
        return self.logicalDpiX() / 25.4

    def _fit(self) -> None:
        view = self.viewport().size()
        if self._mode != OWN:
            self._zoom_to(self.canvas.fitting_zoom(view.width(), view.height() if self._mode == WHOLE else 0))

    def _zoom_to(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(self.canvas.height(), 1)
        is_begun = bar.value() == self._begun_at
        self.canvas.set_zoom(zoom)
        if is_begun:
            self.begin()
        else:
            bar.setValue(round(share * self.canvas.height()))
        self.zoomed.emit(self.zoom)

    def _tell_page(self) -> None:
        if self.page != self._page:
            self._page = self.page
            self.page_reached.emit(self._page)

    def _take_ground(self) -> None:
        palette = QPalette(self.viewport().palette())
        palette.setColor(QPalette.ColorRole.Window, ground(self.palette()))
        self.viewport().setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_ground()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()

    def take_key(self, event: QKeyEvent) -> bool:
        """Turn the page or change the size, if this key does that."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        act = (_WITH_CONTROL if with_control else _ALONE).get(Qt.Key(event.key()))
        if act is not None:
            act(self)
            event.accept()
        return act is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)


_WITH_CONTROL: dict[Qt.Key, Callable[[PageView], None]] = {
    Qt.Key.Key_Plus: PageView.zoom_in,
    Qt.Key.Key_Equal: PageView.zoom_in,
    Qt.Key.Key_Minus: PageView.zoom_out,
    Qt.Key.Key_0: PageView.fit,
}
_ALONE: dict[Qt.Key, Callable[[PageView], None]] = {
    Qt.Key.Key_PageDown: lambda view: view.go_to_page(view.page + 1),
    Qt.Key.Key_PageUp: lambda view: view.go_to_page(view.page - 1),
    Qt.Key.Key_Home: lambda view: view.go_to_page(0),
    Qt.Key.Key_End: lambda view: view.go_to_page(len(view.canvas.pages) - 1),
}
