"""What the command line prints and how, whatever the console is."""

import sys
from io import TextIOWrapper

import msgspec


def speak_utf8() -> None:
    """UTF-8 on both outputs: a Chinese Windows console would speak GBK, which lacks ≥ and many names."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """One or several lines on standard output."""
    print(text)


def say_json(value: object) -> None:
    """One JSON object on standard output."""
    say(msgspec.json.encode(value).decode())


def complain(sentence: str) -> None:
    """One line on standard error, whatever a file's name or text holds."""
    print(" ".join(sentence.split()), file=sys.stderr)


def places(text: str) -> int:
    """How many a console gives the text: two to a Chinese sign."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def flush() -> None:
    """A full disk behind a redirected output shows here at the latest."""
    if sys.stdout is not None:
        sys.stdout.flush()
