"""The look: readable in light and dark, with fonts that have Chinese, and on the screen that is there."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QListWidget, QRadioButton, QToolBar, QWidget

from pbeditor.store.resources import resource
from pbeditor.ui import icons, letters
from pbeditor.ui.editors.project_page import ProjectPage
from pbeditor.ui.geometry import inside, place, restore_layout, restore_place
from pbeditor.ui.main_window import PROBLEM_HEIGHT, TREE_WIDTH, MainWindow
from pbeditor.ui.memory import Memory
from pbeditor.ui.models.board import BoardColumn
from pbeditor.ui.nodes import COMPARISON, DOCUMENT, OVERALL, PROJECTS, Node
from pbeditor.ui.theme import font, palette_of
from pbeditor.ui.widgets.board import Board
from pbeditor.ui.widgets.ordered_list import OrderedList
from tests.ui.contrast import contrast

Role = QPalette.ColorRole


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.HighlightedText, Role.Highlight),
        (Role.PlaceholderText, Role.Window),
        (Role.PlaceholderText, Role.Base),
        (Role.Accent, Role.Base),
    ],
)
def test_text_can_be_read_on_its_ground(dark: bool, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    palette = palette_of(dark)
    assert contrast(palette.color(text), palette.color(ground)) >= 4.5


def test_the_appearance_changes_while_the_program_runs(qapp: QApplication, memory: Memory) -> None:
    memory.remember(appearance="dark")
    assert qapp.palette().color(Role.Window).lightness() < 128
    memory.remember(appearance="light")
    assert qapp.palette().color(Role.Window).lightness() > 128


def test_icons_follow_the_appearance(opened: MainWindow, memory: Memory) -> None:
    pictures = []
    for appearance in ("dark", "light"):
        memory.remember(appearance=appearance)
        QApplication.processEvents()
        pictures.append(opened.commands["save"].icon().pixmap(16, 16).toImage())
    assert pictures[0] != pictures[1]
    assert pictures[1] == icons.icon("save").pixmap(16, 16).toImage()


def test_the_font_has_chinese_characters(qapp: QApplication) -> None:
    chosen = font(QFont("No Such Font"))
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    assert set(chosen.families()) & set(known)
    assert font(chosen, 14).pointSize() == 14


@pytest.mark.parametrize("file", sorted(resource("icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_shows_something_in_both_states(qapp: QApplication, file: Path) -> None:
    drawn = icons.pixmap(file.stem, 20, QColor("#1f2328"), 2.0)
    assert drawn.width() == 40
    image = drawn.toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))


def test_disabled_icons_are_paler(qapp: QApplication) -> None:
    icon = icons.icon("save")
    assert icon.pixmap(16, 16).toImage() != icon.pixmap(16, 16, icon.Mode.Disabled).toImage()


@pytest.mark.parametrize(
    ("wanted", "result"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(2000, -300, 800, 600), QRect(566, 0, 800, 600)),
        (QRect(-50, 10, 4000, 3000), QRect(0, 0, 1366, 768)),
    ],
)
def test_the_window_comes_back_onto_the_present_screen(wanted: QRect, result: QRect) -> None:
    assert inside(wanted, QRect(0, 0, 1366, 768)) == result


def test_the_window_remembers_where_it_stood(opened: MainWindow) -> None:
    opened.setGeometry(10, 20, 780, 700)
    opened.memory.remember(**place(opened))
    opened.setGeometry(0, 0, 770, 690)
    restore_place(opened, Memory().settings)
    assert opened.size() == QSize(780, 700)


def test_at_the_first_start_panels_have_room_for_names(window: MainWindow) -> None:
    window.resize(1366, 740)
    window.files.open_sample()
    QApplication.processEvents()
    assert (window.tree_dock.width(), window.problem_dock.height()) == (TREE_WIDTH, PROBLEM_HEIGHT)


@pytest.mark.parametrize("size", [10, 16])
def test_large_letters_leave_the_window_on_a_small_screen(opened: MainWindow, memory: Memory, size: int) -> None:
    memory.remember(font_size=size)
    for path in ("projects/0/plan/0", "projects/0/goals", "projects/0/indicators", "projects/0/name"):
        opened.session.go_to(path)
        QApplication.processEvents()
    opened.commands["show_preview"].trigger()
    QApplication.processEvents()
    least = opened.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 740) == (True, True)


def test_letters_one_size_up_leave_every_page_beside_a_panel_on_the_smallest_screen(
    opened: MainWindow, memory: Memory
) -> None:
    last = replace(opened.session.document, year=2019, last_year=None)
    opened.session.apply("上年", lambda document: replace(document, last_year=last))
    memory.remember(font_size=14)
    for node in (DOCUMENT, COMPARISON, OVERALL, Node("section", "0"), PROJECTS, Node("project", "6X18")):
        opened.tree.show_node(node)
        QApplication.processEvents()
    opened.problems.bar.severities["hint"].click()
    opened.commands["show_last_year"].trigger()
    QApplication.processEvents()
    least = opened.minimumSizeHint()
    assert (least.width() <= 1000, least.height() <= 600) == (True, True)


def test_columns_are_wider_for_large_letters(qapp: QApplication, memory: Memory) -> None:
    board = Board("表", (BoardColumn("名称", 0), BoardColumn("金额", 80)))
    memory.remember(font_size=10)
    QApplication.processEvents()
    assert board.columnWidth(1) == 80
    memory.remember(font_size=20)
    QApplication.processEvents()
    assert board.columnWidth(1) == 160
    board.deleteLater()


def test_dialogs_are_larger_for_large_letters_but_never_larger_than_the_screen(
    opened: MainWindow, memory: Memory
) -> None:
    dialog = QDialog(opened)
    screen = dialog.screen().availableSize()
    for size, share in ((10, 1.0), (14, 1.4), (22, 2.2)):
        memory.remember(font_size=size)
        letters.resize(dialog, 400, 500)
        assert dialog.width() == min(round(400 * share), int(screen.width() * letters.OF_SCREEN + 0.5))
        assert dialog.height() <= screen.height()


def test_broken_settings_leave_a_usable_window(opened: MainWindow) -> None:
    opened.memory.remember(geometry="!", state="!")
    restore_place(opened, opened.memory.settings)
    restore_layout(opened, opened.memory.settings)
    assert opened.width() > 300


def test_qt_itself_speaks_chinese(qapp: QApplication, chinese: None) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"


def strongest(widget: QWidget, part: QRect, ground: QColor) -> float:
    """The highest contrast that a pixel in this part of the widget has to the ground."""
    image = widget.grab(part).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(contrast(pixel, ground) for pixel in pixels)


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_to_tick_is_seen_before_it_is_ticked(
    qapp: QApplication, memory: Memory, kind: type[QCheckBox | QRadioButton], appearance: str
) -> None:
    memory.remember(appearance=appearance)
    box = kind()
    box.resize(box.sizeHint())
    assert strongest(box, box.rect(), qapp.palette().color(Role.Window)) >= 3
    box.deleteLater()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_so_is_one_in_a_list(qapp: QApplication, memory: Memory, appearance: str) -> None:
    memory.remember(appearance=appearance)
    names = OrderedList("列", ["名称"], [])
    names.setFrameShape(QListWidget.Shape.NoFrame)
    names.resize(200, 60)
    names.setCurrentRow(-1)
    names.item(0).setText("")
    assert strongest(names, names.visualItemRect(names.item(0)), qapp.palette().color(Role.Base)) >= 3
    names.deleteLater()


def test_no_style_sheet_slows_the_window(qapp: QApplication, memory: Memory) -> None:
    memory.remember(appearance="dark")
    assert qapp.styleSheet() == ""


def test_what_is_bounded_for_the_usual_letters_grows_with_them(opened: MainWindow, memory: Memory) -> None:
    memory.remember(font_size=10)
    opened.session.go_to("projects/0/code")
    page, bar = opened.findChild(ProjectPage), opened.findChild(QToolBar, "bar")
    assert page
    assert isinstance(bar, QToolBar)
    code = page.pages[0].fields["code"]
    before = code.minimumWidth(), bar.iconSize().width()
    memory.remember(font_size=15)
    assert (code.minimumWidth(), bar.iconSize().width()) == tuple(round(width * 1.5) for width in before)


def test_the_name_beside_the_tabs_ends_inside_the_window(opened: MainWindow, memory: Memory) -> None:
    opened.session.go_to("projects/0/name")
    for size in (10, 15):
        memory.remember(font_size=size)
        QApplication.processEvents()
        page = opened.findChild(ProjectPage)
        assert page
        assert page._name.geometry().right() < page.width()
