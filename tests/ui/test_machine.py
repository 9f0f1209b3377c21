"""What the screen lacks for Chinese is said in one sentence, and an input method that answers is chosen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from pbeditor.store.resources import resource
from pbeditor.ui.app import open_window
from pbeditor.ui.machine import missing_for_chinese, no_font, use_an_input_method_that_is_there

SAMPLE = str(resource("samples", "示例单位2020.pbproj"))
EXPORT = f"import sys, pbeditor.cli; sys.exit(pbeditor.cli.main(['export', {SAMPLE!r}, '-o', 'a.pdf']))"
DRAW = f"""
import os, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from pbeditor.model.errors import UnwritableError
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.pages import paginate
from pbeditor.ui.paper.measure import QtMeasure
from pbeditor.ui.paper.pdf import pages_as_pdf
from pbeditor.work.opening import open_any
app = QGuiApplication([])
opened, measure = open_any(Path({SAMPLE!r})), QtMeasure()
pages = paginate(lay_out(opened.document, opened.form), opened.form.layout, measure)
try:
    pages_as_pdf(pages, opened.form.layout, measure)
except UnwritableError as error:
    print(error, file=sys.stderr, flush=True)
    os._exit(2)
"""


@pytest.mark.parametrize(("wanted", "used"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", "")])
def test_an_input_method_without_a_plugin_is_asked_as_ibus(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wanted: str, used: str
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", wanted)
    monkeypatch.setenv("QT_PLUGIN_PATH", str(tmp_path))
    use_an_input_method_that_is_there()
    assert os.environ["QT_IM_MODULE"] == used


def test_a_plugin_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    monkeypatch.setenv("QT_PLUGIN_PATH", str(tmp_path))
    use_an_input_method_that_is_there()
    assert os.environ["QT_IM_MODULE"] == "fcitx"


@pytest.mark.usefixtures("qapp")
def test_a_missing_font_is_said_with_the_package_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(QFontDatabase, "families", lambda _: [])

    said = missing_for_chinese()

    assert said.startswith("No Chinese font")
    assert "fonts-noto-cjk" in said
    assert "\n" not in said


@pytest.mark.usefixtures("qapp")
def test_an_input_method_that_qt_cannot_reach_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_IM_MODULE", "scim")

    assert "“scim”" in missing_for_chinese()


@pytest.mark.usefixtures("qapp")
def test_a_machine_that_has_both_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_IM_MODULE", raising=False)

    assert missing_for_chinese() == ""


def test_the_window_shows_the_sentence(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "scim")
    monkeypatch.setattr(sys, "platform", "linux")
    for dressing in ("tend_heap", "Look", "speak_chinese", "_set_aside"):  # they would outlast this test
        monkeypatch.setattr(f"pbeditor.ui.app.{dressing}", lambda *_: None)

    window = open_window(qapp)

    assert "“scim”" in window.status.currentMessage()
    window.close()
    window.deleteLater()


def test_on_windows_the_remedy_for_a_missing_font_is_one_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert no_font().endswith("请在系统设置的“可选功能”中添加“中文(简体)补充字体”。")


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are hidden by fontconfig's settings")
@pytest.mark.parametrize("code", [EXPORT, DRAW], ids=["command line", "window"])
def test_without_any_font_a_pdf_is_refused(code: str, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig/>", "ascii")
    hidden = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run([sys.executable, "-c", code], env=hidden, cwd=tmp_path, capture_output=True, check=False)

    assert done.returncode == 2
    assert "“PDF”不能生成：本机没有中文字体" in done.stderr.decode()
    assert list(tmp_path.glob("*.pdf")) == []
