"""The pages of one project, live."""

from time import perf_counter

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from pbeditor.edit.place import put
from pbeditor.ui.paper.page_canvas import GAP
from pbeditor.ui.paper.preview import PagePreview
from pbeditor.ui.session import Session


@pytest.fixture
def preview(qtbot: QtBot, session: Session) -> PagePreview:
    preview = PagePreview(session)
    qtbot.addWidget(preview)
    preview.resize(640, 480)
    preview.show_project("甲")
    preview.show()
    return preview


def texts(preview: PagePreview) -> set[str]:
    return {text.text for page in preview.view.canvas.pages for text in page.texts}


def test_it_shows_the_pages_of_its_project_only(preview: PagePreview) -> None:
    assert {"1、甲项目绩效目标表", "甲项目", "培训次数"} <= texts(preview)
    assert not any("乙" in text or "—" in text for text in texts(preview))
    preview.show_project("乙")
    preview.refresh()
    assert len(preview.view.canvas.pages) > 1


def top_of_first_line(preview: PagePreview) -> float:
    """How far below the upper edge of the view the first line stands, in px."""
    return preview.view.canvas.first_line() - preview.view.verticalScrollBar().value()


def test_it_begins_at_the_first_line_in_windows_of_every_width(preview: PagePreview) -> None:
    first = preview.view.canvas.pages[0].texts[0]
    assert preview.view.canvas.first_line() == pytest.approx(GAP + first.y * preview.view.canvas.zoom)
    assert top_of_first_line(preview) == pytest.approx(GAP, abs=1)
    preview.resize(200, 480)
    assert preview.view.verticalScrollBar().maximum() == 0  # all of the page is in view
    preview.resize(900, 480)
    assert top_of_first_line(preview) == pytest.approx(GAP, abs=1)


def test_what_was_scrolled_to_stays_while_the_project_is_edited(session: Session, preview: PagePreview) -> None:
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.value() + 50)
    before = bar.value()
    session.apply("改", lambda document: put(document, "projects/0/goals", "做好更多培训。"))
    preview.refresh()
    assert bar.value() == before
    preview.show_project("乙")
    preview.refresh()
    assert top_of_first_line(preview) == pytest.approx(GAP, abs=1)


def test_a_change_is_seen_within_50_ms(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    start = perf_counter()
    session.write("修改绩效目标", "projects/0/goals", "新的目标")
    qtbot.waitUntil(lambda: "新的目标" in texts(preview), timeout=1000)
    assert perf_counter() - start < 0.2  # 50 ms and room for a busy machine


def test_other_periods_of_the_document_are_seen(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    periods = ("2月底", *session.form.periods[1:])
    session.apply("替换", lambda document: replace(document, periods=periods))
    qtbot.waitUntil(lambda: "2月底" in texts(preview), timeout=1000)


def test_a_change_of_another_project_draws_nothing_anew(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    pages = preview.view.canvas.pages
    session.write("修改绩效目标", "projects/2/goals", "别处的目标")
    qtbot.wait(60)
    assert preview.view.canvas.pages is pages


def test_a_hidden_preview_draws_nothing_and_catches_up(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    preview.hide()
    session.write("修改绩效目标", "projects/0/goals", "新的目标")
    qtbot.wait(60)
    assert "新的目标" not in texts(preview)
    preview.show()
    assert "新的目标" in texts(preview)


def test_a_deleted_project_leaves_no_page(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    session.apply("删除项目", lambda document: replace(document, projects=document.projects[1:]))
    qtbot.waitUntil(lambda: not preview.view.canvas.pages)


def test_another_document_is_shown_afresh(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    project = replace(session.document.projects[0], name="另一个")
    session.open(replace(session.document, projects=(project,)), session.form, None, saved=True)
    qtbot.waitUntil(lambda: "另一个" in texts(preview))


def test_what_is_being_typed_is_seen_before_it_is_made(qtbot: QtBot, session: Session, preview: PagePreview) -> None:
    session.draft(lambda document: put(document, "projects/0/indicators/0/name", "正在打"))
    qtbot.waitUntil(lambda: "正在打" in texts(preview))
    session.draft(None)
    qtbot.waitUntil(lambda: "正在打" not in texts(preview))
