"""The command line; without a command it opens the window."""

import sys
from collections.abc import Sequence

from pbeditor.cli.console import complain, flush, give_up, speak_utf8
from pbeditor.model.errors import FileError

DONE, FAULT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command: 0 done, 1 errors, differences or conflicts found, 2 the call or a file is at fault."""
    speak_utf8()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        flush()
    except FileError as error:
        give_up(str(error))
    except KeyboardInterrupt:
        complain("已中断。")
    except BrokenPipeError:
        # Whoever read the output has read enough, as `head` does.
        sys.stdout = None
    except Exception as error:  # noqa: BLE001 - a user gets a sentence, never a traceback
        give_up(f"程序内部出错，没有完成：{type(error).__name__}: {error}")
    else:
        return status
    return FAULT


def _run(arguments: Sequence[str]) -> int:
    from pbeditor.cli.arguments import UsageError, parsed, spelt_out

    try:
        chosen = parsed([*spelt_out(arguments)] if sys.platform == "win32" else arguments)
    except UsageError as error:
        give_up(str(error))
        return FAULT
    except SystemExit:  # argparse has printed the help or the version
        return DONE
    status: int = chosen.run(chosen)
    return status
