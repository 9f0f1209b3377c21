"""The control words of RTF that matter for text and tables; all others are passed over."""

from collections.abc import Callable

from pbeditor.exchange.edges import CONTINUE, RESTART
from pbeditor.exchange.rtf_story import Rtf

# Groups that hold no running text. What a footnote or a header says stands in no table.
DESTINATIONS = frozenset(
    b"colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation "
    b"fldinst object listtable listoverridetable revtbl rsidtbl filetbl template xe tc rxe txe nonesttables shprslt sp "
    b"upr atnid atnauthor pntxta pntxtb ftnsep ftnsepc aftnsep aftnsepc".split()
)
# Groups marked as "skip what you do not know" that we know.
STARRED = frozenset(b"ud shpinst shptxt nesttableprops do dpobj dptxbxtext listtext pntext".split())
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
    return lambda rtf, number: setattr(rtf.group, name, number != 0)


def _down(kind: str) -> Take:
    return lambda rtf, _: rtf.row.set_down(kind)


def _plain(rtf: Rtf, _: int | None) -> None:
    rtf.group.hidden = rtf.group.deleted = False


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
    b"shptxt": lambda rtf, _: rtf.begin_box(),
    b"dptxbxtext": lambda rtf, _: rtf.begin_box(),
    b"listtext": lambda rtf, _: setattr(rtf.group, "label", True),
    b"pntext": lambda rtf, _: setattr(rtf.group, "label", True),
}
