"""Buttons at the foot of dialogs: words alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProxyStyle, QStyle, QStyleHintReturn, QWidget

from pbeditor.ui.widgets.buttons import Standard, button_box


class WithPictures(QProxyStyle):
    """As some desktops wish it."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: object = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        wanted = QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if hint == wanted else super().styleHint(hint, option, widget, returnData)  # type: ignore[arg-type]


@pytest.fixture
def pictures(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().objectName()
    qapp.setStyle(WithPictures("Fusion"))
    yield
    qapp.setStyle(before)


def test_no_button_has_a_picture_even_where_the_desktop_wants_them(pictures: None) -> None:
    dialog = QDialog()
    bare = QDialogButtonBox(Standard.Ok | Standard.Cancel, dialog)
    assert not any(button.icon().isNull() for button in bare.buttons())
    ours = button_box(dialog, Standard.Ok | Standard.Cancel)
    assert len(ours.buttons()) == 2
    assert all(button.icon().isNull() for button in ours.buttons())
    dialog.deleteLater()
