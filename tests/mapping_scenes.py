"""Pictures of what happens with files of unknown layout, and with texts that were not imported."""

from pbeditor.sheet.mapped_form import mapped_form
from pbeditor.sheet.mapping import findings
from pbeditor.sheet.sheet import Note
from pbeditor.store.forms import load_forms
from pbeditor.store.own_forms import own_forms, own_id, save_form
from pbeditor.ui.dialogs.assigning import AssigningDialog
from pbeditor.ui.dialogs.mapping_dialog import KeptDialog, ask_mapping
from pbeditor.ui.main_window import MainWindow
from tests.sheet.unknown import GRID, unknown_sheet

NAME = "某县绩效申报表"
TABLE = Note("第3张表", "ignored", "这张表没有识别出项目信息或指标，未导入", "", rows=GRID)
TEXT = Note("项目2", "ignored", "表格下方的说明没有导入。", "注：本表由财务科填报，\n联系电话见封面。")


def mapping(window: MainWindow) -> None:
    ask_mapping(window, f"{NAME}.xlsx", unknown_sheet(), load_forms()["mof-2021"])


def kept_mapping(window: MainWindow) -> None:
    keep_layout()
    form = own_forms()[0]
    KeptDialog(form, load_forms()[form.base], window).exec()


def own_layouts(window: MainWindow) -> None:
    keep_layout()
    window.commands["own_forms"].trigger()


def keep_layout() -> None:
    form = load_forms()["mof-2021"]
    save_form(mapped_form(form, findings(unknown_sheet(), form), {}, own_id(NAME), NAME))


def assigning_table(window: MainWindow) -> None:
    dialog = AssigningDialog(window.session, TABLE, window)
    dialog.exec()


def assigning_text(window: MainWindow) -> None:
    dialog = AssigningDialog(window.session, TEXT, window)
    dialog.project.setCurrentIndex(1)
    dialog.exec()
