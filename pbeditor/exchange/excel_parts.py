"""The parts of a workbook that its cells point to: shared texts and number formats."""

from functools import cached_property

from pbeditor.exchange import limits
from pbeditor.exchange.archive import Package
from pbeditor.exchange.damage import Allowance
from pbeditor.exchange.markup import Element, events, let_go, parse, refuse_doctype, whole
from pbeditor.exchange.number_formats import BUILT_IN, GENERAL, Shown, shown


class Formats:
    """How the cells of one workbook show their numbers."""

    def __init__(self, styles: bytes, *, from_1904: bool) -> None:
        self._styles = styles
        self._from_1904 = from_1904

    def shown(self, value: float, style: int) -> Shown:
        """A number in the format of a cell's style."""
        code = self._codes[style] if style < len(self._codes) else GENERAL
        return shown(value, code, from_1904=self._from_1904)

    @cached_property
    def _codes(self) -> list[str]:
        if not self._styles:
            return []
        root = parse(self._styles)
        own = {whole(one.get("numFmtId", ""), -1): one.get("formatCode", "") for one in root.iter("{*}numFmt")}
        codes = {**BUILT_IN, **own}
        styles = next(root.iter("{*}cellXfs"), None)
        return [codes.get(whole(one.get("numFmtId", "")), GENERAL) for one in (() if styles is None else styles)]


def shared_texts(package: Package, part: str) -> list[str]:
    """The texts that cells name by number."""
    if part not in package:
        return []
    texts: list[str] = []
    room = Allowance(limits.CHARACTERS)
    with package.stream(part, limits.BLOCK) as stream:
        for event, element in events(stream, ("{*}si",)):
            if event == "end":
                refuse_doctype(element)
                texts.append(text_in(element))
                room.take(len(texts[-1]) + 1)
                stream.go_on(limits.BLOCK)
                let_go(element)
    return texts


def text_in(element: Element) -> str:
    """The text of a string in its runs, without the reading aids above it."""
    return "".join(
        part.text or ""
        for part in element.iter("{*}t")
        if not any(str(above.tag).endswith("}rPh") for above in part.iterancestors())
    )
