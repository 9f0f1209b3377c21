"""Drop-down lists in cells: what the form knows, offered and never forced."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pbeditor.model.form import Form

_LONGEST = 255  # signs that Excel allows in a list written out


class Choices:
    """The lists of one workbook, by the head of the column in which they are offered."""

    def __init__(self, form: Form) -> None:
        children = dict.fromkeys(child.name for parent in form.categories for child in parent.children)
        self._lists = {
            "一级指标": [parent.name for parent in form.categories],
            "二级指标": list(children),
            "计算符号": list(form.operators),
            "指标值确定依据": list(form.bases),
        }

    def offer(self, worksheet: Worksheet, head: str, *cells: str) -> None:
        """Offer the list of a column in these cells, such as A2:A90; nothing where it has none."""
        texts = self._lists.get(head, [])
        written = ",".join(text for text in texts if "," not in text and '"' not in text)
        if texts and len(written) <= _LONGEST:
            worksheet.add_data_validation(
                DataValidation("list", f'"{written}"', allow_blank=True, showErrorMessage=False, sqref=" ".join(cells))
            )

    def offer_all(self, worksheet: Worksheet, cells: dict[str, list[str]]) -> None:
        """Offer lists in the cells of a form, given by the text that stands in them."""
        for head, texts in self._lists.items():
            places = [place for text in texts for place in cells.get(text, ())]
            if places:
                self.offer(worksheet, head, *places)
