"""Unsaved work that an earlier run of the program left: what it is, in what it differs, and what to do with it."""

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from pbeditor.edit.place import differences
from pbeditor.edit.place_name import place_name
from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.store.forms import form_of
from pbeditor.store.recovery import Copy, discard
from pbeditor.ui import letters
from pbeditor.ui.dialogs.choosing import ChoosingDialog
from pbeditor.ui.dialogs.comparison import show_comparison
from pbeditor.ui.dialogs.questions import ask_give_up, tell_fault
from pbeditor.ui.dialogs.versions import said_when
from pbeditor.ui.trying import tried

if TYPE_CHECKING:
    from pbeditor.ui.main_window import MainWindow

COLUMNS = (("文档", 230, False), ("最后修改", 150, False), ("与已保存的内容相比", 0, False), ("位置", 190, False))
SIZE = 980, 380  # px
NAMED = 2  # places that are told by name


class RecoveredDialog(ChoosingDialog):
    """A line for each document that was not saved."""

    def __init__(self, copies: tuple[Copy, ...], window: "MainWindow") -> None:
        super().__init__("恢复未保存的内容", COLUMNS, window)
        self._window, self.copies = window, copies
        letters.resize(self, *SIZE)
        self.foot.setText("选“以后再说”不会丢掉什么：下次启动再问，也可以从“文件”菜单打开这里。")
        self.offer("恢复(&R)", self.recover)
        self.offer("对比(&C)…", self.compare)
        self.offer("删除(&D)…", self.give_up)
        self.offer_to_leave("以后再说(&L)")
        self._show()

    def recover(self) -> None:
        """Open the chosen document as it was."""
        copy, window = self._chosen(), self._window
        if not self._has_form(copy) or not window.files.may_leave():
            return
        if window.guard.adopt(copy):
            window.files.recover(copy)
            self.accept()
        else:
            tell_fault(self, f"“{copy.name}”已由另一个窗口恢复。")
            self._drop(copy)

    def compare(self) -> None:
        """Show what differs from the file."""
        copy = self._chosen()
        if not self._has_form(copy):
            return
        saved = copy.saved or _nothing_like(copy.document)
        show_comparison(saved, copy.document, form_of(copy.document), ("已保存的内容", "未保存的内容"), self)

    def give_up(self) -> None:
        """Delete the chosen one, after asking."""
        copy = self._chosen()
        if ask_give_up(self, copy.name):
            discard(copy)
            self._drop(copy)

    def _drop(self, copy: Copy) -> None:
        self.copies = tuple(other for other in self.copies if other is not copy)
        if self.copies:
            self._show()
        else:
            self.reject()

    def _show(self) -> None:
        self.about.setText("程序上次没有正常结束，下面的修改还没有保存。恢复以后请检查，再保存。")
        self.show_rows([told(copy) for copy in self.copies])

    def _has_form(self, copy: Copy) -> bool:
        """Whether the form of the document is installed here; if not, that is said."""
        return tried(self, lambda: form_of(copy.document))

    def _chosen(self) -> Copy:
        return self.copies[max(self.row(), 0)]


def told(copy: Copy) -> tuple[str, ...]:
    """A copy as a line: the document, when, what differs, where its file is."""
    when = datetime.fromtimestamp(copy.when, UTC).astimezone()
    return copy.name, said_when(when), what_differs(copy), str(copy.path.parent) if copy.path else "从未保存"


def what_differs(copy: Copy) -> str:
    """In how many places, the first ones by name."""
    document = copy.document
    if copy.saved is None:
        missing = "原文件不在或打不开；" if copy.path else ""
        return f"{missing}{len(document.projects)} 个项目、{len(document.overall)} 个部分"
    try:
        form = form_of(document)
    except UnreadableError:
        return "所用的表样本机没有，装好后才能恢复"
    changes = [*differences(copy.saved, document)]
    places = (
        place_name(copy.saved if change.is_of_earlier else document, form, change.path, 12)
        for change in islice(changes, NAMED)
    )
    more = "等" if len(changes) > NAMED else ""
    return f"{len(changes)} 处不同：{'；'.join(places)}{more}" if changes else "上年数据不同"


def _nothing_like(document: Document) -> Document:
    return Document(document.form, document.year, document.title, document.department, document.money_unit)
