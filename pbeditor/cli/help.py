"""How the help of the commands is set: a Chinese sign takes two places, and a line of it may break anywhere."""

import re
from argparse import Action, RawDescriptionHelpFormatter
from collections.abc import Iterable
from typing import Any

from pbeditor.cli.console import places

# A word, or one sign, with the marks that may not stand apart from it.
_PIECE = re.compile(r"\s|[（“]*(?:[!-~]+|\S)[，。、；：？！）”…]*")

_MORE = 12  # places that the Chinese words of one line of a usage take beyond their signs


def wrapped(text: str, room: int) -> list[str]:
    """The lines of a paragraph."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if places(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] = (lines[-1] + piece).lstrip()
    return [line.rstrip() for line in lines]


class Formatter(RawDescriptionHelpFormatter):
    """argparse counts signs where it should count places."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def add_argument(self, action: Action) -> None:
        super().add_argument(action)
        head = self._current_indent + places(self._format_action_invocation(action))
        self._action_max_length = max(self._action_max_length, head)

    def _format_usage(self, *about: Any) -> str:
        self._width -= _MORE
        try:
            return super()._format_usage(*about)
        finally:
            self._width += _MORE

    def _format_action_invocation(self, action: Action) -> str:
        """The value once, after all names, as Python 3.13 writes it."""
        if not action.option_strings or not action.metavar:
            return super()._format_action_invocation(action)
        return f"{', '.join(action.option_strings)} {action.metavar}"

    def _format_action(self, action: Action) -> str:
        head = " " * self._current_indent + self._format_action_invocation(action)
        start = min(self._action_max_length + 2, self._max_help_position)
        lines = wrapped(self._expand_help(action), self._width - start)
        if places(head) + 2 <= start:
            lines[0] = head + " " * (start - places(head)) + lines[0]
        else:
            lines[0] = f"{head}\n{' ' * start}{lines[0]}"
        return f"\n{' ' * start}".join(lines) + "\n"
