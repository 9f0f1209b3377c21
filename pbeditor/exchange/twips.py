"""Twips, twentieths of a point: the unit of lengths in Word and RTF files."""

TWIPS_A_MM = 1440 / 25.4
_MM_A_TWIP = 25.4 / 1440


def twips(mm: float) -> int:
    """A length in mm as whole twips."""
    return round(mm * TWIPS_A_MM)


def mm(twips: int) -> float:
    """A length in twips as mm to a tenth."""
    return round(twips * _MM_A_TWIP, 1)
