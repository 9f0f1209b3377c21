"""Blocks of a printed document, ours or anybody's, understood as a document.

Nothing is refused for its content: what is doubtful, missing or not understood comes back as notes.
`interpret(lay_out(document, form), form)` gives the document back, apart from its ids.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from pbeditor.model.document import Document, Indicator, Project, Target, Unit
from pbeditor.model.form import Form
from pbeditor.model.target import Reading, printed, read_targets
from pbeditor.sheet.grid import Grid, Labels
from pbeditor.sheet.read_grid import GridRow, grid_rows, header_row
from pbeditor.sheet.read_head import Head
from pbeditor.sheet.read_paragraphs import RunningText
from pbeditor.sheet.sheet import About, Note, Paragraph, Sheet, Table

_YEAR = re.compile(r"20[0-9]{2}")


def interpret(sheet: Sheet, form: Form, ids: Iterator[str] | None = None) -> tuple[Document, tuple[Note, ...]]:
    """The document that a sheet shows in terms of `form`, and what a person should look at."""
    reader = _Reader(form, ids or (str(number) for number in count(1)))
    for block in sheet.blocks:
        reader.take(block)
    return reader.document(sheet), tuple(reader.notes)


class _Reader:
    """Walks the blocks once; a head table begins a project, a grid goes on with it."""

    def __init__(self, form: Form, ids: Iterator[str]) -> None:
        self._form = form
        self._ids = ids
        self._labels = Labels(form)
        self._text = RunningText(form)
        self._projects: list[tuple[Project, list[GridRow]]] = []
        self._unit = Unit()
        self._money_unit = ""
        self._tables = 0
        self.notes: list[Note] = []

    def take(self, block: Paragraph | Table) -> None:
        """Find the place of one block, or note that it has none."""
        if isinstance(block, Table):
            self._tables += 1
            self._text.end_section()
            self._take_table(block)
        elif not self._text.take(block):
            self._note(self._here(), "ignored", "这段文字没有对应的栏目，未导入", block.text)

    def document(self, sheet: Sheet) -> Document:
        """All that was taken; values are split last, with the habit of the whole document."""
        about = sheet.about
        if not self._projects:
            self._note("全文", "missing", "没有找到项目绩效目标表")
        projects = self._with_indicators()
        if not about.form:
            about = self._about(projects)
        department = Unit(about.department_code, about.department_name)
        title = self._text.title or ""
        return Document(self._form.id, about.year, title, department, about.money_unit, self._text.sections, projects)

    def _about(self, projects: Sequence[Project]) -> About:
        """What a foreign file tells only through its title and its tables."""
        year = _YEAR.search(self._text.title or "")
        unit = next((project.unit for project in projects), Unit())
        return About(
            self._form.id,
            int(year.group()) if year else self._form.year,
            unit.code,
            unit.name,
            self._money_unit or self._form.money_unit,
        )

    def _take_table(self, table: Table) -> None:
        grid = Grid(table)
        header = header_row(grid, self._labels)
        above = table.rows if header is None else table.rows[:header]
        head = Head(Grid(Table(above)) if header else grid, self._labels) if above else None
        if head and head.is_head():
            self._begin_project(head)
        if header is not None:
            self._take_grid(grid, header)
        elif not (head and head.is_head()):
            self._note(self._here(), "ignored", "这张表没有识别出项目信息或指标，未导入", _all_text(table))

    def _begin_project(self, head: Head) -> None:
        self._unit = head.unit() or self._unit
        self._money_unit = self._money_unit or head.money_unit()
        project = head.project(next(self._ids), self._unit)
        if len(project.plan) < len(self._form.periods):
            project = replace(project, plan=project.plan + ("",) * (len(self._form.periods) - len(project.plan)))
        if not (head.own or project.name or project.code):
            project = replace(project, name=self._text.project_title)
        self._projects.append((project, []))

    def _take_grid(self, grid: Grid, header: int) -> None:
        if not self._projects:
            name = self._text.project_title
            plan = ("",) * len(self._form.periods)
            self._projects.append((Project(next(self._ids), unit=self._unit, name=name, plan=plan), []))
            self._note(self._here(), "missing", "指标表前没有项目基本信息，已按标题新建项目", name)
        self._projects[-1][1].extend(grid_rows(grid, header, self._labels))

    def _with_indicators(self) -> tuple[Project, ...]:
        raws = [row.texts.get("target", "") for _, rows in self._projects for row in rows if row.target is None]
        readings = iter(read_targets(raws))
        return tuple(
            replace(project, indicators=tuple(self._indicators(number, project, rows, readings)))
            for number, (project, rows) in enumerate(self._projects, 1)
        )

    def _indicators(
        self, number: int, project: Project, rows: Sequence[GridRow], readings: Iterator[Reading]
    ) -> Iterator[Indicator]:
        for place, row in enumerate(rows, 1):
            target = row.target
            if target is None:
                reading = next(readings)
                target = reading.target
                if reading.alternatives:
                    where = f"项目{number}“{project.name}”绩效指标第{place}行 指标值"
                    self._note(where, "guessed", _choices(reading), printed(target))
            texts = {field: text for field, text in row.texts.items() if field != "target"}
            yield Indicator(next(self._ids), target=target, **texts)

    def _here(self) -> str:
        return f"第{self._tables}张表" if self._tables else "正文"

    def _note(self, where: str, kind: str, message: str, original: str = "") -> None:
        self.notes.append(Note(where, kind, message, original))


def _choices(reading: Reading) -> str:
    likely, *others = (_parts(target) for target in (reading.target, *reading.alternatives))
    return f"无法确定数值从哪里断开：暂按“{likely}”读取，也可能是{'、'.join(f'“{other}”' for other in others)}，请核对"


def _parts(target: Target) -> str:
    return " | ".join(part for part in (target.operator, target.number, target.text) if part)


def _all_text(table: Table) -> str:
    return " / ".join(cell.text for row in table.rows for cell in row.cells if cell.text)
