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
