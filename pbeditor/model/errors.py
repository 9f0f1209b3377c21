"""The errors that reach a user: one plain sentence that names the file and what to do."""

_LONGEST = 300  # signs of a name or message; a hostile file names keys and forms of any length


def _one_line(text: str) -> str:
    """What fits a message box: long texts lose their middle, and breaks and controls become blanks."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    return text if text.isprintable() else "".join(sign if sign.isprintable() else " " for sign in text)


class FileError(Exception):
    """A file is at fault. `str(error)` is the whole sentence to show, in Chinese."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"“{_one_line(name)}”{_one_line(message)}")
        self.name = name
        self.message = message


class UnreadableError(FileError):
    """A file cannot be read; nothing that is open has changed."""


class UnwritableError(FileError):
    """A file cannot be written; what stood there before still stands."""
