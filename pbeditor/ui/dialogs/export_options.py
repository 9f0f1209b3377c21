"""导出: what of the document, in which style, as one file or many; asked before the file's name."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pbeditor.exchange.excel_columns import LIST_HEADS
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.ui.dialogs import file_choices
from pbeditor.ui.dialogs.options import Options
from pbeditor.ui.dialogs.style_box import Choice, StyleRows, combo
from pbeditor.ui.theme import M, S
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import aside, plain
from pbeditor.ui.widgets.ordered_list import HOW, OrderedList
from pbeditor.ui.widgets.signs import tip
from pbeditor.work.choices import can_follow

ALL, SELECTED, SUMMARY = "all", "selected", "summary"
_WORD, _EXCEL = ".docx", ".xlsx"
_BUILT_IN = "内置"


class ExportOptionsDialog(QDialog):
    """A few choices, as they were made last time; `selected` are the projects the user is at."""

    def __init__(
        self,
        document: Document,
        form: Form,
        suffix: str,
        before: Options,
        selected: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._suffix, self._reference = form, suffix, before.reference
        self._selected = tuple(each.id for each in document.projects if each.id in selected)
        self._has_several = len(document.projects) > 1
        self.scope = combo(tuple(_scopes(len(document.projects), len(self._selected))), "", self)
        self.style_box = StyleRows(form, before.style, self, has_pages=suffix != _EXCEL)
        self.each = QCheckBox("每个项目单独一个文件(&F)", self)
        self.each.setChecked(before.each and self._has_several)
        self.comments = QCheckBox("把检查发现的问题写成批注(&Q)", self)
        self.comments.setChecked(before.comments)
        self.heads = OrderedList("指标清单的列", LIST_HEADS, before.list_heads or LIST_HEADS, self)
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton("选择位置(&O)…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.look = plain(parent=self)
        self.own, self.built_in, self.write_out = (
            QPushButton(text, self) for text in ("选择(&H)…", "恢复内置(&B)", "另存内置(&S)…")
        )
        self._build()
        self._connect()
        self._follow()

    def options(self) -> Options:
        """What is chosen."""
        scope = self.scope.currentData()
        style = replace(self.style_box.style_chosen(), summary=scope == SUMMARY)
        return Options(
            self._selected if scope == SELECTED else None,
            style,
            self.each.isChecked() and self.each.isEnabled(),
            self.comments.isChecked() and self.comments.isEnabled(),
            self._reference,
            self._heads(),
        )

    def _heads(self) -> tuple[str, ...]:
        """The chosen columns; the usual ones are no choice, so that a later version may have others."""
        chosen = self.heads.chosen()
        return () if chosen == LIST_HEADS else chosen

    def use_reference(self, path: Path | None) -> None:
        """Take this file, or the built-in look, for the layout."""
        self._reference = str(path) if path else ""
        self._follow()

    def _build(self) -> None:
        self.setWindowTitle({_WORD: "导出 Word 文档", _EXCEL: "导出 Excel 工作簿"}.get(self._suffix, "导出 PDF 文件"))
        self.ok.setDefault(True)
        rows = QFormLayout()
        rows.setSpacing(S)
        rows.addRow("内容(&R)：", self.scope)
        rows.addRow("文件：", self.each)
        self.style_box.add_to(rows)
        if self._suffix == _WORD:
            rows.addRow("批注：", self.comments)
            rows.addRow("版式文件：", self._look_row())
        if self._suffix == _EXCEL:
            rows.addRow("指标清单的列(&L)：", self.heads)
            rows.addRow("", aside(HOW))
        box = QVBoxLayout(self)
        box.setSpacing(M)
        box.addLayout(rows)
        box.addWidget(self._fonts())
        box.addStretch()
        box.addWidget(self.buttons)
        for part in (self.comments, self.look, self.own, self.built_in, self.write_out):
            part.setVisible(self._suffix == _WORD)
        self.heads.setVisible(self._suffix == _EXCEL)
        self.setMinimumWidth(460)

    def _look_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.look, 1)
        for button in (self.own, self.built_in, self.write_out):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _fonts(self) -> QLabel:
        """Which fonts are missing here and what stands in for them."""
        from pbeditor.ui.paper.fonts import told_of_fonts

        words = told_of_fonts(self._form.layout) if self._suffix != _EXCEL else ""
        label = aside(words)
        label.setVisible(bool(words))
        return label

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _index: self._follow())
        self.each.toggled.connect(lambda _on: self._follow())
        self.own.clicked.connect(lambda _checked: self._choose_own())
        self.built_in.clicked.connect(lambda _checked: self.use_reference(None))
        self.write_out.clicked.connect(lambda _checked: self._write_out())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _follow(self) -> None:
        """Leave to choose only what has a meaning."""
        scope = self.scope.currentData()
        self.each.setEnabled(self._has_several and self._can("each"))
        self.comments.setEnabled(self._can("comments"))
        self.heads.setEnabled(self._can("list_columns"))
        self.style_box.values.setEnabled(self._can("plain"))
        self.style_box.enable_pages(scope == ALL and not (self.each.isChecked() and self.each.isEnabled()))
        name = Path(self._reference).name if self._reference else _BUILT_IN
        self.look.setText(name)
        self.look.setToolTip(tip(self._reference))
        self.built_in.setEnabled(bool(self._reference))

    def _can(self, choice: str) -> bool:
        """Whether a choice has a meaning for what is to be exported."""
        return can_follow(choice, self._suffix, {"summary"} if self.scope.currentData() == SUMMARY else ())

    def _choose_own(self) -> None:
        folder = Path(self._reference).parent if self._reference else Path.home()
        if path := file_choices.file_to_open(
            self, "选择版式文件", folder, ("Word 文档 (*.docx *.dotx)", file_choices.ANY)
        ):
            self.use_reference(path)

    def _write_out(self) -> None:
        from pbeditor.store import disk
        from pbeditor.ui.trying import tried
        from pbeditor.work.reference import reference_document

        path = file_choices.file_to_write(self, "另存内置版式", Path.home() / "版式.docx", "Word 文档")
        if path and tried(self, lambda: disk.write(path, reference_document(self._form))):
            self.use_reference(path)


def ask_options(dialog: ExportOptionsDialog) -> Options | None:
    """The answers, None where the dialog was given up."""
    agreed = bool(dialog.exec())
    answer = dialog.options()
    dialog.deleteLater()
    return answer if agreed else None


def _scopes(count: int, selected: int) -> list[Choice]:
    found = [Choice("整个文档", ALL)]
    if selected and selected < count:
        found.append(Choice("当前项目" if selected == 1 else f"选中的 {selected} 个项目", SELECTED))
    if count:
        found.append(Choice("项目汇总表", SUMMARY))
    return found
