"""Small pictures of the pages in a list, drawn when they come into sight."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any
from weakref import proxy

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from pbeditor.model.form import Layout
from pbeditor.sheet.geometry import paper_size
from pbeditor.sheet.page import Page
from pbeditor.ui.models.roles import DISPLAY, NOTHING
from pbeditor.ui.paper.measure import UNITS_A_MM, QtMeasure
from pbeditor.ui.paper.page_canvas import edge
from pbeditor.ui.paper.painter import PagePainter
from pbeditor.ui.theme import M, S

_LONG = 128  # px of the longer side of a page
_KEPT = 400  # pictures, some 20 MB


class Thumbnails(QListView):
    """Says which page was chosen; `show_page` marks the one in sight elsewhere."""

    page_wanted = Signal(int)  # from 0

    def __init__(self, measure: QtMeasure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PageList(self)
        self._look = _Look(measure, self)
        self.setModel(self.pages)
        self.setItemDelegate(self._look)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName("缩略图")
        self.selectionModel().currentChanged.connect(self._tell)

    def show_pages(self, pages: Sequence[Page], layout: Layout) -> None:
        """List these pages."""
        self._look.dress(layout)
        self.pages.show_pages(pages)

    def set_draft(self, draft: bool) -> None:
        """Show 草稿 under the pages or not."""
        self._look.set_draft(draft)
        self.viewport().update()

    def show_page(self, index: int) -> None:
        """Mark a page as the one that is looked at."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self.pages.index(index))
        self.selectionModel().blockSignals(False)
        self.scrollTo(self.pages.index(index))
        self.viewport().update()

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.page_wanted.emit(current.row())


class PageList(QAbstractListModel):
    """The pages; each is called by its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Page, ...] = ()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Take other pages."""
        self.beginResetModel()
        self.shown = tuple(pages)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOTHING) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> Any:
        if role == DISPLAY and index.isValid():
            return f"第 {self.shown[index.row()].number} 页"
        return None


class _Look(QStyledItemDelegate):
    """A page on a calm ground with its number below."""

    def __init__(self, measure: QtMeasure, parent: Thumbnails) -> None:
        super().__init__(parent)
        self._measure = measure
        self._layout: Layout | None = None
        self._drawing: PagePainter | None = None
        self._draft = False
        self._size = QSize(round(_LONG * 210 / 297), _LONG)
        # No ring: with all texts that were measured it would wait for Python's collector, and the window with it.
        self._picture = lru_cache(maxsize=_KEPT)(partial(_Look._drawn, proxy(self)))

    def dress(self, layout: Layout) -> None:
        """Take the layout of the pages."""
        self._picture.cache_clear()
        if layout is not self._layout:
            width, height = paper_size(layout.page)
            scale = _LONG / max(width, height)
            self._size = QSize(round(width * scale), round(height * scale))
            self._layout, self._drawing = layout, PagePainter(layout, self._measure)

    def set_draft(self, draft: bool) -> None:
        """Whether 草稿 stands under the pages."""
        self._draft = draft
        self._picture.cache_clear()

    def _drawn(self, index: int, ratio: float) -> QPixmap:
        list_model = self.parent()
        picture = QPixmap(self._size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.white)
        if isinstance(list_model, Thumbnails) and self._layout and self._drawing:
            painter = QPainter(picture)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            scale = self._size.width() / (paper_size(self._layout.page)[0] * UNITS_A_MM)
            painter.scale(scale, scale)
            self._drawing.draw(painter, list_model.pages.shown[index], draft=self._draft)
            painter.end()
        return picture

    def sizeHint(self, option: Any, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._size.width() + 2 * M, self._size.height() + option.fontMetrics.height() + 2 * M + S)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        box: QRect = option.rect
        palette: QPalette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.highlight())
        left = box.left() + (box.width() - self._size.width()) // 2
        paper = QRect(left, box.top() + M, self._size.width(), self._size.height())
        painter.drawPixmap(paper.topLeft(), self._picture(index.row(), painter.device().devicePixelRatioF()))
        painter.setPen(edge(palette))
        painter.drawRect(paper)
        painter.setPen(palette.text().color())
        below = QRect(box.left(), paper.bottom() + S, box.width(), box.bottom() - paper.bottom() - S)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(index.data()))
