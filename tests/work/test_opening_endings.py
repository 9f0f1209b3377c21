"""Every ending that is offered belongs to a format that is read."""

from pathlib import Path

import pytest

from pbeditor.exchange.reading import read_sheet
from pbeditor.work.opening import IMPORTABLE

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "readers"
# Kingsoft's own endings hold the formats of 1997, and a page is a page under any of its names.
SAME_AS = {".wps": ".doc", ".et": ".xls", ".htm": ".html"}


MAIL = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def sample(ending: str) -> bytes:
    page = ending.startswith(".mht")
    data = next(SAMPLES.glob(f"*{'.html' if page else SAME_AS.get(ending, ending)}")).read_bytes()
    return MAIL + data if page else data


@pytest.mark.parametrize("ending", sum(IMPORTABLE, ()))
def test_a_file_with_an_offered_ending_is_read(ending: str) -> None:
    data = "正文,乙".encode() if ending in (".txt", ".csv") else sample(ending)
    assert read_sheet(data, f"上年{ending}").blocks
