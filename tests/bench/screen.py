"""An office PC's screen of 1366 × 768, simulated: on Qt's own of 800 × 800 the window is too small for its parts."""

import os
from pathlib import Path

PLAIN = "offscreen"
OFFICE = f"{PLAIN}:configfile={Path(__file__).with_suffix('.json')}"


def use_office_screen() -> None:
    """To be called before there is an application; the user may have asked for another screen."""
    if os.environ.get("QT_QPA_PLATFORM", PLAIN) == PLAIN:
        os.environ["QT_QPA_PLATFORM"] = OFFICE
