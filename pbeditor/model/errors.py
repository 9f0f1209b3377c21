"""The errors that reach a user: one plain sentence that names the file and what to do."""


class FileError(Exception):
    """A file is at fault. `str(error)` is the whole sentence to show, in Chinese."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"“{name}”{message}")
        self.name = name
        self.message = message


class UnreadableError(FileError):
    """A file cannot be read; nothing that is open has changed."""


class UnwritableError(FileError):
    """A file cannot be written; what stood there before still stands."""
