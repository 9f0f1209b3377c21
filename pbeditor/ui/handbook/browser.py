"""Shows pages of the handbook and nothing else: no other file, no network."""

from typing import Any

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from pbeditor.store.disk import read
from pbeditor.store.resources import resource
from pbeditor.ui.handbook.contents import LIMIT, PAGES, html
from pbeditor.ui.theme import XL, accent

STYLE = """
h1 {{ font-size: x-large; }}
h2 {{ font-size: large; margin-top: 18px; }}
a {{ color: {accent}; }}
p, li {{ line-height: 140%; margin-bottom: 6px; }}
td {{ padding-right: 12px; }}
"""


class HelpBrowser(QTextBrowser):
    """A page is called by its bare name, a picture `pictures/<name>.png`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("手册内容")
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(XL)
        self.wear()

    def wear(self) -> None:
        """Take over the present colours."""
        self.document().setDefaultStyleSheet(STYLE.format(accent=accent(self.palette()).name()))
        if self.page():
            self.reload()

    def page(self) -> str:
        """The page that is shown."""
        return self.source().toString().partition("#")[0]

    def mark(self, text: str) -> None:
        """Mark every place where `text` stands, and show the first."""
        found: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.document())
        while text and not (cursor := self.document().find(text, cursor)).isNull():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(cursor)  # type: ignore[attr-defined]  # missing in the stubs
            selection.format.setBackground(self.palette().color(QPalette.ColorRole.Highlight))  # type: ignore[attr-defined]
            found.append(selection)
        self.setExtraSelections(found)
        if found:
            first = QTextCursor(found[0].cursor)  # type: ignore[attr-defined]
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A page or a picture of the handbook; anything else is not there."""
        wanted = QUrl(name).toString().partition("#")[0]
        if wanted in dict(PAGES):
            return html(wanted)
        if kind == QTextDocument.ResourceType.ImageResource.value and wanted in pictures():
            return QByteArray(read(resource("help", wanted), LIMIT))
        return None


def pictures() -> set[str]:
    """The names of all pictures."""
    return {f"pictures/{file.name}" for file in resource("help", "pictures").glob("*.png")}
