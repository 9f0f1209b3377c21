"""`pbeditor diff`: what differs between two files, or between a file and the last year inside it."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from pbeditor.cli.console import places, say, say_json
from pbeditor.cli.documents import open_seen, refuse_same
from pbeditor.edit.compare import aligned
from pbeditor.edit.comparison import Comparison, compare, sums
from pbeditor.edit.comparison_texts import counts_line, sums_line
from pbeditor.edit.place import DIFFERENCES, Difference, differences
from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Document, Indicator, Project, Section
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.work.comparison import report_tables, words_for, write_comparison
from pbeditor.work.opening import Opened

_NO_LAST_YEAR = "里没有上年的内容，没有可比的；请再写上要与它比较的文件。"
_CODE = 1  # the column of the report that a narrow console does without
_WIDEST = 40  # places of one column on the console


def compare_files(arguments: Namespace) -> int:
    """Tell every difference, projects matched by code, name and content; 1 when there is one."""
    old, new, by_id = _both(arguments)
    changes = tuple(differences(old.document, aligned(old.document, new.document, by_id=by_id)))
    comparison = compare(old.document, new.document, by_id=by_id)
    if arguments.output:
        for source in filter(None, (arguments.old, arguments.new)):
            refuse_same(source, arguments.output)
        write_comparison(comparison, new.form, arguments.output)
    if arguments.json:
        say_json({"changes": changes})
    elif arguments.output:
        say(f"共 {len(changes)} 处不同，对比表已写入 {arguments.output}。")
    else:
        for line in _told(comparison, changes, old.form, new.form):
            say(line)
    return 1 if changes else 0


def _both(arguments: Namespace) -> tuple[Opened, Opened, bool]:
    """The earlier and the later document, and whether ids mean the same in both."""
    first = open_seen(arguments.old)
    if arguments.new:
        return first, open_seen(arguments.new), False
    if first.document.last_year is None:
        raise UnreadableError(str(arguments.old), _NO_LAST_YEAR)
    return Opened(first.document.last_year, first.form), first, True


def _told(comparison: Comparison, changes: tuple[Difference, ...], old: Form, new: Form) -> Iterator[str]:
    if not changes:
        yield "没有不同。"
        return
    yield from _table(comparison, new)
    for change in changes:
        was = change.is_of_earlier
        yield _difference(change, comparison.before if was else comparison.after, old if was else new)
    yield f"共 {len(changes)} 处不同。"


def _table(comparison: Comparison, form: Form) -> Iterator[str]:
    """The projects that changed as a table with even columns, and below it what all of them add up to."""
    table, *_ = report_tables(comparison, form)
    changed = (row for row, one in zip(table.rows, comparison.projects, strict=True) if one.kind != "same")
    heads = tuple(column.head for column in table.columns)
    lines = [tuple(map(_cut, (*row[:_CODE], *row[_CODE + 1 :]))) for row in (heads, *changed)]
    aligns = [column.align for place, column in enumerate(table.columns) if place != _CODE]
    widths = [max(map(places, texts)) for texts in zip(*lines, strict=True)]
    if len(lines) > 1:
        for line in lines:
            cells = (_padded(*each) for each in zip(line, widths, aligns, strict=True))
            yield "  ".join(cells).rstrip()
    yield f"{counts_line(comparison)}。"
    before, after = words_for(comparison)
    names = f"{before}合计", f"{after}合计"
    yield sums_line(sums(comparison.projects), form.decimals, comparison.after.money_unit, names)
    yield ""


def _cut(text: str) -> str:
    """As much of the text as a column holds."""
    if places(text) <= _WIDEST:
        return text
    while places(text) > _WIDEST - 2:
        text = text[:-1]
    return f"{text}…"


def _padded(text: str, width: int, align: str) -> str:
    room = " " * (width - places(text))
    return room + text if align == "right" else text + room


def _difference(change: Difference, document: Document, form: Form) -> str:
    where = f"[{DIFFERENCES[change.kind]}] {place_name(document, form, change.path)}"
    if change.kind == "changed":
        return f"{where}：{_shown(change.before)} → {_shown(change.after)}"
    return f"{where}：{_shown(change.before if change.after is None else change.after)}"


def _shown(value: Any) -> str:
    """A value on one line; rows by their name, as the places already say which row it is."""
    if isinstance(value, (Project, Indicator)):
        return value.name
    if isinstance(value, Section):
        return value.heading
    if isinstance(value, Struct):
        return " ".join(str(getattr(value, name)) for name in value.__struct_fields__)
    return f"“{' '.join(str(value).split())}”"
