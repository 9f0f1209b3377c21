"""与上年对比 for the leader: what became of the projects and their indicators, as a Word or Excel file."""

from pathlib import Path

from msgspec.structs import replace

from pbeditor.edit.changes import ProjectChange
from pbeditor.edit.comparison import KIND_NAMES, ROW_KINDS, Comparison, sums
from pbeditor.edit.comparison_texts import amount, counts_line, named, row_told, rows_told, signed
from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.report import ReportColumn, ReportTable, report_layout, report_sheet
from pbeditor.store import disk
from pbeditor.work.reference import built_in

YEARS, FILES = ("上年", "本年"), ("原", "现")  # what the two documents are called where they are of two years, or not
PROJECTS = (
    ReportColumn("序号", 11, "center"),
    ReportColumn("项目编码", 40),
    ReportColumn("项目名称", 67),
    ReportColumn("变化", 14, "center"),
    ReportColumn("{}预算", 26, "right", counts=True),
    ReportColumn("{}预算", 26, "right", counts=True),
    ReportColumn("增减", 24, "right", counts=True),
    ReportColumn("增减 %", 22, "right", counts=True),
    ReportColumn("指标变化", 31),
)
_BEFORE = 4  # the column of PROJECTS with the amount before; the next one has that of now
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

        return word_bytes(report_sheet(tables), layout, built_in())
    raise UnwritableError(name, "的后缀不是可以写的格式，请改用 .docx 或 .xlsx。")


def report_tables(comparison: Comparison, form: Form) -> tuple[ReportTable, ...]:
    """The projects with their sums; then, where there are some, the indicators that changed."""
    before, after = comparison.before, comparison.after
    numbered = enumerate(comparison.projects, 1)
    words = words_for(comparison)
    kind = "与上年对比表" if words == YEARS else "对比表"
    titles = zip(words, (before.title or before.year, after.title or after.year), strict=True)
    about = "；".join(f"{word}：{title}" for word, title in titles)
    note = f"{about}。{counts_line(comparison)}。金额单位：{after.money_unit}"
    rows = tuple((str(number), *_project(change, form)) for number, change in numbered)
    projects = ReportTable("项目", f"项目预算{kind}", note, _columns(words), rows, _sums(comparison, form))
    changed = tuple(
        (named(change), ROW_KINDS[row.kind], row.name, row_told(row, form))
        for change in comparison.projects
        for row in change.rows
    )
    note = f"共 {len(changed)} 条指标有变化。新增和取消的项目只列在项目表里。"
    indicators = (ReportTable("指标", f"绩效指标{kind}", note, INDICATORS, changed),) if changed else ()
    return (projects, *indicators)


def words_for(comparison: Comparison) -> tuple[str, str]:
    """What the two documents are called in heads."""
    return YEARS if comparison.before.year + 1 == comparison.after.year else FILES


def _columns(words: tuple[str, str]) -> tuple[ReportColumn, ...]:
    named_columns = (
        replace(column, head=column.head.format(word))
        for column, word in zip(PROJECTS[_BEFORE : _BEFORE + 2], words, strict=True)
    )
    return (*PROJECTS[:_BEFORE], *named_columns, *PROJECTS[_BEFORE + 2 :])


def _project(change: ProjectChange, form: Form) -> tuple[str, ...]:
    return (change.project.code, named(change), KIND_NAMES[change.kind], *_amounts(change, form), rows_told(change))


def _amounts(change: ProjectChange, form: Form) -> tuple[str, ...]:
    before, after = (amount(value, form.decimals) for value in (change.amount_before, change.amount_after))
    return before, after, signed(change.difference, form.decimals), signed(change.percent, 1, "%")


def _sums(comparison: Comparison, form: Form) -> tuple[str, ...]:
    whole = sums(comparison.projects)
    before, after = (amount(value, form.decimals) for value in (whole.before, whole.after))
    return "", "", "合计", "", before, after, signed(whole.difference, form.decimals), signed(whole.percent, 1, "%"), ""
