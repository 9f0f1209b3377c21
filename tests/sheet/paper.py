"""A document on paper, told line by line: `python -m tests.sheet.paper` renews tests/sheet/paper.txt."""

from collections.abc import Iterator
from pathlib import Path

from pbeditor.model.document import Budget, Document, Indicator, Project, Section, Target, Unit
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.measure import EmMeasure
from pbeditor.sheet.page import Page, PlacedText
from pbeditor.sheet.pages import paginate
from pbeditor.sheet.report import ReportColumn, ReportTable, report_layout, report_sheet
from pbeditor.sheet.running import Running, with_running
from pbeditor.sheet.style import Style, styled
from pbeditor.store.forms import load_forms

RECORD = Path(__file__).with_name("paper.txt")
WORDS = "协调做好各级党代会工作，组织代表开展调研视察。"
STYLES = {
    "usual": Style(),
    "lines": Style(cover=True, contents=False, values="plain", markup="lines"),
    "summary": Style(summary=True, markup="margin"),
}


def a_row(number: int, level1: str, words: int) -> Indicator:
    target = Target("≥", f"{number * 7}", f"{number * 7}%及以上")
    return Indicator(str(number), level1, "数量指标", f"指标{number}", WORDS * words, target, "计划标准")


def a_document() -> Document:
    """A project on one page, one whose goals and rows go over pages, and one with a category taller than its rows."""
    levels = ["产出指标"] * 20 + ["效果指标"] * 6 + ["满意度指标"] * 2
    long = [a_row(number, level1, number % 4) for number, level1 in enumerate(levels)]
    projects = (
        Project("a", Unit("203002", "某某局"), "203-0401-JBN-0001", "甲项目", Budget("2.00", "1.50", "0.50")),
        Project("b", name="乙项目", goals="\n".join(f"{n}、{WORDS * 3}" for n in range(1, 25)), indicators=tuple(long)),
        Project("c", name="丙项目", plan=("25",) * 4, indicators=(a_row(1, "产" * 60, 0), a_row(2, "产" * 60, 1))),
    )
    texts = ("\n".join([WORDS * 2] * 18), WORDS)
    overall = tuple(
        Section(heading, text) for heading, text in zip(("总体绩效目标", "分项绩效目标"), texts, strict=True)
    )
    unit = Unit("203002", "某某局")
    return Document("hebei-2020", 2020, "2020年部门预算绩效信息", unit, "万元", overall, projects)


def told(style: Style) -> Iterator[str]:
    """Each page of the document, its texts, rules and anchors; lengths in mm."""
    form = load_forms()["hebei-2020"]
    shown = styled(form, style)
    for page in paginate(lay_out(a_document(), form, style=style), shown.layout, EmMeasure()):
        yield from _page(page)


def told_report() -> Iterator[str]:
    """The same of a report under heads that a person wants, one of them of several lines."""
    columns = (ReportColumn("名称", 120), ReportColumn("金额", 50, "right", counts=True), ReportColumn("说明", 80))
    rows = tuple((f"项目{n}", f"{n}.00", WORDS * (n % 3)) for n in range(40))
    tables = (
        ReportTable("一", "第一张表", "说明", columns, rows, ("合计", "780.00", "")),
        ReportTable("二", "", "", columns, ()),
    )
    layout = report_layout(load_forms()["hebei-2020"].layout)
    pages = paginate(report_sheet(tables), layout, EmMeasure())
    for page in with_running(pages, layout, EmMeasure(), Running("某某局" * 40, "2020年1月2日", total=True)):
        yield from _page(page)


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.number}"
    yield from map(_text, page.texts)
    for rule in page.rules:
        yield f"  rule {rule.x1:.2f} {rule.y1:.2f} to {rule.x2:.2f} {rule.y2:.2f}"
    for anchor in page.anchors:
        yield f"  anchor {anchor.name} {anchor.y:.2f}"


def _text(text: PlacedText) -> str:
    place = f"{text.x:.2f} {text.y:.2f} {text.width:.2f} {text.indent:.2f}"
    said = text.text.replace("\n", "/")
    said = said if len(said) <= 12 else f"{said[:6]}…{said[-5:]}"
    return f"  {text.kind} {text.role} {text.align} {place} {text.first}+{text.count} {said} {text.target}".rstrip()


def whole() -> str:
    """What the record holds."""
    styles = [line for name, style in STYLES.items() for line in (f"style {name}", *told(style))]
    return "".join(f"{line}\n" for line in (*styles, "report", *told_report()))


if __name__ == "__main__":
    RECORD.write_text(whole(), "utf-8")
