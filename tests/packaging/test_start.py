"""The first command of the README opens the sample, or does the sample's whole job without a screen."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import start
from setting_up import ROOT


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(start, "OUT", tmp_path / "out")
    monkeypatch.setattr(start, "environment", lambda _: sys.executable)
    return tmp_path / "out"


def test_without_a_screen_the_sample_is_imported_checked_and_exported(
    out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert start.main(["--no-screen"]) == 0

    assert {path.name for path in out.iterdir()} == {
        f"{start.NAME}（导入）.pbproj",
        f"{start.NAME}.docx",
        f"{start.NAME}.pdf",
    }
    said = capfd.readouterr().out
    assert "不能打开窗口" in said
    assert "错误 3" in said
    assert f"文件在 {out}" in said


def test_what_draws_no_chinese_writes_no_pdf_and_says_why(
    out: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "why_no_paper", lambda _: "没有中文字体。")

    assert start.main(["--no-screen"]) == 1

    assert not list(out.glob("*.pdf"))
    assert "没有写 PDF：没有中文字体。" in capfd.readouterr().out


def test_with_a_screen_a_copy_of_the_sample_is_opened(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = out / f"{start.NAME}.pbproj"
    monkeypatch.setattr(start, "why_no_window", lambda _: "")
    monkeypatch.setattr(start, "pbeditor", lambda _, *arguments: 0 if arguments == (str(copy),) else 2)

    assert start.main([]) == 0

    assert copy.read_bytes() == (start.SAMPLES / copy.name).read_bytes()


def test_a_copy_that_was_edited_is_not_replaced(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out.mkdir()
    copy = out / f"{start.NAME}.pbproj"
    copy.write_text("edited", "utf-8")
    monkeypatch.setattr(start, "pbeditor", lambda *_: 0)

    start.open_window(sys.executable)

    assert copy.read_text("utf-8") == "edited"


@pytest.mark.screen
def test_the_window_shows_the_sample(virtual_screen: dict[str, str]) -> None:
    sample = start.SAMPLES / f"{start.NAME}.pbproj"
    search = ["xdotool", "search", "--onlyvisible", "--name", start.NAME]
    with subprocess.Popen([sys.executable, "-m", "pbeditor", str(sample)], cwd=ROOT, env=virtual_screen) as editor:
        deadline = time.monotonic() + 60
        while (shown := subprocess.run(search, env=virtual_screen, capture_output=True, check=False)).returncode:
            assert editor.poll() is None, "the editor ended"
            assert time.monotonic() < deadline, "no window of that name"
            time.sleep(0.2)
        editor.terminate()
        assert editor.wait(30) == 128 + signal.SIGTERM  # also while it is still starting
    assert shown.stdout.split()
