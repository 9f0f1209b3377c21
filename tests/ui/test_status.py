"""The status bar."""

from pbeditor.ui.main_window import MainWindow


def test_undo_and_redo_are_told_in_place_of_what_was_told_of_the_step(opened: MainWindow) -> None:
    opened.tree.select_projects(["6X18"])
    opened.commands["cut"].trigger()
    told = opened.status.currentMessage()
    opened.session.undo()
    assert opened.status.currentMessage() == "已撤销：剪切项目“活动经费”。" != told
    opened.session.redo()
    assert opened.status.currentMessage() == "已重做：剪切项目“活动经费”。"


def test_where_nothing_can_be_undone_nothing_is_told(opened: MainWindow) -> None:
    opened.status.tell("已保存")
    opened.session.undo()
    opened.session.redo()
    assert opened.status.currentMessage() == "已保存"


def test_a_sentence_without_room_is_shown_in_place_of_the_counts_and_ends_in_dots_where_it_is_longer(
    opened: MainWindow,
) -> None:
    bar, button = opened.status, opened.status._counts["error"]
    bar.tell("短")
    assert (bar.told(), button.isVisible()) == ("短", True)
    long = "没" * ((bar.width() - 100) // bar.fontMetrics().horizontalAdvance("没"))
    bar.tell(long)
    assert (bar.told(), button.isVisible()) == (long, False)
    bar.tell(long * 3)
    assert bar.told().endswith("…")
    assert long * 3 in bar.toolTip()
    bar.clearMessage()
    assert button.isVisible()
