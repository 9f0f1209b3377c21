"""`pbeditor rollover`: last year's file as next year's draft, with a report of what a person should look at."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from pbeditor.cli.console import say, say_json
from pbeditor.cli.documents import chosen_projects, open_seen, refuse_output, save
from pbeditor.edit.carry import Carry, carry_over, percent_of
from pbeditor.edit.decisions import Decision, Mapped, decisions, mapped
from pbeditor.edit.place_name import place_name
from pbeditor.edit.proposals import proposals
from pbeditor.edit.year_changes import Change
from pbeditor.model.amount import number
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.model.form import Form
from pbeditor.model.place import present_path
from pbeditor.sheet.document_year import PLACE as YEAR
from pbeditor.store.forms import form_called
from pbeditor.work.importing import told_of_amounts, with_year
from pbeditor.work.opening import Opened


class Report(Struct, frozen=True):
    """What was carried over and what is left to a person, for `--json` as it stands."""

    year: int
    from_year: int
    form: str
    projects: int
    changed: tuple[Change, ...]
    possible: tuple[Change, ...]
    marked: tuple[Change, ...]
    mapped: tuple[Mapped, ...]
    decisions: tuple[Decision, ...]


def amounts(text: str) -> tuple[str, str]:
    """What `--amounts` says, as the kind and the percentage: clear, keep, scale=1.05 or scale=105%."""
    kind, equals, factor = text.partition("=")
    if kind in ("clear", "keep") and not equals:
        return kind, "100"
    percent = percent_of(factor) if factor.endswith(("%", "％")) else number(factor)
    if kind != "scale" or percent is None or percent < 0:
        raise ArgumentTypeError("应为 clear、keep、scale=1.05 或 scale=105%")
    return kind, f"{percent if factor.endswith(('%', '％')) else percent * 100:f}"


def roll_over_file(arguments: Namespace) -> int:
    """Write the draft and tell what was changed, what was only marked, and what needs a decision."""
    refuse_output(arguments.file, arguments.output)
    opened = open_seen(arguments.file)
    opened = replace(opened, document=with_year(opened.document, arguments.from_year))
    form = form_called(arguments.form) if arguments.form else opened.form
    year = arguments.year or opened.document.year + 1
    if year <= opened.document.year:
        raise UnreadableError(str(arguments.file), f"是 {opened.document.year} 年的，--year 应晚于它。")
    found = proposals(opened.document, year)
    carry = _carry(arguments, opened.document, form, year, found)
    draft = carry_over(opened.document, form, carry)
    save(draft, arguments.output)
    report = _report(opened, form, carry, draft, found)
    if arguments.json:
        say_json(report)
        return 0
    told = told_of_amounts(carry)
    say(f"已生成 {draft.year} 年草稿 {arguments.output}：{report.projects} 个项目，{told}，表样为{form.name}。")
    for note in opened.notes if not arguments.from_year else ():
        if note.place == YEAR:
            say(f"{note.message}；不对时用 --from-year 写明。")
    for line in _lines(report, opened.document, opened.form):
        say(line)
    return 0


def _carry(arguments: Namespace, document: Document, form: Form, year: int, found: Iterable[Change]) -> Carry:
    projects = chosen_projects(document, arguments.project, arguments.file) if arguments.project else None
    kind, percent = arguments.amounts
    return Carry(
        year,
        form.id,
        projects,
        kind,
        percent,
        plans=not arguments.drop_plans,
        values=not arguments.drop_values,
        codes=not arguments.drop_codes,
        changes=tuple(one for one in found if not arguments.keep_years and (one.likely or arguments.all_years)),
    )


def _report(opened: Opened, form: Form, carry: Carry, draft: Document, found: Iterable[Change]) -> Report:
    """Only what lies in the projects that were taken counts."""
    taken = {"", *(project.id for project in draft.projects)}
    source = replace(opened.document, projects=tuple(p for p in opened.document.projects if p.id in taken))
    found = [one for one in found if one.project in taken]
    made = frozenset(carry.changes or ())
    return Report(
        carry.year,
        opened.document.year,
        form.id,
        len(draft.projects),
        tuple(one for one in found if not one.is_marked and one in made),
        tuple(one for one in found if not one.is_marked and one not in made),
        tuple(one for one in found if one.is_marked),
        mapped(source, form),
        decisions(source, form, opened.form),
    )


def _lines(report: Report, document: Document, form: Form) -> Iterator[str]:
    for title, changes in (
        ("改了 {} 处年份、届次：", report.changed),
        ("另有 {} 处可能要改，没有改，请核对：", report.possible),
        ("有 {} 处文号、版本，没有改，请核对：", report.marked),
    ):
        if changes:
            yield title.format(len(changes))
            yield from (f"  - {_where(document, form, one.place)}：{_piece(one)}" for one in changes)
    if report.mapped:
        yield f"有 {len(report.mapped)} 种类别换成了新表样的名称："
        yield from (f"  - {_pair(one.before)} → {_pair(one.after)}（{one.rows} 行）" for one in report.mapped)
    if report.decisions:
        yield f"有 {len(report.decisions)} 处需要决定："
        yield from (f"  - {_decision(one, document, form)}" for one in report.decisions)


def _piece(change: Change) -> str:
    arrow = f" → {change.after}" if change.after else ""
    return f"{change.before}{arrow}（{' '.join(change.line.split())}）"


def _decision(decision: Decision, document: Document, form: Form) -> str:
    likely = f"（可能是{_pair(decision.choices[0])}）" if decision.choices else ""
    return f"{_where(document, form, decision.place)}：{decision.message}{likely}"


def _pair(pair: tuple[str, str]) -> str:
    return "、".join(filter(None, pair))


def _where(document: Document, form: Form, place: str) -> str:
    return place_name(document, form, present_path(document, place))
