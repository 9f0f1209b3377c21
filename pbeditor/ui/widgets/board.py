"""A table of a page that shows all its rows at once; Enter or a click goes where a row leads."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStyledItemDelegate, QTableView, QWidget

from pbeditor.ui.letters import wide
from pbeditor.ui.models.board import BoardColumn, BoardModel, BoardRow
from pbeditor.ui.models.roles import Index
from pbeditor.ui.theme import L, M, S
from pbeditor.ui.widgets.bars import paint_bar, paint_share
from pbeditor.ui.widgets.signs import paint_sign

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
SHARE, SIGN = 44, 14  # px
LEAST = 110  # px of a column that takes what is left
MOST = 600  # rows shown without a scroll bar; Qt's widgets end at 32767 px


class BoardDelegate(QStyledItemDelegate):
    """Draws bars and signs beside the texts.

    `option` is Any because PySide's stubs do not know the fields of style options.
    """

    def __init__(self, model: BoardModel) -> None:
        super().__init__(model)
        self._model = model

    def initStyleOption(self, option: Any, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._model.rows[index.row()].strong:
            option.font.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        super().paint(painter, option, index)
        row, drawn = self._model.rows[index.row()], self._model.columns[index.column()].drawn
        box = QRectF(option.rect).adjusted(S, 0, -S, 0)
        middle = box.center().y()
        painter.save()
        if drawn == "bar":
            height = round(box.height() * 0.42)
            paint_bar(
                painter, QRectF(box.left(), round(middle - height / 2), box.width(), height), row.bar, option.palette
            )
        elif drawn == "share":
            paint_share(painter, QRectF(box.left(), round(middle) - 4, SHARE, 8), row.share, option.palette)
        elif drawn == "sign" and row.sign:
            size = wide(SIGN)
            paint_sign(painter, QRectF(box.left(), middle - size / 2, size, size), row.sign, option.palette)
        painter.restore()


class Board(QTableView):
    """As high as its rows, at most `most` of them; the page scrolls, not the table."""

    wanted = Signal(str)  # the path of the row that was clicked or entered

    def __init__(
        self, name: str, columns: Sequence[BoardColumn], most: int = MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._rows = BoardModel(columns, self)
        self.setModel(self._rows)
        self.setItemDelegate(BoardDelegate(self._rows))
        self.setAccessibleName(name)
        self._arrange()
        self.clicked.connect(self._go)

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show other rows, and be as high as they are."""
        self._rows.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self._rows.index(0, 0), self.selectionModel().SelectionFlag.NoUpdate)
        self.updateGeometry()

    def _arrange(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setVisible(any(column.label for column in self._rows.columns))
        header.setMinimumSectionSize(L)
        for place, column in enumerate(self._rows.columns):
            if not column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self._fit_letters()

    def _fit_letters(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + M)
        for place, column in enumerate(self._rows.columns):
            if column.width:
                self.setColumnWidth(place, wide(column.width))
        self.updateGeometry()

    def _go(self, index: QModelIndex) -> None:
        path = self._rows.rows[index.row()].path if index.isValid() else ""
        if path:
            self.wanted.emit(path)

    def sizeHint(self) -> QSize:
        shown = min(self._rows.rowCount(), self._most)
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        return QSize(super().sizeHint().width(), head + shown * self.verticalHeader().defaultSectionSize() + 2)

    def minimumSizeHint(self) -> QSize:
        fixed = sum(wide(column.width) if column.width else LEAST for column in self._rows.columns)
        return QSize(fixed, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_letters()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)
