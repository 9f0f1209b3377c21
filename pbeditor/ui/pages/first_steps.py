"""For who has opened nothing yet: how the work goes from last year's file to the printed page."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pbeditor.ui.theme import XL, XS, L, M
from pbeditor.ui.widgets.labels import Heading, aside
from pbeditor.ui.widgets.parts import CommandButton

STEPS = (
    ("生成草稿", "选上年的 Word、Excel 等文件，核对读到的项目，就有了今年的草稿；没有上年文件的，从空白新建。"),
    ("填写和检查", "左边选项目，右边填写。缺项和错误随时列在下方，点一下就到那一处。"),
    ("打印和定稿", "打印草稿请领导批改，改好后导出 Word、PDF 或 Excel。"),
)
KEPT = "程序不联网，文件存在您选择的位置。打开过的文件以后会列在这里。"


class FirstSteps(QWidget):
    """Three steps, and the way to the handbook."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steps = QGridLayout()
        steps.setHorizontalSpacing(L)
        steps.setVerticalSpacing(XS)
        steps.setColumnStretch(1, 1)
        for number, (name, what) in enumerate(STEPS):
            top = 3 * number
            steps.addWidget(Heading(f"{number + 1}", 1.1), top, 0)
            steps.addWidget(Heading(name, 1.1), top, 1)
            steps.addWidget(aside(what), top + 1, 1)
            steps.setRowMinimumHeight(top + 2, M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(Heading("三步完成", 1.15))
        layout.addLayout(steps)
        layout.addWidget(CommandButton(actions["help"]), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(XL)
        layout.addWidget(aside(KEPT))
        layout.addStretch(1)
