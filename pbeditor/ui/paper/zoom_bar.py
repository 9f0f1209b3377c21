"""Buttons for the size in which pages are shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pbeditor.ui.paper.page_view import WHOLE, PageView
from pbeditor.ui.theme import XS
from pbeditor.ui.widgets.buttons import flat_button
from pbeditor.ui.widgets.labels import plain

_WIDTH_OF_PERCENT = "000%"


class ZoomBar(QWidget):
    """缩小, the present size, 放大, 适合宽度 and 整页 for a view."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = plain(parent=self)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance(_WIDTH_OF_PERCENT) + 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._button("−", "缩小（Ctrl+-）", view.zoom_out))
        row.addWidget(self._percent)
        row.addWidget(self._button("+", "放大（Ctrl++）", view.zoom_in))
        row.addWidget(self._button("适合宽度", "页面与窗口同宽（Ctrl+0）", view.fit))
        row.addWidget(self._button("整页", "显示整个页面", lambda: view.fit(WHOLE)))
        view.zoomed.connect(self._tell)
        self._tell(view.zoom)

    def _button(self, text: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = flat_button(self, tip, act)
        button.setText(text)
        return button

    def _tell(self, zoom: float) -> None:
        self._percent.setText(f"{zoom:.0%}")
