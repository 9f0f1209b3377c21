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
    print(_line(sentence), file=sys.stderr)


def give_up(sentence: str) -> None:
    """`complain` of what ends the program. Windows gives one with a window no such output; there a box shows it."""
    if sys.stderr is None:
        from pbeditor.store.system import show_sentence

        show_sentence(_line(sentence))
    else:
        complain(sentence)


def _line(sentence: str) -> str:
    return " ".join(sentence.split())


def places(text: str) -> int:
    """How many a console gives the text: two to a Chinese sign."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def flush() -> None:
    """A full disk behind a redirected output shows here at the latest."""
    if sys.stdout is not None:
        sys.stdout.flush()
