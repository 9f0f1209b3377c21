"""对应栏目: what stands in a file of unknown layout, what each part is read as, and how the first rows read then."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pbeditor.model.form import Form
from pbeditor.sheet.mapped_form import kept_findings, mapped_form
from pbeditor.sheet.mapping import findings, left_out, sample
from pbeditor.sheet.mapping_findings import COLUMN, Findings
from pbeditor.sheet.sheet import Note, Sheet
from pbeditor.store.own_forms import fault_of_name, own_id, save_form
from pbeditor.ui.dialogs.mapping_preview import MappingPreview
from pbeditor.ui.models.found_table import READ_AS, FoundModel
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.listing import dress_table, size_columns
from pbeditor.work.opening import understood

SAMPLES = 2  # the column that needs a file
LEFT = "预览从没有导入的第一张表开始。"
WIDTHS = (100, 170, 0, 250)  # px; 0 takes what is left
Index = QModelIndex | QPersistentModelIndex


class MappingPage(QWidget):
    """Shows one sheet at a time. `form()` is the form as confirmed so far; `keep()` saves it where that is wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet()
        self._start = 0  # the block with which the preview begins
        self._form: Form | None = None
        self._kept: Form | None = None  # the layout of the user's own that is being looked at again
        self._levels: tuple[tuple[str, str], ...] = ()
        self._marks: tuple[str, ...] = ()  # of that layout, while no file is at hand
        self.model: FoundModel | None = None
        self._found_text = plain()
        self._found_text.setWordWrap(True)
        self.table = self._made_table()
        self.preview = MappingPreview(self)
        self.keeps = QCheckBox("保存为我的表样，下次自动使用(&S)", self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(40)
        self.name.setAccessibleName("表样名称")
        self.name.setPlaceholderText("表样名称，如“某县绩效申报表”")
        self._name_label = plain("名称：", self)
        self._name_label.hide()
        self.fault = aside()
        self._arrange()
        self.keeps.toggled.connect(self._kept_changed)
        self.name.textChanged.connect(self._kept_changed)
        self._kept_changed()

    def show_found(self, sheet: Sheet, form: Form, notes: Sequence[Note] = ()) -> None:
        """Show what `sheet` holds in terms of `form`; a layout of the user's own is looked at again.

        The preview begins with the first table that was left out, as the `notes` of the import say.
        """
        self._sheet, self._start = sheet, left_out(sheet, notes)
        self._show(form, form, findings(sheet, form))
        self._show_parts(with_file=True)
        left = LEFT if self._start else ""
        self._found_text.setText(f"{summed_up(self.model.findings)}{left}" if self.model else "")
        self._show_preview()

    def show_kept(self, kept: Form, base: Form) -> None:
        """Show a layout of the user's own without a file that has it: only what it adds to the form `base`."""
        self._sheet = Sheet()
        self._show(base, kept, kept_findings(kept, base))
        self._show_parts(with_file=False)
        self._found_text.setText(f"这个表样在“{base.name}”之外认识下列名称。不对的点一下（或按 F2）另选。")

    def _show(self, form: Form, shown: Form, found: Findings) -> None:
        self._form = form
        self._kept = shown if shown.base and shown.id != shown.base else None
        self._marks = shown.marks if shown is not form else ()
        self.model = FoundModel(form, found, self)
        # Later, when the drop-down list has closed: the model may not be reset over it.
        self.model.chosen_changed.connect(self._chosen_changed, Qt.ConnectionType.QueuedConnection)
        self._levels = _levels(self.model)
        self.table.setModel(self.model)
        size_columns(self.table.horizontalHeader(), WIDTHS)
        self.keeps.setChecked(self._kept is not None)
        self.name.setText(self._kept.name if self._kept else "")
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(self._first_doubt(), READ_AS))

    def _show_parts(self, *, with_file: bool) -> None:
        """Samples, preview and the choice to keep the layout need a file at hand."""
        self.preview.setVisible(with_file)
        self.keeps.setVisible(with_file)
        self._name_label.setVisible(not with_file)
        self.table.setColumnHidden(SAMPLES, not with_file)
        self.table.horizontalHeader().setStretchLastSection(not with_file)

    def form(self) -> Form:
        """The form that reads the sheet as confirmed; one of the user's own where it is to be kept."""
        if self.model is None or self._form is None:
            raise RuntimeError
        name = self.name.text().strip()
        if not (self.keeps.isChecked() and name):
            form_id, name = self._form.base or self._form.id, self._form.name
        else:
            form_id = self._kept.id if self._kept else own_id(name)
        form = mapped_form(self._form, self.model.findings, self.model.chosen, form_id, name)
        return replace(form, marks=self._marks) if self._marks else form

    def is_ready(self) -> bool:
        """Whether one can go on: a layout that is to be kept needs a name of its own."""
        return not self.fault.text()

    def keep(self) -> None:
        """Save the layout if that was ticked. Raises UnwritableError."""
        if self.keeps.isChecked() and self.is_ready():
            save_form(self.form())

    def _chosen_changed(self) -> None:
        model = self.model
        if model is None or self._form is None:
            return
        if not self._sheet.blocks:
            self.changed.emit()
            return
        levels = _levels(model)
        if levels != self._levels:  # other columns may hold other categories
            self._levels = levels
            row = self.table.currentIndex().row()
            model.show_findings(findings(self._sheet, self._form, model.chosen))
            self.table.setCurrentIndex(model.index(min(row, model.rowCount() - 1), READ_AS))
        self._show_preview()
        self.changed.emit()

    def _show_preview(self) -> None:
        self.preview.show_opened(understood(sample(self._sheet, self._start), self.form()))

    def _kept_changed(self) -> None:
        wanted = self.keeps.isChecked()
        self.name.setEnabled(wanted)
        old = self._kept.name if self._kept else ""
        self.fault.setText(fault_of_name(self.name.text(), old) if wanted else "")
        self.changed.emit()

    def _first_doubt(self) -> int:
        found = self.model.findings.found if self.model else ()
        return next((row for row, each in enumerate(found) if not each.is_known), 0)

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(M)
        below.addWidget(self.keeps)
        below.addWidget(self._name_label)
        below.addWidget(self.name, 1)
        below.addWidget(self.fault, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._found_text)
        layout.addWidget(self.table, 3)
        layout.addSpacing(S)
        layout.addWidget(self.preview, 2)
        layout.addSpacing(S)
        layout.addLayout(below)

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        dress_table(table, "文件中找到的列、栏目和类别")
        table.setItemDelegate(ChoiceDelegate(table))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AllEditTriggers & ~QAbstractItemView.EditTrigger.CurrentChanged
        )
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        return table


class ChoiceDelegate(QStyledItemDelegate):
    """A drop-down list over the cell; it opens at once and closes with the choice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        box = QComboBox(parent)
        box.setAccessibleName("读作")
        if isinstance(model, FoundModel):
            for field, words in model.choices(index.row()):
                box.addItem(words, field)
        box.setMaxVisibleItems(20)
        box.activated.connect(lambda: self._finish(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox) and isinstance(model, FoundModel):
            model.setData(index, editor.currentData())

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def summed_up(found: Findings) -> str:
    """What was found, what to do about it, and that one of several value columns can be chosen."""
    if not found.found:
        return "这份文件里没有找到可以对应的表格。"
    unknown = sum(not each.is_known for each in found.found)
    told = (
        f"共找到 {len(found.found)} 个名称，其中 {unknown} 个本表样不认识，已按名称和内容猜测。"
        if unknown
        else (f"共找到 {len(found.found)} 个名称，都认识。")
    )
    ask = "请核对“读作”一列，不对的点一下（或按 F2）另选。"
    names = "、".join(each.text for each in found.rivals)
    return told + ask + (f"有几列都像指标值（{names}）：请选定一列读作指标值，其余列会列入导入报告。" if names else "")


def _levels(model: FoundModel) -> tuple[tuple[str, str], ...]:
    """The columns of the categories, and whether there is one of names, without which the second level holds those."""
    rows = (row for row in range(model.rowCount()) if model.found(row).kind == COLUMN)
    wanted = ("level1", "level2", "name")
    return tuple((model.found(row).text, model.field(row)) for row in rows if model.field(row) in wanted)
