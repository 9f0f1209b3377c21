"""Import, and what commands that write a file from another have in common."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from pbeditor.cli.console import complain, say, say_json
from pbeditor.edit.projects import indicator_count
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.sheet.sheet import NOTES, Note
from pbeditor.store import project_file
from pbeditor.work.hidden import as_seen, left_out
from pbeditor.work.opening import SUFFIX, Opened, open_any, reread

UNKEPT = "已写入，但原有的内容没有留作以前的版本：{}"


def import_file(arguments: Namespace) -> int:
    """`pbeditor import`: any readable file as a project file, with a report of what was doubtful."""
    refuse_output(arguments.file, arguments.output)
    opened = open_seen(arguments.file, arguments.form, reread if arguments.second_reader else open_any)
    document = opened.document
    save(document, arguments.output)
    rows = indicator_count(document.projects)
    if arguments.json:
        say_json(
            {"projects": len(document.projects), "indicators": rows, "notes": [_public(note) for note in opened.notes]}
        )
        return 0
    say(f"已导入 {len(document.projects)} 个项目、{rows} 条指标，写入 {arguments.output}。")
    if opened.notes:
        say(f"有 {len(opened.notes)} 处请看一看：")
    for note in opened.notes:
        say(_line(note))
    return 0


def save(document: Document, output: Path) -> None:
    """Write the project file; where it was there, say what could not be kept of before. Raises UnwritableError."""
    project_file.save(document, output, unkept=lambda error: complain(f"{output}：{UNKEPT.format(error)}"))


def _public(note: Note) -> dict[str, str]:
    return {"where": note.where, "kind": note.kind, "message": note.message, "original": note.original}


def _line(note: Note) -> str:
    original = f"（原文：{' '.join(note.original.split())}）" if note.original else ""
    return f"  [{NOTES[note.kind]}] {note.where}：{note.message}{original}"


def chosen_projects(document: Document, codes: Iterable[str], source: Path) -> tuple[str, ...]:
    """The ids of the projects with these codes. Raises UnreadableError for a code that `source` lacks."""
    known = {project.code for project in document.projects}
    wanted = {code.strip() for code in codes}
    if unknown := sorted(wanted - known):
        raise UnreadableError(str(source), f"中没有编码为“{'、'.join(unknown)}”的项目，请检查 --project 的编码。")
    return tuple(project.id for project in document.projects if project.code in wanted)


def open_seen(path: Path, form: str = "", read: Callable[[Path, str], Opened] = open_any) -> Opened:
    """What one sees in a file, where it hides worksheets; that is said on standard error. Raises UnreadableError."""
    whole = read(path, form)
    if whole.hidden:
        tell_hidden(path, whole.hidden.values(), len(whole.hidden), "没有读取" if left_out(whole) else "")
    return as_seen(whole)


def tell_hidden(source: str | Path, worksheets: Iterable[str], projects: int, outcome: str) -> None:
    """Say on standard error how many projects hidden worksheets hold; `outcome` says that they were left out."""
    names = "、".join(dict.fromkeys(worksheets))
    ending = f"{outcome}；如果需要，请先在原文件里取消隐藏" if outcome else "请核对"
    complain(f"{source}：有 {projects} 个项目来自隐藏的工作表（{names}），可能是旧稿或备份，{ending}。")


def refuse_output(source: Path, output: Path) -> None:
    """Raises UnwritableError where `output` is no project file or the file that is read."""
    if output.suffix.casefold() != SUFFIX:
        raise UnwritableError(str(output), f"的后缀应为 {SUFFIX}，请改一个输出文件名。")
    refuse_same(source, output)


def refuse_same(source: Path, output: Path) -> None:
    """Raises UnwritableError where both are one file: last year's must not be replaced by its own import."""
    try:
        same = source.samefile(output)
    except (OSError, ValueError):
        return
    if same:
        raise UnwritableError(str(output), "与输入的是同一个文件，请改一个输出文件名。")
