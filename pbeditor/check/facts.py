"""What the rules are given: one project, one document, or 部门整体绩效目标, read once and then only looked at."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from pbeditor.check.last_year import LastYear
from pbeditor.check.names import folded
from pbeditor.check.placeholder import is_placeholder, is_unwritten
from pbeditor.check.problem import quoted
from pbeditor.check.setting import Setting
from pbeditor.check.taxonomy import Place, placer
from pbeditor.check.value import Value, read_value
from pbeditor.model.amount import number
from pbeditor.model.document import Document, Indicator, Project, Section, Unit
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern

_DEPARTMENT = pattern(r"\d{3,6}")


class Row(Struct, frozen=True, gc=False):
    """One indicator that is not wholly blank."""

    index: int
    indicator: Indicator
    name: str  # for comparing: width, case and spaces do not count
    place: Place
    value: Value

    @property
    def called(self) -> str:
        """Its name inside a message."""
        return quoted(self.indicator.name or "未命名的指标")

    def at(self, field: str) -> str:
        """The path of one of its fields, "target/number" included."""
        return f"indicators/{self.index}/{field}"


class Summary(Struct, frozen=True, gc=False):
    """All that rules across projects see of one: while summaries stay equal, their findings stay true."""

    id: str
    code: str
    name: str
    unit: Unit
    code_key: str  # for comparing
    name_key: str  # for comparing
    unit_key: str  # code and name in one, for comparing
    department: str  # the digits that open the code, six at most: 203 of 203-0401-JBN-6X18
    total: Decimal | None
    size: float  # the total, for comparing
    plan: tuple[Decimal | None, ...]
    without_basis: tuple[int, ...]  # indexes of indicators


class ProjectFacts(Struct, frozen=True, gc=False):
    """One project. Amounts are in the document's money unit; None is blank or no number."""

    project: Project
    year: int
    money_unit: str
    summary: Summary
    total: Decimal | None
    fiscal: Decimal | None
    other: Decimal | None
    plan: tuple[Decimal | None, ...]
    rows: tuple[Row, ...]
    sound: tuple[Row, ...]  # those whose number and words agree: one slip is to be reported once
    categories: frozenset[str]  # the form's names of those present
    blank_rows: tuple[int, ...]
    joined: str  # every text of `texts`, for a quick look
    last: Project | None  # what it was last year
    last_total: Decimal | None  # None too where last year counted in another unit

    def texts(self) -> Iterator[tuple[str, str]]:
        """(path, text) of everything written in words."""
        yield from (("name", self.project.name), ("purpose", self.project.purpose), ("goals", self.project.goals))
        for row in self.rows:
            for field in ("name", "description", "basis"):
                yield row.at(field), getattr(row.indicator, field)
            yield row.at("target/text"), row.indicator.target.text


class OverallFacts(Struct, frozen=True, gc=False):
    """部门整体绩效目标 under the document's title."""

    title: str
    sections: tuple[Section, ...]
    year: int
    joined: str
    last_year: LastYear | None

    def called(self, index: int) -> str:
        """The heading of a section inside a message."""
        return quoted(self.sections[index].heading or "未命名的部分")

    def texts(self) -> Iterator[tuple[str, str]]:
        """(path, text) of the title and of each section."""
        yield "title", self.title
        for index, section in enumerate(self.sections):
            yield f"overall/{index}/text", section.text


class DocumentFacts(Struct, frozen=True):
    """All projects beside each other, for rules that compare them."""

    money_unit: str
    projects: Sequence[Summary]


def project_facts(project: Project, setting: Setting) -> ProjectFacts:
    """Read one project."""
    rows, blank_rows = _rows(project, setting.form)
    summary = _summary(project, rows)
    last = setting.last_year.project(project) if setting.last_year else None
    return ProjectFacts(
        project=project,
        year=setting.year,
        money_unit=setting.money_unit,
        summary=summary,
        total=summary.total,
        fiscal=number(project.budget.fiscal),
        other=number(project.budget.other),
        plan=summary.plan,
        rows=rows,
        sound=tuple(row for row in rows if row.value.agrees),
        categories=frozenset(name for row in rows for name in row.place.names),
        blank_rows=blank_rows,
        joined="\n".join((project.name, project.purpose, project.goals, *(_written(row) for row in rows))),
        last=last,
        last_total=number(last.budget.total) if last and setting.counts_as_last_year else None,
    )


def overall_facts(document: Document, setting: Setting) -> OverallFacts:
    """Read the title and the sections of the document."""
    joined = "\n".join((document.title, *(section.text for section in document.overall)))
    return OverallFacts(document.title, document.overall, document.year, joined, setting.last_year)


def _summary(project: Project, rows: tuple[Row, ...]) -> Summary:
    unit, code, total = project.unit, folded(project.code), number(project.budget.total)
    department = _DEPARTMENT.match(code)
    return Summary(
        id=project.id,
        code=project.code,
        name=project.name,
        unit=unit,
        code_key="" if is_placeholder(project.code) else code,
        name_key="" if is_placeholder(project.name) else folded(project.name),
        unit_key=f"{unit.code}\n{unit.name}",
        department=department.group() if department else "",
        total=total,
        size=float(total or 0),
        plan=tuple(map(number, project.plan)),
        without_basis=tuple(row.index for row in rows if is_unwritten(row.indicator.basis)),
    )


def _rows(project: Project, form: Form) -> tuple[tuple[Row, ...], tuple[int, ...]]:
    place = placer(form.categories)
    rows, blank = [], []
    for index, item in enumerate(project.indicators):
        value = read_value(item.target)
        if not (is_unwritten(item.name) and is_unwritten(item.description) and value.is_blank):
            rows.append(Row(index, item, folded(item.name), place(item.level1, item.level2), value))
        else:
            blank.append(index)
    return tuple(rows), tuple(blank)


def _written(row: Row) -> str:
    item = row.indicator
    return f"{item.name}\n{item.description}\n{item.basis}\n{item.target.text}"
