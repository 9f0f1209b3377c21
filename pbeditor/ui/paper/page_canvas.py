"""Pages one below another on a calm ground: white paper in light and dark appearance, as sharp as the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from pbeditor.model.form import Layout
from pbeditor.sheet.geometry import paper_size
from pbeditor.sheet.page import Page
from pbeditor.ui.paper.measure import UNITS_A_MM, QtMeasure
from pbeditor.ui.paper.painter import PagePainter
from pbeditor.ui.widgets.signs import blended

GAP = 16  # px between pages and around them


class PageCanvas(QWidget):
    """Draws the pages that are in sight; `zoom` is in px a mm."""

    def __init__(self, measure: QtMeasure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._layout: Layout | None = None
        self._drawing: PagePainter | None = None
        self._paper = (210.0, 297.0)
        self.pages: tuple[Page, ...] = ()
        self.zoom = 3.0
        self.draft = False
        self.hint = ""  # what is said where there is no page
        self.setAccessibleName("页面")

    def show_pages(self, pages: Sequence[Page], layout: Layout) -> None:
        """Show these pages; where only what is on them has changed, nothing moves."""
        if layout is not self._layout:
            self._layout, self._paper = layout, paper_size(layout.page)
            self._drawing = PagePainter(layout, self._measure)
        self.pages = tuple(pages)
        self._fit()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller."""
        self.zoom = zoom
        self._fit()

    def set_draft(self, draft: bool) -> None:
        """Show 草稿 under the pages or not."""
        self.draft = draft
        self.update()

    def fitting_zoom(self, width: int, height: int = 0) -> float:
        """The zoom at which a page fills `width` px, and no more than `height` where that is given."""
        zoom = max(width - 2 * GAP, 40) / self._paper[0]
        return min(zoom, max(height - 2 * GAP, 40) / self._paper[1]) if height else zoom

    def page_box(self, index: int) -> QRectF:
        """Where a page lies, in px."""
        width, height = (side * self.zoom for side in self._paper)
        return QRectF((self.width() - width) / 2, GAP + index * (height + GAP), width, height)

    def first_line(self) -> float:
        """Where the first line of the first page has its upper edge, in px."""
        top = min((text.y for text in self.pages[0].texts), default=0.0) if self.pages else 0.0
        return self.page_box(0).top() + top * self.zoom

    def page_at(self, y: int) -> int:
        """The page that is at `y` px, or the one above."""
        step = self._paper[1] * self.zoom + GAP
        return min(max(int((y - GAP) / step), 0), max(len(self.pages) - 1, 0))

    def _fit(self) -> None:
        width, height = (side * self.zoom for side in self._paper)
        count = len(self.pages)
        self.setMinimumSize(round(width) + 2 * GAP if count else 0, round(count * (height + GAP)) + GAP)
        around = self.parentWidget()
        self.resize(self.minimumSize().expandedTo(around.size()) if around else self.minimumSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), ground(self.palette()))
        if self.pages and self._drawing:
            for index in range(self.page_at(event.rect().top()), self.page_at(event.rect().bottom()) + 1):
                self._paint_page(painter, index, event.rect())
        else:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.hint)
        painter.end()

    def _paint_page(self, painter: QPainter, index: int, seen: QRect) -> None:
        box, drawing = self.page_box(index), self._drawing
        painter.fillRect(box, Qt.GlobalColor.white)
        painter.setPen(edge(self.palette()))
        painter.drawRect(box)
        if drawing is None:
            return
        painter.save()
        painter.setClipRect(box.intersected(QRectF(seen)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        painter.scale(self.zoom / UNITS_A_MM, self.zoom / UNITS_A_MM)
        top, bottom = ((y - box.top()) / self.zoom for y in (seen.top(), seen.bottom()))
        drawing.draw(painter, self.pages[index], draft=self.draft, between=(top, bottom))
        painter.restore()


def ground(palette: QPalette) -> QColor:
    """What surrounds the paper: a little darker than the window in either appearance."""
    return blended(palette.window().color(), QColor(Qt.GlobalColor.black), 0.08 if _is_light(palette) else 0.3)


def edge(palette: QPalette) -> QColor:
    """The line round a sheet of paper."""
    return blended(ground(palette), QColor(Qt.GlobalColor.black), 0.16 if _is_light(palette) else 0.4)


def _is_light(palette: QPalette) -> bool:
    return palette.window().color().lightness() > palette.windowText().color().lightness()
