"""Signs that old files tell by their number in a symbol font, above all the comparison signs of the value cell."""

# By the number of the sign in the Symbol font.
SYMBOLS = {0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×"}
# Boxes to tick, by the number of the sign in the fonts that forms take them from.
BOXES = {
    "Wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0xA1: "○", 0xA8: "□",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "Wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□",
    },
}  # fmt: skip
NO_BULLETS = {ord(sign): None for signs in BOXES.values() for sign in signs.values()}  # before an item of a list
PRIVATE = range(0xF000, 0xF100)  # where programs put the signs of symbol fonts
# As they stand in text whose font got lost, for `str.translate`; a hyphen that does not break is a hyphen.
_LIKELY = {**BOXES["Wingdings"], 0x52: BOXES["Wingdings 2"][0x52], **SYMBOLS}
PLAIN = {ord("\u2011"): "-", **{PRIVATE.start + number: sign for number, sign in _LIKELY.items()}}


def sign(number: int) -> str:
    """The sign with this number in the Symbol font, "" for a picture or a letter that is another there."""
    number = number - PRIVATE.start if number >= PRIVATE.start else number
    return SYMBOLS.get(number, " " if number == ord(" ") else "")


def sign_in(font: str, number: int) -> str:
    """The same in a font of this name; one that is not known is taken for Symbol."""
    if font not in BOXES:
        return sign(number)
    return BOXES[font].get(number & 0xFF, " " if number & 0xFF == ord(" ") else "")
