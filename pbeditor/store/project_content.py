"""What a project file holds."""

from typing import Final, Literal

from msgspec import Struct

from pbeditor.model.document import Document

FORMAT: Final = "pbeditor-project"


class ProjectFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole content of a project file; the order of the keys is the order of the fields."""

    format: Literal["pbeditor-project"]
    version: Literal[1]
    document: Document
