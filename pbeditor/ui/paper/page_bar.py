"""Which page is in sight, and a way to another."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pbeditor.ui.icons import icon
from pbeditor.ui.paper.page_view import PageView
from pbeditor.ui.theme import XS
from pbeditor.ui.widgets.buttons import flat_button
from pbeditor.ui.widgets.calm import CalmSpinBox
from pbeditor.ui.widgets.labels import plain


class PageBar(QWidget):
    """上一页, the number of the page, of how many, 下一页."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.number = CalmSpinBox(self)
        self.number.setAccessibleName("页码")
        self.number.setKeyboardTracking(False)
        self.number.setMinimum(1)
        self._count = plain(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._button("up", "上一页（PgUp）", lambda: view.go_to_page(view.page - 1)))
        row.addWidget(self.number)
        row.addWidget(self._count)
        row.addWidget(self._button("down", "下一页（PgDn）", lambda: view.go_to_page(view.page + 1)))
        self.number.valueChanged.connect(lambda number: view.go_to_page(number - 1))
        view.page_reached.connect(lambda _index: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show where the view is now."""
        count = len(self._view.canvas.pages)
        was_blocked = self.number.blockSignals(True)
        self.number.setMaximum(max(count, 1))
        self.number.setValue(self._view.page + 1)
        self.number.blockSignals(was_blocked)
        self._count.setText(f"/ {count} 页")
        self.setEnabled(count > 0)

    def _button(self, name: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = flat_button(self, tip, act)
        button.setIcon(icon(name))
        return button
