"""The commands that only tell something: check, forms."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from pbeditor.check.checked import Checked
from pbeditor.check.engine import check
from pbeditor.check.groups import Group
from pbeditor.check.problem import SEVERITY_NAMES, Problem
from pbeditor.cli.console import complain, say, say_json
from pbeditor.cli.documents import open_seen
from pbeditor.edit.place_name import place_name
from pbeditor.edit.projects import indicator_count
from pbeditor.store.forms import all_forms


def check_file(arguments: Namespace) -> int:
    """`pbeditor check`: every problem by rule; 1 when one of them is an error."""
    opened = open_seen(arguments.file)
    checked = check(opened.document, opened.form)
    if arguments.json:
        codes = {project.id: project.code for project in opened.document.projects}
        problems = [_record(problem, codes.get(problem.project, "")) for problem in checked.problems]
        say_json({"counts": checked.counts, "problems": problems})
    else:
        say("\n".join(_report(checked, str(arguments.file))))
    return 1 if checked.counts["error"] else 0


def list_forms(_: Namespace) -> int:
    """`pbeditor forms`: id, whose it is and name of every form; broken own forms on standard error."""
    loaded = all_forms()
    for form in loaded.forms.values():
        say(f"{form.id}\t{'自定义' if form.id in loaded.own else '内置'}\t{form.name}")
    for fault in loaded.faults:
        complain(str(fault))
    return 0


def _record(problem: Problem, code: str) -> dict[str, Any]:
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "path": problem.path,
        "project": code,
        "message": problem.message,
        "fix": bool(problem.fix),
    }


def _report(checked: Checked, name: str) -> Iterator[str]:
    rows = indicator_count(checked.document.projects)
    counts = "，".join(f"{SEVERITY_NAMES[severity]} {count}" for severity, count in checked.counts.items())
    yield f"{name}：{len(checked.document.projects)} 个项目，{rows} 条指标；{counts}"
    for group in checked.groups:
        yield from _group(group, checked)
    if checked.muted or checked.confirmed:
        yield f"\n另有 {len(checked.muted)} 类检查已静音、{len(checked.confirmed)} 处已核实，没有列出。"


def _group(group: Group, checked: Checked) -> Iterator[str]:
    yield f"\n[{SEVERITY_NAMES[group.severity]}] {group.title}（{len(group.problems)} 处）"
    yield f"  {group.why}"
    for problem in group.problems:
        fix = "（可自动更正）" if problem.fix else ""
        yield f"  - {place_name(checked.document, checked.form, problem.path)}：{problem.message}{fix}"
