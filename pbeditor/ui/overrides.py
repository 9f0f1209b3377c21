"""Errors in what our classes override of Qt's: under Python 3.11 PySide ends the program at those that C code raised.

Python 3.11 makes the exception of such an error, as of `int("x")` or of a widget that has gone, only when somebody
handles it. PySide 6.8 and 6.9 take what stands there before for the exception (`PepException_GetArgs`), and crash.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

HARMLESS = 3, 12  # from this Python on an error is an exception at once


def keep_errors_harmless() -> None:
    """Have every class that derives from one of Qt's, from now on, handle its errors once on their way out."""
    if sys.version_info < HARMLESS:
        Shiboken.Object.__init_subclass__ = classmethod(_handle)  # type: ignore[method-assign, assignment]


def _handle(cls: type) -> None:
    for name, found in [*vars(cls).items()]:
        if isinstance(found, FunctionType) and not name.startswith("__") and _is_qts(cls, name):
            setattr(cls, name, _handled(found))


def _is_qts(cls: type, name: str) -> bool:
    return any(name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6."))


def _handled(function: FunctionType) -> Callable[..., Any]:
    """The same, with as many arguments as a signal would find: none, or any."""

    @wraps(function)
    def plain(self: Any) -> Any:
        try:
            return function(self)
        except BaseException:  # noqa: TRY203 - to be handled is what it needs
            raise

    @wraps(function)
    def full(*given: Any, **named: Any) -> Any:
        try:
            return function(*given, **named)
        except BaseException:  # noqa: TRY203 - to be handled is what it needs
            raise

    takes = function.__code__
    alone = takes.co_argcount == 1 and not takes.co_kwonlyargcount and not takes.co_flags & 0x0C  # *args, **kwargs
    return plain if alone else full
