"""Short runs of what `python -m tests.endurance` does for long."""

import os
from pathlib import Path

import pytest

from tests.endurance.kill import killed


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_program_killed_while_saving_leaves_whole_files_and_offers_what_it_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PBEDITOR_SETTINGS", str(tmp_path / "settings"))
    assert killed(12, tmp_path, 1)["kills"] == 12
