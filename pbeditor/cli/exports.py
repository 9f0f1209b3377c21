"""The commands that put a document on paper: export, and the Word reference document."""

from argparse import Namespace
from collections.abc import Container, Sequence

from pbeditor.check.engine import check
from pbeditor.check.rules import RULES
from pbeditor.cli.commands import option
from pbeditor.cli.console import say
from pbeditor.cli.documents import chosen_projects, open_seen, refuse_same
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.sheet import Sheet
from pbeditor.sheet.style import PLAIN, PRINTED, Style
from pbeditor.store import disk
from pbeditor.store.forms import form_called
from pbeditor.work.choices import CHOICES, can_follow
from pbeditor.work.export_each import export_each, planned, present
from pbeditor.work.exporting import FORMATS, Wish, export
from pbeditor.work.opening import Opened

_DRAWN = (".docx", ".pdf")  # where fonts matter


def export_file(arguments: Namespace) -> int:
    """`pbeditor export`: Word, Excel or PDF, and how many errors remain in what was exported."""
    refuse_same(arguments.file, arguments.output)
    _refuse_options(arguments)
    opened = open_seen(arguments.file)
    ids = chosen_projects(opened.document, arguments.project, arguments.file) if arguments.project else None
    reference = disk.read(arguments.reference) if arguments.reference else None
    wish = Wish(ids, reference, _style(arguments), arguments.comments, arguments.list_columns)
    number = len(opened.document.projects if ids is None else ids)
    try:
        where = _write(opened, arguments, wish)
    except UnreadableError as error:  # all else has been read by now
        raise UnreadableError(str(arguments.reference), error.message) from error
    say(f"已导出 {number} 个项目到 {where}，{_remaining(opened.document, opened.form, ids)}")
    if arguments.output.suffix.casefold() in _DRAWN:
        _say_fonts(opened.form)
    return 0


def write_reference(arguments: Namespace) -> int:
    """`pbeditor reference`: the built-in look as a Word file to change and to give back by --reference."""
    from pbeditor.work.reference import reference_document

    if arguments.output.suffix.casefold() != ".docx":
        raise UnwritableError(str(arguments.output), "的后缀应为 .docx，请改一个输出文件名。")
    disk.write(arguments.output, reference_document(form_called(arguments.form)))
    say(f"已写入 {arguments.output}。可在 Word 或 WPS 中修改其中的样式、纸张、页眉和页脚，再用 --reference 导出。")
    return 0


def _style(arguments: Namespace) -> Style:
    return Style(
        values=PLAIN if arguments.plain else PRINTED,
        cover=arguments.cover,
        contents=arguments.contents,
        summary=arguments.summary,
        draft=arguments.draft,
        markup=arguments.markup or "",
    )


def _refuse_options(arguments: Namespace) -> None:
    """Raises UnwritableError for the first wish that would silently be passed over."""
    suffix = arguments.output.suffix.casefold()
    chosen = {name for name, value in vars(arguments).items() if value}
    refused = (name for name in CHOICES if name in chosen and suffix in FORMATS)
    for name in refused:
        if not can_follow(name, suffix, chosen):
            raise UnwritableError(str(arguments.output), _why_not(name, suffix, chosen))


def _why_not(name: str, suffix: str, chosen: Container[str]) -> str:
    choice = CHOICES[name]
    if suffix not in choice.formats:
        return f"不是 {' 或 '.join(choice.formats)} 文件，不能用 {option(name)}。"
    beside = next((other for other in choice.apart if other in chosen), "")
    if beside:
        return f"没有写出：{option(name)} 不能与 {option(beside)} 同用，请去掉其中一个。"
    return f"没有写出：{option(name)} 只能与 {option(choice.needs)} 同用。"


def _write(opened: Opened, arguments: Namespace, wish: Wish) -> str:
    """Where the export is."""
    if arguments.each:
        return _write_each(opened, arguments, wish)
    export(opened.document, opened.form, arguments.output, _draw_pdf, wish)
    return str(arguments.output)


def _write_each(opened: Opened, arguments: Namespace, wish: Wish) -> str:
    """Where the files are; none is written over unless that is wanted."""
    files = planned(opened.document, arguments.output, wish.projects)
    there = () if arguments.overwrite else present(files)
    if there:
        names = "、".join(path.name for path in there[:3])
        more = f"等 {len(there)} 个文件" if len(there) > 1 else ""
        raise UnwritableError(names, f"{more}已存在，没有导出。要覆盖请加 --overwrite，或者换一个输出文件名。")
    export_each(opened.document, opened.form, files, _draw_pdf, wish)
    return f"{arguments.output.absolute().parent} 中的 {len(files)} 个文件"


def _remaining(document: Document, form: Form, ids: Sequence[str] | None) -> str:
    checked = check(document, form, rules=tuple(rule for rule in RULES if rule.severity == "error"))
    errors = len(checked.problems) if ids is None else sum(map(checked.count, ids))
    return f"其中还有 {errors} 处错误，可用 pbeditor check 查看。" if errors else "没有发现错误。"


def _say_fonts(form: Form) -> None:
    """Which fonts of the form this machine lacks, and what stands in for them; nothing where there is no Qt."""
    try:
        from pbeditor.ui.paper.pdf import told_of_missing_fonts
    except ImportError:
        return
    if words := told_of_missing_fonts(form.layout):
        say(words)


def _draw_pdf(sheet: Sheet, form: Form) -> bytes:
    try:
        from pbeditor.ui.paper.pdf import pdf_bytes
    except ImportError as error:
        raise UnwritableError("PDF", f"不能生成：本机缺少 Qt 运行库（{error}）；可以改为导出 .docx。") from error
    return pdf_bytes(sheet, form)
