"""A process that has ended is told from one that runs, also when its number is used again."""

import os
import subprocess
import sys

from msgspec.structs import replace

from pbeditor.store.process import Owner, is_gone, mark, owner_in, this_owner


def test_this_process_runs() -> None:
    assert not is_gone(this_owner())


def test_a_number_that_is_used_again_is_another_process() -> None:
    assert is_gone(replace(this_owner(), start="1"))


def test_a_machine_that_was_started_again_runs_none_of_the_old_processes() -> None:
    assert is_gone(replace(this_owner(), boot="before"))


def test_another_machine_is_never_said_to_have_crashed() -> None:
    assert not is_gone(replace(this_owner(), machine="other", pid=1, start="1"))


def test_a_child_that_has_ended_is_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert is_gone(replace(this_owner(), pid=child.pid))


def test_an_owner_is_read_from_the_name_of_its_file() -> None:
    assert owner_in(f".{mark(this_owner())}-abcd.pbtmp") == this_owner()
    assert owner_in("0123456789abcdef.pbtmp") is None
    assert owner_in("a-b-c-d-e.pbtmp") is None
    assert this_owner() == Owner(this_owner().machine, this_owner().boot, os.getpid(), this_owner().start)
