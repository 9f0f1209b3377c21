"""What a reader passes over, gathered by kind: one line of the import report for each, with the words if there are any.

A file with a thousand of a kind is told of by their number and the first of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pbeditor.model.text import clean
from pbeditor.sheet.sheet import Note

COMMENT, HEADING, STRUCK, HIDDEN, PROMPT, PICTURE, OBJECT, CHUNK, FORMULA, ERROR, QUOTE = (
    "comment",
    "heading",
    "struck",
    "hidden",
    "prompt",
    "picture",
    "object",
    "chunk",
    "formula",
    "error",
    "quote",
)
_MOST, _LONGEST = 20, 200  # texts of one kind, and the signs of each, that a report shows
_MORE = "……"


class Kind(NamedTuple):
    """What the report calls it, and says of so many."""

    note: str
    message: str


_KINDS = {
    STRUCK: Kind("ignored", "有 {} 处划掉（加了删除线）的文字，未导入"),
    HIDDEN: Kind("ignored", "有 {} 处隐藏的文字，未导入"),
    PROMPT: Kind("ignored", "有 {} 处填写提示还没有填写，按空白导入"),
    ERROR: Kind("ignored", "有 {} 个单元格的公式出错，按空白导入"),
    FORMULA: Kind(
        "ignored", "有 {} 个公式没有保存结果，按空白导入；可以用 Excel 或 WPS 打开原文件，保存一次后重新导入"
    ),
    QUOTE: Kind("guessed", "有 {} 个数字前面有单引号，已去掉，请核对"),
    HEADING: Kind("ignored", "页眉、页脚里的文字未导入"),
    COMMENT: Kind("ignored", "有 {} 条批注，未导入"),
    OBJECT: Kind("ignored", "有 {} 个嵌入的对象（如 Excel 表格），里面的内容未导入；请打开它另存为文件后再导入"),
    CHUNK: Kind("ignored", "有 {} 处嵌入的文件，里面的内容未导入；请用 Word 或 WPS 打开原文件，另存后再导入"),
    PICTURE: Kind("ignored", "有 {} 张图片，图片里的文字无法读取"),
}


class Passed:
    """Takes what is passed over while one file is read."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._texts: dict[str, list[str]] = {}

    def add(self, kind: str, text: str = "") -> None:
        """One more of a kind, with its text."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        texts = self._texts.setdefault(kind, [])
        if text and len(texts) <= _MOST:
            texts.append(text[: _LONGEST + 1])

    def go_on(self, kind: str, text: str) -> None:
        """More text of the last one of this kind, which the file had cut in pieces."""
        texts = self._texts.get(kind)
        if texts and len(texts) <= _MOST:
            texts[-1] = (texts[-1] + text)[: _LONGEST + 1]

    def take(self, found: Iterable[tuple[str, str]]) -> None:
        """Several, each with its kind."""
        for kind, text in found:
            self.add(kind, text)

    def notes(self) -> tuple[Note, ...]:
        """A line for each kind that there was."""
        return tuple(
            Note("全文", kind.note, kind.message.format(self._counts[name]), _shown(self._texts[name]))
            for name, kind in _KINDS.items()
            if name in self._counts
        )


def shows_pictures(notes: Iterable[Note]) -> bool:
    """Whether a file shows pictures: one that says nothing else is a scan, perhaps."""
    before, _, after = _KINDS[PICTURE].message.partition("{}")
    return any(note.message.startswith(before) and note.message.endswith(after) for note in notes)


def _shown(texts: Iterable[str]) -> str:
    lines = [text[:_LONGEST] + _MORE if len(text) > _LONGEST else text for text in map(clean, texts)]
    lines = [line for line in lines if line]
    return "\n".join([*lines[:_MOST], _MORE] if len(lines) > _MOST else lines)
