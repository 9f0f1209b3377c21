"""What the check found, beside the cells of the paper."""

from pbeditor.check.engine import check
from pbeditor.check.problem import SEVERITY_NAMES
from pbeditor.model.document import Document
from pbeditor.model.form import Form
from pbeditor.sheet.remarks import Remark, with_remarks
from pbeditor.sheet.sheet import Sheet


def with_findings(block_sheet: Sheet, document: Document, form: Form) -> Sheet:
    """The sheet with a remark for each finding that nobody has set aside."""
    found = check(document, form).problems
    remarks = (Remark(each.path, f"{SEVERITY_NAMES[each.severity]}：{each.message}") for each in found)
    return with_remarks(block_sheet, form, remarks)
