"""The control words of RTF that matter for text and tables; all others are passed over."""

from collections.abc import Callable

from pbeditor.exchange.edges import CONTINUE, RESTART
from pbeditor.exchange.passed import COMMENT, HEADING, OBJECT, PICTURE
from pbeditor.exchange.rtf_story import BOX, ENDNOTE, FOOTNOTE, Rtf

# Groups that hold no running text.
DESTINATIONS = frozenset(
    b"colortbl stylesheet info pict fldinst object listtable listoverridetable revtbl rsidtbl filetbl template xe tc "
    b"rxe txe nonesttables nonshppict shprslt sp upr atnid atnauthor pntxta pntxtb ftnsep ftnsepc aftnsep "
    b"aftnsepc".split()
)
# Of these and of groups that a reader may pass over, those whose number is told.
COUNTED = {b"pict": PICTURE, b"shppict": PICTURE, b"object": OBJECT}
# Groups marked as "skip what you do not know" that we know.
STARRED = frozenset(b"ud shpinst shptxt nesttableprops do dpobj dptxbxtext listtext pntext footnote annotation".split())
_HEADINGS = b"header headerl headerr headerf footer footerl footerr footerf".split()
TEXTS = {
    b"line": "\n",
    b"lbr": "\n",
    b"page": "\n",
    b"column": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"bullet": "•",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
Take = Callable[[Rtf, int | None], None]


def _switch(name: str) -> Take:
    """A property of characters: on without a number, off with 0."""
    return lambda rtf, number: rtf.switch(name, on=number != 0)


def _story(kind: str) -> Take:
    return lambda rtf, _: rtf.begin_story(kind)


def _down(kind: str) -> Take:
    return lambda rtf, _: rtf.row.set_down(kind)


def _plain(rtf: Rtf, _: int | None) -> None:
    for name in ("hidden", "deleted", "struck"):
        rtf.switch(name, on=False)


def _set_level(level: Callable[[Rtf, int | None], int]) -> Take:
    return lambda rtf, number: setattr(rtf.group, "level", level(rtf, number))


WORDS: dict[bytes, Take] = {
    b"par": lambda rtf, _: rtf.end_paragraph(),
    b"sect": lambda rtf, _: rtf.end_paragraph(),
    b"pard": _set_level(lambda _, __: 0),
    b"intbl": _set_level(lambda rtf, _: max(rtf.group.level, 1)),
    b"itap": _set_level(lambda _, number: max(number or 0, 0)),
    b"cell": lambda rtf, _: rtf.end_cell(1),
    b"nestcell": lambda rtf, _: rtf.end_cell(max(rtf.group.level, 2)),
    b"row": lambda rtf, _: rtf.end_row(1),
    b"nestrow": lambda rtf, _: rtf.end_row(max(rtf.group.level, 2)),
    b"nesttableprops": lambda rtf, _: setattr(rtf.group, "nested", True),
    b"trowd": lambda rtf, _: rtf.row.begin(),
    b"trleft": lambda rtf, number: rtf.row.set_left(number or 0),
    b"clmrg": lambda rtf, _: rtf.row.set_across(),
    b"clvmgf": _down(RESTART),
    b"clvmrg": _down(CONTINUE),
    b"cellx": lambda rtf, number: rtf.row.end_cell(number or 0),
    b"tab": lambda rtf, _: rtf.add_tab(),
    b"u": lambda rtf, number: rtf.add_character(number or 0),
    b"uc": lambda rtf, number: setattr(rtf.group, "fallbacks", 1 if number is None else max(number, 0)),
    b"f": lambda rtf, number: rtf.set_font(number or 0),
    b"deff": lambda rtf, number: rtf.set_font(number or 0),
    b"fonttbl": lambda rtf, _: rtf.begin_font_table(),
    b"fcharset": lambda rtf, number: rtf.set_charset(number or 0),
    b"ansicpg": lambda rtf, number: rtf.alphabet.set_page(number or 0),
    b"plain": _plain,
    b"v": _switch("hidden"),
    b"deleted": _switch("deleted"),
    b"ud": lambda rtf, _: rtf.keep_group(),
    b"strike": _switch("struck"),
    b"striked": _switch("struck"),
    b"shptxt": _story(BOX),
    b"dptxbxtext": _story(BOX),
    b"footnote": _story(FOOTNOTE),
    b"ftnalt": lambda rtf, _: rtf.call_story(ENDNOTE),
    b"annotation": _story(COMMENT),
    **dict.fromkeys(_HEADINGS, _story(HEADING)),
    b"listtext": lambda rtf, _: setattr(rtf.group, "label", True),
    b"pntext": lambda rtf, _: setattr(rtf.group, "label", True),
}
