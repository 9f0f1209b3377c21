"""放入…: a text or table that was not imported goes where the user says."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from pbeditor.edit.assign import Aim, add_rows, aims, assign, present_text
from pbeditor.model.document import Indicator
from pbeditor.model.place import owner
from pbeditor.model.unnamed import UNNAMED_PROJECT
from pbeditor.sheet.loose_rows import indicators_in
from pbeditor.sheet.sheet import Note
from pbeditor.ui import letters
from pbeditor.ui.session import Session
from pbeditor.ui.theme import M
from pbeditor.ui.widgets.buttons import button_box
from pbeditor.ui.widgets.labels import aside

WHOLE = "（部门整体、标题等）"
AS_ROWS = "绩效指标（按表格逐行加入）"


class AssigningDialog(QDialog):
    """The text can be cut down first; nothing that stands there is replaced unless that is chosen."""

    def __init__(self, session: Session, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: tuple[Indicator, ...] = indicators_in(note.rows, session.form) if note.rows else ()
        text = "\n".join("\t".join(row) for row in note.rows) or note.original
        self.text = QPlainTextEdit(text, self)
        self.text.setTabChangesFocus(True)
        if note.rows:
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName("要放入的内容")
        self.project, self.field = QComboBox(self), QComboBox(self)
        self.append, self.replace = QRadioButton("接在后面(&A)", self), QRadioButton("替换现有内容(&R)", self)
        self.present = aside()
        self._aims: tuple[Aim, ...] = ()
        self._arrange()
        self._fill_projects(note.place)
        self.project.currentIndexChanged.connect(self._show_fields)
        self.field.currentIndexChanged.connect(self._show_present)
        self.text.textChanged.connect(self._follow)
        self._show_fields()

    def aim(self) -> Aim | None:
        """The chosen field; None for rows of the grid."""
        place = self.field.currentData()
        return next((aim for aim in self._aims if aim.place == place), None)

    def accept(self) -> None:
        aim, session = self.aim(), self._session
        session.commit_requested.emit()
        if aim is None:
            project = str(self.project.currentData())
            session.apply("放入绩效指标", lambda old: add_rows(old, project, self.rows, session.new_ids()))
        else:
            text, replaces = self.text.toPlainText(), self.replace.isChecked()
            session.apply(f"放入{aim.label}", lambda document: assign(document, aim, text, replaces=replaces))
        super().accept()

    def _fill_projects(self, place: str) -> None:
        self.project.addItem(WHOLE, "")
        for number, project in enumerate(self._session.document.projects, 1):
            self.project.addItem(f"{number} {project.name or UNNAMED_PROJECT}", project.id)
        wanted = owner(place)
        if not wanted and self.rows and self._session.document.projects:
            wanted = self._session.document.projects[0].id
        self.project.setCurrentIndex(max(self.project.findData(wanted), 0))

    def _show_fields(self) -> None:
        project = str(self.project.currentData())
        self._aims = aims(self._session.document, self._session.form, project)
        self.field.blockSignals(True)
        self.field.clear()
        if project and self.rows:
            self.field.addItem(f"{AS_ROWS}，{len(self.rows)} 行", None)
        for aim in self._aims:
            self.field.addItem(aim.label, aim.place)
        self.field.blockSignals(False)
        self._show_present()

    def _show_present(self) -> None:
        aim = self.aim()
        present = present_text(self._session.document, aim) if aim else ""
        can_add = bool(present) and aim is not None and aim.holds != "value"
        self.append.setEnabled(can_add)
        self.replace.setEnabled(bool(present))
        (self.append if can_add or not present else self.replace).setChecked(True)
        self.present.setText(f"现有内容：{present}" if present else "" if aim is None else "现在是空的。")
        self._follow()

    def _follow(self) -> None:
        self.text.setReadOnly(self.aim() is None)
        self.ok.setEnabled(self.aim() is None or bool(self.text.toPlainText().strip()))

    def _arrange(self) -> None:
        self.setWindowTitle("放入")
        letters.resize(self, 560, 460)
        self.present.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        group = QButtonGroup(self)
        ways = QHBoxLayout()
        for button in (self.append, self.replace):
            group.addButton(button)
            ways.addWidget(button)
        ways.addStretch()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, part in (("内容(&T)：", self.text), ("项目(&P)：", self.project), ("栏目(&F)：", self.field)):
            form.addRow(label, part)
        form.addRow("", self.present)
        form.addRow("方式：", ways)
        self.buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton("放入", QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(M)
        layout.addLayout(form)
        layout.addWidget(self.buttons)


def ask_where(session: Session, note: Note, window: QWidget) -> bool:
    """Whether the text was put somewhere."""
    dialog = AssigningDialog(session, note, window)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
