"""Two documents side by side in a dialog: what differs, line by line, to look at before one decides."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from pbeditor.edit.comparison import compare
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.ui import letters
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.comparison_view import ComparisonView
from pbeditor.ui.widgets.labels import plain

SIZE = 980, 600  # px
SAME = "两份文件的内容完全相同。"
ONLY_ASIDE = "文字和金额都相同，只有排列的顺序、检查的记录（静音、已核实）或收着的上年内容不同。"


class ComparisonDialog(QDialog):
    """Two documents that come from one another; `form` is the later one's, `names` say what they are, it last."""

    def __init__(
        self, before: Document, after: Document, form: Form, names: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        old, new = names
        self.setWindowTitle("比较两份文件")
        comparison = compare(before, after, by_id=True)
        if not comparison.is_same:
            letters.resize(self, *SIZE)
        heads = ("名称", "变化", "原预算", "现预算", "增减", "增减 %", "指标变化")
        self.view = ComparisonView(heads, self)
        self.view.choice.setCurrentIndex(1)
        self.view.show_comparison(comparison, form)
        self.view.tree.setExpandsOnDoubleClick(True)
        self.view.setVisible(not comparison.is_same)
        told = SAME if before == after else ONLY_ASIDE if comparison.is_same else f"从“{old}”到“{new}”有下面这些不同："
        self.about = plain(told, self)
        self.about.setWordWrap(True)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter is for the filter
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.about, self.view, buttons):
            layout.addWidget(part)
        layout.setStretchFactor(self.view, 1)
        self.view.tree.setFocus()


def show_comparison(
    before: Document, after: Document, form: Form, names: tuple[str, str], parent: QWidget | None = None
) -> None:
    """Let a person look at what differs, and wait until he has."""
    dialog = ComparisonDialog(before, after, form, names, parent)
    dialog.exec()
    dialog.deleteLater()
