"""A call in a process of its own: the memory that one side of a comparison leaves behind must not slow the other."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CODE = """
import sys
{given}
for _ in sys.stdin:
    call()
    print(flush=True)
"""


@contextmanager
def apart(given: str) -> Iterator[Callable[[], object]]:
    """What has the process do what the code in `given` binds to `call`, and waits for it."""
    code = _CODE.format(given=given)
    with subprocess.Popen([sys.executable, "-c", code], stdin=-1, stdout=-1, text=True) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def ask() -> str:
            print(file=asked, flush=True)
            answer = answers.readline()
            if not answer:
                raise RuntimeError(given)
            return answer

        yield ask
        asked.close()
