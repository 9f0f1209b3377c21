"""What was read of projects, made into projects: only when all tables are known can their values be split."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pbeditor.model.document import Indicator, Project
from pbeditor.model.target import Reading, lacks_number, lost_sign, read_targets
from pbeditor.sheet.project_notes import doubt, named
from pbeditor.sheet.project_read import ProjectRead
from pbeditor.sheet.sheet import Note


def finished(read: Sequence[ProjectRead], periods: int, ids: Iterator[str]) -> tuple[tuple[Project, ...], list[Note]]:
    """The projects with as many percentages as there are `periods`, and what is doubtful about their values."""
    raws = [row.texts.get("target", "") for each in read for row in each.rows if row.target is None]
    readings = iter(read_targets(raws))
    notes: list[Note] = []
    projects = tuple(
        replace(
            each.project,
            plan=each.project.plan + ("",) * (periods - len(each.project.plan)),
            indicators=tuple(_indicators(number, each, readings, ids, notes)),
        )
        for number, each in enumerate(read, 1)
    )
    return projects, notes


def _indicators(
    number: int, read: ProjectRead, readings: Iterator[Reading], ids: Iterator[str], notes: list[Note]
) -> Iterator[Indicator]:
    for place, row in enumerate(read.rows, 1):
        row_id, target = next(ids), row.target
        if target is None:
            reading = next(readings)
            target = reading.target
            reading = lost_sign(reading)
            if reading.alternatives or lacks_number(target):
                where = f"{named(number, read.project)}绩效指标第{place}行 指标值"
                notes.append(doubt(where, reading, f"projects/{read.project.id}/indicators/{row_id}/target"))
        texts = {field: text for field, text in row.texts.items() if field != "target"}
        yield Indicator(row_id, target=target, **texts)
