"""Cells and fields in which somebody has said that there is nothing: 无, ……, —, /, and 指标2：…… of a blank form."""

from pbeditor.model.patterns import pattern

# What only waits for its text, as 待补充 does, is none of these: a reader keeps it and a rule asks for it.
NONE = ("无", "没有", "暂无")
DITTO = ("同上", "〃", "″")  # says again what stands above
_LONGEST = 12  # signs
_COUNTED = "指标[0-9]{1,2}"  # before what a blank form leaves to be filled in
_FILLER = pattern(rf"{'|'.join(NONE)}|(?:{_COUNTED}[：:]?)?[-–—―─－/／\\….·]{{1,6}}|{_COUNTED}[：:]")


def is_filler(text: str) -> bool:
    """Whether a text says that there is nothing; a blank one says nothing at all."""
    return 0 < len(text) <= _LONGEST and _FILLER.fullmatch(text) is not None


def says_something(text: str) -> bool:
    """Whether a text is neither blank nor one that says that there is nothing."""
    return bool(text) and not is_filler(text)
