"""Commands as records, and the menus, tool bars and shortcuts made from them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from pbeditor.ui import letters
from pbeditor.ui.icons import icon
from pbeditor.ui.theme import XS, S
from pbeditor.ui.widgets.signs import tip

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow


ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}  # Qt writes 上方向


def always(_window: "MainWindow") -> bool:
    """Enabled whatever is open."""
    return True


def is_open(window: "MainWindow") -> bool:
    """Enabled while a document is open."""
    return window.files.is_open


class Action(Struct, frozen=True):
    """One command. `menu` is its path from the menu bar; a blank `text` draws a line there.

    `scope` "tree" means that the shortcut works while the tree has the focus, because editors use the same keys;
    "grid" that the grid answers it by itself, and that it is shown here; "focus" that whatever has the focus does.
    Only a shortcut of the whole window belongs to the QAction: a menu bar that has the focus would make the others its
    own, and Qt finds two commands for one key ambiguous.
    `label` gives a text that changes, `checked` makes it a switch, or one choice of those of its menu if `is_choice`;
    `short` is for buttons if not the bare text.
    """

    name: str
    menu: str
    text: str = ""
    run: Callable[["MainWindow"], object] = always
    shortcut: str = ""
    enabled: Callable[["MainWindow"], bool] = always
    icon: str = ""
    scope: Literal["window", "tree", "grid", "focus"] = "window"
    label: Callable[["MainWindow"], str] | None = None
    checked: Callable[["MainWindow"], bool] | None = None
    is_choice: bool = False
    short: str = ""


def bare(text: str) -> str:
    """A menu text without its mnemonic and dots: “打开(&O)…” is 打开."""
    return text.split("(&", maxsplit=1)[0].rstrip("…")


def native(keys: str) -> str:
    """Keys as the system writes them, arrows as they stand on the keyboard and in the handbook."""
    held, plus, key = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).rpartition("+")
    return f"{held}{plus}{ARROWS.get(keys.rpartition('+')[2], key)}"


class Actions(dict[str, QAction]):
    """The QAction of each command, by name; `refresh` brings texts and states up to date."""

    def __init__(self, window: "MainWindow", table: Iterable[Action]) -> None:
        super().__init__()
        self._window = window
        self.table = tuple(record for record in table if record.text)
        self._changing = tuple(each for each in self.table if each.enabled is not always or each.label or each.checked)
        self.menus: dict[str, QMenu] = {}
        self._choices: dict[str, QActionGroup] = {}  # by menu; drawn as such, one of them ticked
        for record in self.table:
            self[record.name] = self._made(record)
        self.tint()

    def of(self, names: Iterable[str]) -> list[QAction]:
        """The actions of these names; a blank name is a line between two groups."""
        return [self[name] if name else _line(self._window) for name in names]

    def tool_bar(self, title: str, names: Iterable[str]) -> QToolBar:
        """A bar of these actions, with words beside the icons."""
        bar = QToolBar(title, self._window)
        bar.setObjectName("bar")
        bar.setContentsMargins(S, XS, S, XS)
        bar.setMovable(False)
        letters.size_icons(bar, 18)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions(self.of(names))
        return bar

    def fill(self, bar: QMenuBar, table: Iterable[Action]) -> None:
        """Make the menus of the table, in its order."""
        for record in table:
            menu = self._menu(bar, record.menu)
            menu.addAction(self[record.name]) if record.text else menu.addSeparator()

    def bind(self, tree: QWidget) -> None:
        """Give the keys of the tree's commands to the tree alone, the window's to all of it."""
        for record in self.table:
            action = self[record.name]
            if record.scope == "window":
                self._window.addAction(action)
            elif record.scope == "tree" and record.shortcut:
                _bind(action, record.shortcut, tree)

    def refresh(self) -> None:
        """Bring texts and states up to date."""
        for record in self._changing:
            action = self[record.name]
            action.setEnabled(record.enabled(self._window))
            if record.label and action.text() != (text := record.label(self._window)):
                action.setText(text)
                action.setToolTip(_explained(bare(text), record.shortcut))
            if record.checked:
                action.setChecked(record.checked(self._window))

    def tint(self) -> None:
        """Draw the icons in the present palette."""
        for record in self.table:
            if record.icon:
                self[record.name].setIcon(icon(record.icon))

    def _made(self, record: Action) -> QAction:
        action = QAction(record.text, self._window)
        action.setObjectName(record.name)
        action.setIconText(record.short or bare(record.text))
        action.setToolTip(_explained(bare(record.text), record.shortcut))
        if record.scope == "window":
            action.setShortcut(QKeySequence(record.shortcut))
        elif record.shortcut:
            action.setText(f"{record.text}\t{native(record.shortcut)}")
        action.setCheckable(record.checked is not None)
        if record.is_choice:
            self._choices.setdefault(record.menu, QActionGroup(self._window)).addAction(action)
        action.triggered.connect(lambda: record.run(self._window))
        return action

    def _menu(self, bar: QMenuBar, path: str) -> QMenu:
        if path not in self.menus:
            above, _, text = path.rpartition("/")
            parent = self._menu(bar, above) if above else bar
            self.menus[path] = parent.addMenu(text)
            self.menus[path].aboutToShow.connect(self.refresh)
        return self.menus[path]


def _line(parent: QObject) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line


def _bind(action: QAction, keys: str, widget: QWidget) -> None:
    """Let `keys` run the action while `widget` has the focus; while it cannot run they are the widget's own."""
    shortcut = QShortcut(QKeySequence(keys), widget, context=Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(action.trigger)
    action.enabledChanged.connect(shortcut.setEnabled)


def _explained(text: str, shortcut: str) -> str:
    return tip(f"{text}（{native(shortcut)}）" if shortcut else text)
