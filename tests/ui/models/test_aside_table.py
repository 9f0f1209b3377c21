"""What was set aside as a table, a line for each thing that a person has decided."""

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from pbeditor.check.engine import check
from pbeditor.edit.place import put
from pbeditor.edit.review import confirm
from pbeditor.model.document import Document, Section
from pbeditor.model.form import Form
from pbeditor.ui.models.aside_table import TEXT, AsideTable

TEXT_PATH = "overall/0/text"
JUMP = "1、做好工作。\n3、做好服务。"
TWICE = f"{JUMP}\n{JUMP}"


def confirmed(form: Form, text: str) -> Document:
    """A document with its numbering confirmed as it is."""
    document = Document(form.id, 2020, overall=(Section("总体绩效目标", text),))
    found = next(each for each in check(document, form).problems if "应为2" in each.message)
    return confirm(document, found.rule, found.path, found.message)


@pytest.mark.parametrize(("before", "after"), [(JUMP, TWICE), (TWICE, JUMP)])
def test_what_is_confirmed_once_has_one_line_however_often_it_is_found(
    qapp: QApplication, hebei: Form, before: str, after: str
) -> None:
    document, table = confirmed(hebei, before), AsideTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    for text in (before, after):
        document = put(document, TEXT_PATH, text)
        checked = check(document, hebei)
        table.show(checked)
        assert len(checked.confirmed) == 1
        assert ["应为2" in str(table.index(row, TEXT).data()) for row in range(table.rowCount())] == [True]
    table.show(check(replace(document, confirmed=()), hebei))
    assert table.rowCount() == 0
