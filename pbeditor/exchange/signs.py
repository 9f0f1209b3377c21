"""Signs that old files tell by their number in a symbol font, above all the comparison signs of the value cell."""

# By the number of the sign in the Symbol font.
SYMBOLS = {0x3C: "<", 0x3D: "=", 0x3E: ">", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×"}
PRIVATE = range(0xF000, 0xF100)  # where programs put the signs of symbol fonts
# As they stand in text whose font got lost, for `str.translate`; a hyphen that does not break is a hyphen.
PLAIN = {ord("\u2011"): "-", **{PRIVATE.start + number: sign for number, sign in SYMBOLS.items()}}


def sign(number: int) -> str:
    """The sign with this number in the Symbol font, "" for a picture or a letter that is another there."""
    number = number - PRIVATE.start if number >= PRIVATE.start else number
    return SYMBOLS.get(number, " " if number == ord(" ") else "")
