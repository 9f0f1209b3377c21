"""What the tabs of a project have in common."""

from PySide6.QtWidgets import QWidget

from pbeditor.ui.editors.fields import Field
from pbeditor.ui.memory import Memory


class ProjectTab(QWidget):
    """A tab edits some parts of one project; `parts` are the first steps of their paths below the project.

    `hint` is for the first time one sees it.
    """

    title = ""
    hint = ""
    parts: tuple[str, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}  # by path below the project

    def bind(self, path: str) -> None:
        """Show the project at `path` ("projects/3"), "" for none. The same project may have come to another place."""
        for steps, field in self.fields.items():
            field.set_path(f"{path}/{steps}" if path else "")

    def use(self, memory: Memory) -> None:
        """Look as the user left it at the last start, and remember how he leaves it now."""

    def leave(self) -> None:
        """Finish what is being typed, because another project or tab is shown."""
        for field in self.fields.values():
            if field.editor.hasFocus():
                field.leave()

    def show_place(self, steps: list[str]) -> bool:
        """Give the focus to what these steps below the project lead to; a part leads to its first field."""
        wanted = "/".join(steps)
        inside = (name for name in self.fields if name.startswith(f"{wanted}/"))
        field = self.fields.get(wanted) or self.fields.get(next(inside, ""))
        if field is not None:
            field.take_focus()
        return field is not None
