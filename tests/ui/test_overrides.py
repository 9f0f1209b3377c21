"""An error in what a class overrides of Qt's is an error like others: it does not end the program."""

import subprocess
import sys

import pytest

CODE = """
import pbeditor.ui
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

class Field(QWidget):
    def keyPressEvent(self, event):
        {fault}

app = QApplication([])
field = Field()
field.show()
try:
    QTest.keyClick(field, Qt.Key.Key_A)
except (ArithmeticError, LookupError, ValueError) as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("fault", "error"),
    [("int('x')", "ValueError"), ("[][1]", "IndexError"), ("max([])", "ValueError"), ("{}['a']", "KeyError")],
)
def test_an_error_in_an_override_does_not_end_the_program(fault: str, error: str) -> None:
    code = CODE.replace("{fault}", fault)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, [error])
