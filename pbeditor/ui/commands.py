"""All commands of the window in one table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pbeditor.check.problem import quoted
from pbeditor.ui import edit_commands, indicator_commands, last_year_commands, problem_commands, tree_commands
from pbeditor.ui.actions import Action, is_open
from pbeditor.ui.dialogs.questions import tell_about
from pbeditor.ui.guard_recovery import offer_recovery
from pbeditor.ui.handbook import open_handbook
from pbeditor.ui.letters import stepped
from pbeditor.ui.panels.dock import bring_up
from pbeditor.ui.panes import focus_next, is_seen

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

FILE, EXPORT = "文件(&F)", "文件(&F)/导出(&E)"
EDIT = "编辑(&E)"
VIEW, LOOK, HELP = "视图(&V)", "视图(&V)/外观(&A)", "帮助(&H)"
LETTERS = "视图(&V)/字号(&Z)"
LONGEST = 40  # characters of a step in the menu
RECENT = "文件(&F)/最近打开(&R)"


def _has_file(window: "MainWindow") -> bool:
    return is_open(window) and window.session.path is not None


def _past(window: "MainWindow") -> str:
    past = window.session.history.past
    return f"撤销{_named(past[-1].label)}(&U)" if past else "撤销(&U)"


def _future(window: "MainWindow") -> str:
    future = window.session.history.future
    return f"重做{_named(future[-1].label)}(&R)" if future else "重做(&R)"


def _named(step: str) -> str:
    """The name of a step in a menu; it may hold a user's text with quotes and signs of its own."""
    return quoted(step, LONGEST).replace("&", "&&")


def _can_undo(window: "MainWindow") -> bool:
    return is_open(window) and bool(window.session.history.past)


def _can_redo(window: "MainWindow") -> bool:
    return is_open(window) and bool(window.session.history.future)


def _preview(window: "MainWindow") -> None:
    window.outputs.preview(_selected(window))


def _print(window: "MainWindow") -> None:
    window.outputs.preview(_selected(window), to_print=True)


def _selected(window: "MainWindow") -> list[str]:
    return [node.key for node in window.tree.selected() if node.kind == "project"]


def _filter(window: "MainWindow") -> None:
    window.tree_dock.show()
    window.tree.focus_filter()


def _go_on(window: "MainWindow") -> None:
    """The focus goes round: tree, page, problems, and what else is called up."""
    focus_next([window.tree.tree, window.pages, window.problems.tree, *window.aids.panes()])


def _switch(name: str, text: str, shortcut: str, dock: Callable[["MainWindow"], QWidget]) -> Action:
    """A command that shows a dock or hides it."""
    return Action(
        name,
        VIEW,
        text,
        lambda w: dock(w).hide() if is_seen(dock(w)) else bring_up(dock(w)),
        shortcut,
        is_open,
        checked=lambda w: is_seen(dock(w)),
    )


def _merge(window: "MainWindow") -> None:
    """Take projects from files of colleagues into the open document."""
    from pbeditor.ui.dialogs.merging import merge

    dialog = merge(window.session, window.memory.folder(), window)
    if dialog is not None:
        dialog.told.connect(window.status.tell)


def _show_versions(window: "MainWindow") -> None:
    from pbeditor.ui.dialogs.versions import show_versions

    show_versions(window)


def _show_own_forms(window: "MainWindow") -> None:
    from pbeditor.ui.dialogs.own_forms import show_own_forms

    show_own_forms(window)


def _look(name: str, text: str) -> Action:
    """Appearance "" follows the system."""
    return Action(
        f"look_{name or 'system'}",
        LOOK,
        text,
        lambda w: w.memory.remember(appearance=name),
        checked=lambda w: w.memory.settings.appearance == name,
        is_choice=True,
    )


COMMANDS = (
    Action("new", FILE, "新建(&N)", lambda w: w.files.new(), "Ctrl+N", icon="new"),
    Action("last_year", FILE, "从上年文件新建(&L)…", lambda w: w.files.open_last_year(), icon="last-year"),
    Action("open", FILE, "打开(&O)…", lambda w: w.files.open(), "Ctrl+O", icon="open"),
    Action("", RECENT),
    Action("sample", FILE, "打开示例(&D)", lambda w: w.files.open_sample(), icon="sample"),
    Action("", FILE),
    Action("save", FILE, "保存(&S)", lambda w: w.files.save(), "Ctrl+S", is_open, "save"),
    Action("save_as", FILE, "另存为(&A)…", lambda w: w.files.save_as(), "Ctrl+Shift+S", is_open),
    Action("versions", FILE, "以前的版本(&B)…", _show_versions, "", _has_file),
    Action("recover", FILE, "恢复未保存的内容(&U)…", lambda w: offer_recovery(w, asked=True)),
    Action("close", FILE, "关闭(&C)", lambda w: w.files.close(), "Ctrl+W", is_open),
    Action("", FILE),
    Action("import", FILE, "导入(&I)…", lambda w: w.files.import_file(), "Ctrl+I", icon="import"),
    Action("own_forms", FILE, "我的表样(&Y)…", _show_own_forms),
    Action("merge", FILE, "合并同事的文件(&G)…", _merge, "", is_open),
    Action("report", FILE, "导入报告(&T)", lambda w: w.files.show_report(), "", lambda w: bool(w.files.imported)),
    Action(
        "word",
        EXPORT,
        "Word 文档(&W)…",
        lambda w: w.outputs.export(".docx", _selected(w)),
        "Ctrl+E",
        is_open,
        "export",
        short="导出 Word",
    ),
    Action("excel", EXPORT, "Excel 工作簿(&X)…", lambda w: w.outputs.export(".xlsx", _selected(w)), "", is_open),
    Action("pdf", EXPORT, "PDF 文件(&P)…", lambda w: w.outputs.export(".pdf", _selected(w)), "", is_open),
    Action("", EXPORT),
    *last_year_commands.exports(EXPORT),
    Action("", FILE),
    Action("preview", FILE, "打印预览(&V)…", _preview, "Ctrl+Alt+P", is_open, "preview"),
    Action("print", FILE, "打印(&P)…", _print, "Ctrl+P", is_open, "print"),
    Action("", FILE),
    Action("quit", FILE, "退出(&X)", lambda w: w.close(), "Ctrl+Q"),
    Action("undo", EDIT, "撤销(&U)", lambda w: w.session.undo(), "Ctrl+Z", _can_undo, "undo", label=_past),
    Action("redo", EDIT, "重做(&R)", lambda w: w.session.redo(), "Ctrl+Y", _can_redo, "redo", label=_future),
    Action("", EDIT),
    *edit_commands.commands(EDIT),
    Action("", EDIT),
    Action("find", EDIT, "查找(&F)", lambda w: w.aids.look_for(replacing=False), "Ctrl+F", is_open, "search"),
    Action("replace", EDIT, "替换(&H)", lambda w: w.aids.look_for(replacing=True), "Ctrl+H", is_open, "replace"),
    Action("find_next", EDIT, "查找下一个(&N)", lambda w: w.aids.go(1), "F3", is_open),
    Action("find_previous", EDIT, "查找上一个(&V)", lambda w: w.aids.go(-1), "Shift+F3", is_open),
    Action("", EDIT),
    *last_year_commands.edits(EDIT),
    Action("", EDIT),
    Action("filter", EDIT, "筛选项目(&L)", _filter, "Ctrl+L", is_open, "search"),
    *tree_commands.commands(),
    *indicator_commands.commands(),
    *problem_commands.commands(),
    Action("", problem_commands.CHECK),
    Action(
        "problem_list", problem_commands.CHECK, "导出问题清单(&E)…", lambda w: w.outputs.export_problems(), "", is_open
    ),
    Action("next_tab", VIEW, "下一个标签页(&N)", lambda w: w.pages.turn(1), "Ctrl+PgDown", is_open),
    Action("previous_tab", VIEW, "上一个标签页(&B)", lambda w: w.pages.turn(-1), "Ctrl+PgUp", is_open),
    Action("pane", VIEW, "下一个窗格(&F)", _go_on, "F6", is_open),
    Action("", VIEW),
    _switch("show_tree", "项目树(&T)", "F9", lambda w: w.tree_dock),
    _switch("show_problems", "问题(&P)", "F10", lambda w: w.problem_dock),
    _switch("show_last_year", "上年的内容(&Y)", "F11", lambda w: w.aids.last_year.dock),
    _switch("show_preview", "打印效果(&V)", "F12", lambda w: w.aids.preview.dock),
    Action(
        "show_library",
        VIEW,
        "指标库(&L)",
        lambda w: w.aids.library.dock.hide() if is_seen(w.aids.library.dock) else w.aids.library.ask(),
        "Ctrl+Shift+L",
        is_open,
        "library",
        checked=lambda w: is_seen(w.aids.library.dock),
    ),
    Action(
        "by_unit",
        VIEW,
        "项目按单位分组(&U)",
        tree_commands.by_unit,
        "",
        is_open,
        checked=lambda w: w.memory.settings.by_unit,
    ),
    Action("", VIEW),
    _look("", "跟随系统(&S)"),
    _look("light", "浅色(&L)"),
    _look("dark", "深色(&D)"),
    Action("larger", LETTERS, "放大(&I)", lambda w: w.memory.remember(font_size=stepped(1)), "Ctrl+Alt+="),
    Action("smaller", LETTERS, "缩小(&D)", lambda w: w.memory.remember(font_size=stepped(-1)), "Ctrl+Alt+-"),
    Action("usual_size", LETTERS, "恢复默认(&R)", lambda w: w.memory.remember(font_size=0), "Ctrl+Alt+0"),
    Action("commands", HELP, "查找命令(&C)", lambda w: w.aids.finder.ask(), "Ctrl+Shift+P", icon="search"),
    Action("help", HELP, "使用手册(&H)", open_handbook, "F1", icon="help"),
    Action("about", HELP, "关于(&A)", tell_about),
)
