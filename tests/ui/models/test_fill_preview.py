"""The preview of a fill, under Qt's model tester in fatal mode."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from pbeditor.ui.models.fill_preview import SAME, FillPreviewModel, PreviewRow

CHECK = int(Qt.ItemDataRole.CheckStateRole)
STEPS = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from("甲乙")), max_size=12)


@given(count=st.integers(0, 4), steps=STEPS)
def test_any_ticks_and_texts_are_announced(qapp: object, count: int, steps: list[tuple[int, bool, str]]) -> None:
    model = FillPreviewModel([PreviewRow(f"{n}", f"项目{n}", n % 2 == 0) for n in range(count)])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for place, ticked, text in steps:
        model.setData(model.index(place, 0), Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked, CHECK)
        model.show_texts([("甲", text)] * count)
        if place < count:
            assert (f"{place}" in model.chosen) is ticked
            assert model.index(place, 2).data() == ((text if text == "乙" else SAME) if ticked else "")
    tester.deleteLater()
