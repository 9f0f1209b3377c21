"""Draws every page, dialog and state of the window with the sample: `python -m tests.screenshots FOLDER`.

`--readme` renews docs/screenshot.png, `--handbook` the pictures in resources/help. No screen is needed.
"""

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTabWidget, QWidget

from pbeditor.edit.place import put
from pbeditor.sheet.sheet import Note
from pbeditor.store import project_file
from pbeditor.store.lock import Holder
from pbeditor.store.recovery import Copy
from pbeditor.store.resources import SAMPLE, resource
from pbeditor.ui.app import open_window
from pbeditor.ui.dialogs import conflicts, questions
from pbeditor.ui.dialogs.recovered import RecoveredDialog
from pbeditor.ui.editors.indicator_grid import IndicatorGrid
from pbeditor.ui.handbook.window import HelpWindow
from pbeditor.ui.main_window import MainWindow
from pbeditor.ui.nodes import COMPARISON, DOCUMENT, OVERALL, PROJECTS, Node
from pbeditor.ui.paper.print_preview import PrintPreviewDialog
from tests import last_year_scenes, mapping_scenes, wizard_scenes

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((1366, 768), (1920, 1080))
LOOKS = ("light", "dark")
SETTLE = 260  # ms until findings and previews have followed
CONTROL = Qt.KeyboardModifier.ControlModifier
NAME, TARGET = "projects/0/indicators/1/name", "projects/0/indicators/1/target"

NOTES = (
    Note("项目1 指标3", "guessed", "指标值拆分不能确定，请核对。", "≥903次及以上"),
    Note("项目2", "ignored", "表格下方的说明没有导入。", "注：本表由财务科填报，\n联系电话见封面。"),
    Note("项目3 资金支出计划", "missing", "没有找到10月底的支出进度。", ""),
)

Stage = Callable[[MainWindow], object]


class Scene(Struct, frozen=True):
    """One picture. `stage` brings the window into the state; `modal` waits in a dialog that is drawn and closed.

    `part` gives what is drawn, if not the whole window.
    """

    name: str
    stage: Stage
    modal: bool = False
    part: Callable[[MainWindow], QWidget] | None = None


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "no widget has the focus"
    return widget


def settle(pause: int = SETTLE) -> None:
    QTest.qWait(pause)


def start(window: MainWindow) -> None:
    window.memory.remember(recent=())
    window.files.close()


def start_with_files(window: MainWindow) -> None:
    sample = resource("samples", SAMPLE)
    window.memory.remember(recent=(str(sample), str(sample.with_name("已经移走的文件.pbproj"))))
    window.files.close()


def sample(window: MainWindow) -> None:
    """The sample as it is shipped."""
    window.session.mark_saved(window.session.document, Path("示例.pbproj"))
    window.aids.find_dock.hide()
    window.aids.library.dock.hide()
    window.aids.last_year.dock.hide()
    window.aids.preview.dock.hide()
    window.memory.remember(by_unit=False)
    for handbook in window.findChildren(HelpWindow):
        handbook.close()
    window.files.open_sample()
    window.activateWindow()


def at_node(node: Callable[[MainWindow], Node]) -> Stage:
    def stage(window: MainWindow) -> None:
        sample(window)
        window.tree.show_node(node(window))
        window.pages.show_node(node(window))

    return stage


def on_sample(stage: Stage) -> Stage:
    def staged(window: MainWindow) -> None:
        sample(window)
        stage(window)

    return staged


def at_place(path: str) -> Stage:
    def stage(window: MainWindow) -> None:
        sample(window)
        window.session.go_to(path)

    return stage


def preview_tab(window: MainWindow) -> None:
    at_place("projects/0/name")(window)
    for tabs in window.pages.currentWidget().findChildren(QTabWidget):
        tabs.setCurrentIndex(tabs.count() - 1)


def typing_a_name(window: MainWindow) -> None:
    at_place(NAME)(window)
    QTest.keyClick(focused(), Qt.Key.Key_F2)


def typing_a_value(window: MainWindow) -> None:
    at_place(TARGET)(window)
    QTest.keyClick(focused(), Qt.Key.Key_F2)


def several_cells(window: MainWindow) -> None:
    at_place(NAME)(window)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(focused(), key, Qt.KeyboardModifier.ShiftModifier)


def grid_menu(window: MainWindow) -> None:
    several_cells(window)
    for grid in window.findChildren(IndicatorGrid):
        grid.menu_wanted.emit(grid.mapToGlobal(grid.rect().center()))


def no_projects(window: MainWindow) -> None:
    window.session.mark_saved(window.session.document, Path("示例.pbproj"))
    window.files.new()
    window.pages.show_node(PROJECTS)


def next_problem(window: MainWindow) -> None:
    sample(window)
    window.commands["next"].trigger()


def fixes(window: MainWindow) -> None:
    """A finding with a fix."""
    sample(window)
    for row in range(3):
        window.session.write("改", f"projects/0/indicators/{row}/description", f"反应第{row + 1}季度工作的完成情况")
    window.problems.follow()
    for _ in window.session.checked.problems:
        window.problems.go(1)
        if (problem := window.problems.current()) and problem.fix:
            break


def all_fixes(window: MainWindow) -> None:
    fixes(window)
    window.commands["fix_all"].trigger()


def reason(window: MainWindow) -> None:
    fixes(window)
    window.commands["confirm"].trigger()


def set_aside(window: MainWindow) -> None:
    reason(window)
    QTest.keyClicks(focused(), "2020-12")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    window.commands["aside"].trigger()


def find(window: MainWindow) -> None:
    sample(window)
    window.commands["replace"].trigger()
    QTest.keyClicks(window.aids.find.form.text, "2020")


def no_hit(window: MainWindow) -> None:
    sample(window)
    window.commands["find"].trigger()
    QTest.keyClicks(window.aids.find.form.text, "zzz")


def command_finder(window: MainWindow) -> None:
    sample(window)
    window.commands["commands"].trigger()
    QTest.keyClicks(window.aids.finder.line, "dc")


def import_report(window: MainWindow) -> None:
    from pbeditor.ui.dialogs.import_report import ImportReport

    sample(window)
    ImportReport("上年.docx", window.session.document, NOTES, window).exec()


def library(window: MainWindow) -> None:
    several_cells(window)
    window.commands["show_library"].trigger()


def handbook(window: MainWindow) -> None:
    at_place(TARGET)(window)
    window.commands["help"].trigger()


def handbook_window(window: MainWindow) -> QWidget:
    return window.findChildren(HelpWindow)[0]


def export_dialog(window: MainWindow) -> None:
    on_sample(lambda w: w.outputs.export(".docx", ["6HMH"]))(window)


def folded_units(window: MainWindow) -> None:
    for row in (3, 4, 5):
        window.session.write("改单位", f"projects/{row}/unit/name", "青禾县方志馆")
    window.memory.remember(by_unit=True)
    QTest.keyClick(window.tree.tree, Qt.Key.Key_Down)
    window.tree.show_node(Node("project", window.session.document.projects[3].id))
    QTest.keyClick(window.tree.tree, Qt.Key.Key_Minus)


def preview_beside(window: MainWindow) -> None:
    window.session.go_to("projects/0/goals")
    window.commands["show_preview"].trigger()


def print_preview(window: MainWindow) -> None:
    sample(window)
    window.outputs.preview()


def unsaved(window: MainWindow) -> None:
    sample(window)
    window.session.write("修改标题", "title", "改过的标题")
    window.files.may_leave()


def fault(window: MainWindow) -> None:
    sample(window)
    window.files.open_path(Path("不存在.pbproj"))


def unexpected(window: MainWindow) -> None:
    from pbeditor.ui.dialogs.unexpected import UnexpectedDialog

    dialog = UnexpectedDialog(window)
    dialog.text.appendPlainText(
        "pbeditor, Python, linux\nTraceback (most recent call last):\n  …\nZeroDivisionError: division by zero"
    )
    dialog.exec()


OTHER = Holder("李会计", "二楼电脑", "2020-03-01 09:15")


def shared(window: MainWindow, name: str = "共享 2020.pbproj") -> Path:
    """The sample as a file that can be written."""
    sample(window)
    path = Path(os.environ["PBEDITOR_SETTINGS"], name)
    path.parent.mkdir(exist_ok=True)
    project_file.save(window.session.document, path)
    window.files.open_path(path)
    return path


def locked(window: MainWindow) -> None:
    conflicts.ask_lock(window, shared(window).name, OTHER)


def changed_on_disk(window: MainWindow) -> None:
    conflicts.ask_changed(window, shared(window).name, OTHER, saving=False)


def changed_before_saving(window: MainWindow) -> None:
    conflicts.ask_changed(window, shared(window).name, None, saving=True)


def in_place(window: MainWindow) -> None:
    fault = "“//服务器/财务/2020.pbproj”没有写入权限，或正被其他程序占用；请关闭占用它的程序，或另存到别处。"
    conflicts.ask_in_place(window, "2020.pbproj", fault)


def read_only(window: MainWindow) -> None:
    path = shared(window)
    window.files.guard.read_only = "正由李会计编辑"
    window.session.write("改", "title", "改过的标题")
    window.files.told.emit(f"只读打开：“{path.name}”正由{conflicts.said(OTHER)}编辑，修改后请另存")


def earlier_versions(window: MainWindow) -> None:
    shared(window)
    for number in range(4):
        window.session.write("改", "title", f"第 {number} 次修改的标题")
        window.files.save()
    window.commands["versions"].trigger()


def no_versions(window: MainWindow) -> None:
    shared(window, "新的.pbproj")
    window.commands["versions"].trigger()


def recovered(window: MainWindow) -> None:
    path = shared(window)
    document = window.session.document
    changed = put(
        put(document, "projects/0/name", "水文设施维护经费（调整后）"), "projects/0/goals", "1、完成全年维护。"
    )
    copies = (
        Copy(Path(), path.name, path, 1_583_024_000, changed, document),
        Copy(Path(), "2021年部门预算绩效信息.pbproj", None, 1_583_020_000, document, None),
    )
    RecoveredDialog(copies, window).exec()


def nothing_to_recover(window: MainWindow) -> None:
    sample(window)
    window.commands["recover"].trigger()


def giving_up(window: MainWindow) -> None:
    sample(window)
    questions.ask_give_up(window, "共享 2020.pbproj")


def page(window: MainWindow) -> QWidget:
    return window.pages


SCENES = (
    Scene("start", start),
    Scene("start-recent", start_with_files),
    Scene("document", at_node(lambda _: DOCUMENT)),
    Scene("overall", at_node(lambda _: OVERALL)),
    Scene("section", at_place("overall/0/text")),
    Scene("projects", at_node(lambda _: PROJECTS)),
    Scene("projects-none", no_projects),
    Scene("project-basics", at_place("projects/0/name")),
    Scene("project-plan", at_place("projects/0/plan/0")),
    Scene("project-goals", at_place("projects/0/goals")),
    Scene("project-indicators", at_place(NAME)),
    Scene("project-preview", preview_tab),
    Scene("grid-name-editor", typing_a_name),
    Scene("grid-value-editor", typing_a_value),
    Scene("grid-several-cells", several_cells),
    Scene("grid-menu", grid_menu),
    Scene("problems", next_problem),
    Scene("problems-fix", fixes),
    Scene("problems-fix-all", all_fixes),
    Scene("problems-reason", reason),
    Scene("problems-aside", set_aside),
    Scene("find-replace", find),
    Scene("find-nothing", no_hit),
    Scene("command-finder", command_finder),
    Scene("library", library),
    Scene("units-folded", on_sample(folded_units)),
    Scene("preview-beside", on_sample(preview_beside)),
    Scene("last-year-text", on_sample(lambda w: last_year_scenes.beside(w, "projects/0/goals"))),
    Scene("last-year-cell", on_sample(lambda w: last_year_scenes.beside(w, "projects/0/indicators/0/target"))),
    Scene("last-year-new", on_sample(lambda w: last_year_scenes.beside(w, "projects/2/name"))),
    Scene("last-year-none", on_sample(lambda w: w.commands["show_last_year"].trigger())),
    Scene("comparison", on_sample(last_year_scenes.page)),
    Scene("comparison-none", at_node(lambda _: COMPARISON)),
    Scene("comparison-dialog", on_sample(last_year_scenes.dialog), modal=True),
    Scene("handbook", handbook, part=handbook_window),
    Scene("import-report", import_report, modal=True),
    Scene("wizard-file", wizard_scenes.at_page(0), part=wizard_scenes.part),
    Scene("wizard-found", wizard_scenes.at_page(1), part=wizard_scenes.part),
    Scene("wizard-carry", wizard_scenes.at_page(2), part=wizard_scenes.part),
    Scene("wizard-years", wizard_scenes.at_page(3), part=wizard_scenes.part),
    Scene("wizard-categories", wizard_scenes.at_page(4, "mof-2021"), part=wizard_scenes.part),
    Scene("merging", on_sample(wizard_scenes.merging), part=wizard_scenes.part),
    Scene("mapping", mapping_scenes.mapping, modal=True),
    Scene("mapping-kept", mapping_scenes.kept_mapping, modal=True),
    Scene("own-forms", mapping_scenes.own_layouts, modal=True),
    Scene("assigning", on_sample(mapping_scenes.assigning_table), modal=True),
    Scene("assigning-text", on_sample(mapping_scenes.assigning_text), modal=True),
    Scene("print-preview", print_preview, modal=True),
    Scene("export-options", export_dialog, modal=True),
    Scene("question-unsaved", unsaved, modal=True),
    Scene("safety-locked", locked, modal=True),
    Scene("safety-changed", changed_on_disk, modal=True),
    Scene("safety-before-saving", changed_before_saving, modal=True),
    Scene("safety-in-place", in_place, modal=True),
    Scene("safety-read-only", read_only),
    Scene("safety-versions", earlier_versions, modal=True),
    Scene("safety-no-versions", no_versions, modal=True),
    Scene("safety-recovered", recovered, modal=True),
    Scene("safety-nothing", nothing_to_recover, modal=True),
    Scene("safety-giving-up", giving_up, modal=True),
    Scene("fault", fault, modal=True),
    Scene("about", lambda w: w.commands["about"].trigger(), modal=True),
    Scene("unexpected", unexpected, modal=True),
)
README = Scene("screenshot", at_place("projects/0/indicators/0/name"))


def shown(window: MainWindow, scene: Scene) -> QPixmap:
    """The scene as a picture."""
    pictures: list[QPixmap] = []
    if scene.modal:
        watch = QTimer(window, interval=SETTLE)
        watch.timeout.connect(lambda: pictures.extend(_drawn_and_closed()))
        watch.start()
        scene.stage(window)
        watch.deleteLater()
    else:
        scene.stage(window)
        settle()
        pictures.append(_with_menus(scene.part(window) if scene.part else window))
    return pictures[0]


def _drawn_and_closed() -> Iterator[QPixmap]:
    """The dialog that waits for an answer, once there is one and its pages are set."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog) and not (isinstance(dialog, PrintPreviewDialog) and not dialog.printout.pages):
        yield dialog.grab()
        dialog.reject()


def _with_menus(widget: QWidget) -> QPixmap:
    """A menu or list that is open is a window of its own: it is drawn where it lies."""
    from PySide6.QtGui import QPainter

    picture = widget.grab()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        painter = QPainter(picture)
        painter.drawPixmap(widget.mapFromGlobal(popup.pos()), popup.grab())
        painter.end()
        popup.close()
    for menu in widget.findChildren(QMenu):
        menu.close()
    return picture


def small(picture: QPixmap) -> QImage:
    """With 256 colours, which is enough for a window and keeps files small: the commonest of each hue, then of all.

    A sign in orange has few dots, and would turn grey among the many shades of letters.
    """
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("I")).most_common()
    hues = {colour & 0xE0E0E0: colour for colour, _ in reversed(counted)}
    colours = list(dict.fromkeys((*hues.values(), *(colour for colour, _ in counted))))[:256]
    return image.convertToFormat(QImage.Format.Format_Indexed8, colours)


def dressed(window: MainWindow, look: str, size: tuple[int, int]) -> None:
    window.memory.remember(appearance=look)
    window.showNormal()
    window.resize(*size)
    settle()


def all_pictures(window: MainWindow, only: str) -> Iterator[tuple[str, QPixmap]]:
    """Every scene whose name begins so, in every look and size."""
    for size in SIZES:
        for look in LOOKS:
            dressed(window, look, size)
            for scene in (each for each in SCENES if each.name.startswith(only)):
                yield f"{scene.name}-{look}-{size[0]}.png", shown(window, scene)


def main() -> int:
    reader = ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    reader.add_argument("folder", nargs="?", type=Path)
    reader.add_argument("--only", default="", help="only scenes whose name begins so")
    reader.add_argument("--readme", action="store_true")
    reader.add_argument("--handbook", action="store_true")
    wanted = reader.parse_args()
    with tempfile.TemporaryDirectory() as settings:
        os.environ["PBEDITOR_SETTINGS"] = settings
        window = open_window(QApplication(sys.argv[:1]))
        draw(window, wanted.folder, wanted.only, readme=wanted.readme, handbook=wanted.handbook)
        window.session.mark_saved(window.session.document, Path("示例.pbproj"))
        window.close()
    return 0


def draw(window: MainWindow, folder: Path | None, only: str, *, readme: bool, handbook: bool) -> None:
    if readme:
        dressed(window, "light", SIZES[0])
        small(shown(window, README)).save(str(ROOT / "docs" / "screenshot.png"))
    if handbook:
        from tests.handbook_pictures import draw_all

        draw_all(window)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in all_pictures(window, only):
            picture.save(str(folder / name))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
