"""静音 and 已核实: which findings a person does not want to see again, and why."""

from msgspec.structs import replace

from pbeditor.model.document import Confirmed, Document, Muted
from pbeditor.model.place import lasting_place


def mute(document: Document, rule: str, reason: str = "") -> Document:
    """The document with a rule silenced; a second time renews the reason."""
    return replace(document, muted=(*unmute(document, rule).muted, Muted(rule, reason)))


def unmute(document: Document, rule: str) -> Document:
    """The document with a rule speaking again."""
    return replace(document, muted=tuple(muted for muted in document.muted if muted.rule != rule))


def confirm(document: Document, rule: str, path: str, message: str, reason: str = "") -> Document:
    """The document with one finding, named by its rule, path and sentence, marked 已核实; again renews the reason."""
    found = Confirmed(rule, lasting_place(document, path), message, reason)
    return replace(document, confirmed=(*unconfirm(document, found).confirmed, found))


def unconfirm(document: Document, found: Confirmed) -> Document:
    """The document with a finding shown again."""
    return replace(document, confirmed=tuple(one for one in document.confirmed if one.finding != found.finding))
