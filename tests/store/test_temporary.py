"""What is left of files and folders for a moment when the program is killed."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from pbeditor.store import temporary
from pbeditor.store.process import mark, this_owner
from pbeditor.store.temporary import in_full, piece_in, sweep, temporary_folder
from tests.store.ended import killed_after


def test_what_a_killed_program_was_writing_is_swept_away(tmp_path: Path) -> None:
    killed_after(
        "import os\nfrom pbeditor.store import disk, replacement\n"
        "replacement._patiently = lambda _: os.kill(os.getpid(), 9)\ndisk.write(Path(sys.argv[1]), b'new')",
        str(tmp_path / "a"),
    )
    assert len([*tmp_path.glob(".*.pbtmp")]) == 1
    ours = tmp_path / f".{mark(this_owner())}-0000.pbtmp"
    ours.write_bytes(b"being written")
    sweep(tmp_path)
    assert [*tmp_path.glob(".*.pbtmp")] == [ours]


def test_a_temporary_folder_of_a_killed_program_is_swept_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    killed_after(
        "import os\nfrom pbeditor.store.temporary import temporary_folder\n"
        "with temporary_folder() as folder:\n"
        "    Path(folder, 'a').write_text('document')\n"
        "    os.kill(os.getpid(), 9)"
    )
    (left,) = tmp_path.glob("pbeditor-*")
    assert os.name != "posix" or left.stat().st_mode & 0o777 == 0o700
    with temporary_folder() as ours:
        sweep()
        assert ours.exists()
    assert [*tmp_path.glob("pbeditor-*")] == []


@pytest.mark.parametrize(
    ("path", "full"),
    [
        (r"D:\预算\绩效.pbtmp", r"\\?\D:\预算\绩效.pbtmp"),
        (r"\\server\预算\绩效.pbtmp", r"\\?\UNC\server\预算\绩效.pbtmp"),
        (r"\\?\D:\绩效.pbtmp", r"\\?\D:\绩效.pbtmp"),
    ],
)
def test_a_path_in_full_begins_as_windows_wants_it(path: str, full: str) -> None:
    assert in_full(path) == full


def test_on_windows_a_file_is_saved_where_its_own_path_fits_and_that_of_a_piece_beside_it_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary, "sys", SimpleNamespace(platform="win32"))
    near, deep = tmp_path / "预算", tmp_path / ("部门预算绩效目标/" * 40)
    assert not str(piece_in(near)).startswith("\\\\?")
    assert str(piece_in(deep)).startswith("\\\\?")
