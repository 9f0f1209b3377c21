"""The pictures of the handbook, from the bundled sample: `python -m tests.screenshots --handbook`."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from pbeditor.store.resources import resource
from pbeditor.ui.main_window import MainWindow
from tests import last_year_scenes, screenshots
from tests.screenshots import NAME, Scene, at_place, dressed, shown, small

SIZE = (1024, 660)  # px of the window
WIDER = (1280, 660)  # px of the window for lists
TALLER = (1024, 740)  # px of the window for what is drawn
WHOLE = (1024, 640)  # px of the window that is shown as a whole
NOTHING, FRAME = (0, 0), (284, 260)  # px of a window, beside and below, that a picture leaves out
WIDTH = 680  # px of a picture, which fits beside the contents


def page(window: MainWindow) -> QWidget:
    return window.pages


SCENES = (
    Scene("indicators", at_place(NAME), part=page),
    Scene("value", screenshots.typing_a_value, part=page),
    Scene("preview", screenshots.preview_tab, part=page),
)
TALL = (
    Scene("basics", at_place("projects/0/name"), part=page),
    Scene("plan", at_place("projects/0/plan/0"), part=page),
)
START = (Scene("start", screenshots.start),)
WIDE = (
    Scene("problems", screenshots.next_problem, part=lambda window: window.problem_dock),
    Scene("find", screenshots.find, part=lambda window: window.aids.find_dock),
    Scene(
        "last-year",
        screenshots.on_sample(lambda window: last_year_scenes.beside(window, "projects/0/purpose")),
        part=lambda window: window.aids.last_year.dock,
    ),
    Scene("comparison", screenshots.on_sample(last_year_scenes.page), part=page),
)


GROUPS = ((SIZE, FRAME, SCENES), (TALLER, FRAME, TALL), (WIDER, FRAME, WIDE), (WHOLE, NOTHING, START))


def draw_all(window: MainWindow) -> None:
    """Write every picture into resources/help/pictures."""
    for size, left_out, scenes in GROUPS:
        dressed(window, "light", size)
        for scene in scenes:
            picture = shown(window, scene)
            seen = QRect(0, 0, size[0] - left_out[0], size[1] - left_out[1])
            cut = picture.copy(seen.intersected(picture.rect()))
            small(_narrow(cut)).save(str(resource("help", "pictures", f"{scene.name}.png")))


def _narrow(picture: QPixmap) -> QPixmap:
    from PySide6.QtCore import Qt

    if picture.width() <= WIDTH:
        return picture
    return picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
