"""与上年对比 for the leader: what became of the projects and their indicators, as a Word or Excel file."""

from pathlib import Path

from pbeditor.edit.changes import ProjectChange
from pbeditor.edit.comparison import KIND_NAMES, ROW_KINDS, Comparison, sums
from pbeditor.edit.comparison_texts import amount, counts_line, named, row_told, rows_told, signed
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.report import ReportColumn, ReportTable, report_layout, report_sheet
from pbeditor.store import disk
from pbeditor.store.resources import resource

PROJECTS = (
    ReportColumn("序号", 11, "center"),
    ReportColumn("项目编码", 40),
    ReportColumn("项目名称", 70),
    ReportColumn("变化", 14, "center"),
    ReportColumn("上年预算", 26, "right", counts=True),
    ReportColumn("本年预算", 26, "right", counts=True),
    ReportColumn("增减", 24, "right", counts=True),
    ReportColumn("增减 %", 19, "right", counts=True),
    ReportColumn("指标变化", 31),
)
INDICATORS = (
    ReportColumn("项目名称", 56),
    ReportColumn("变化", 14, "center"),
    ReportColumn("三级指标", 46),
    ReportColumn("内容", 145),
)


def write_comparison(comparison: Comparison, form: Form, path: Path) -> None:
    """Write the comparison to a .docx or .xlsx file. Raises UnwritableError."""
    disk.write(path, comparison_bytes(comparison, form, path.name))


def comparison_bytes(comparison: Comparison, form: Form, name: str) -> bytes:
    """The bytes of the file called `name`. Raises UnwritableError for another ending."""
    tables, layout = report_tables(comparison, form), report_layout(form.layout)
    ending = Path(name).suffix.casefold()
    if ending == ".xlsx":
        from pbeditor.exchange.excel_report import report_bytes

        return report_bytes(tables, layout)
    if ending == ".docx":
        from pbeditor.exchange.word_out import word_bytes

        return word_bytes(report_sheet(tables), layout, disk.read(resource("word", "reference.docx")))
    raise UnwritableError(name, "的后缀不是可以写的格式，请改用 .docx 或 .xlsx。")


def report_tables(comparison: Comparison, form: Form) -> tuple[ReportTable, ...]:
    """The projects with their sums; then, where there are some, the indicators that changed."""
    before, after = comparison.before, comparison.after
    numbered = enumerate(comparison.projects, 1)
    about = f"上年：{before.title or before.year}；本年：{after.title or after.year}。{counts_line(comparison)}。"
    unit = f"金额单位：{after.money_unit}"
    rows = tuple((str(number), *_project(change, form)) for number, change in numbered)
    projects = ReportTable("项目", "项目预算与上年对比表", f"{about}{unit}", PROJECTS, rows, _sums(comparison, form))
    changed = tuple(
        (named(change), ROW_KINDS[row.kind], row.name, row_told(row, form))
        for change in comparison.projects
        for row in change.rows
    )
    note = f"共 {len(changed)} 条指标有变化。新增和取消的项目只列在项目表里。"
    indicators = (ReportTable("指标", "绩效指标与上年对比表", note, INDICATORS, changed),) if changed else ()
    return (projects, *indicators)


def _project(change: ProjectChange, form: Form) -> tuple[str, ...]:
    return (change.project.code, named(change), KIND_NAMES[change.kind], *_amounts(change, form), rows_told(change))


def _amounts(change: ProjectChange, form: Form) -> tuple[str, ...]:
    before, after = (amount(value, form.decimals) for value in (change.amount_before, change.amount_after))
    return before, after, signed(change.difference, form.decimals), signed(change.percent, 1, "%")


def _sums(comparison: Comparison, form: Form) -> tuple[str, ...]:
    whole = sums(comparison.projects)
    before, after = (amount(value, form.decimals) for value in (whole.before, whole.after))
    return "", "", "合计", "", before, after, signed(whole.difference, form.decimals), signed(whole.percent, 1, "%"), ""
