"""What readers pass over becomes a few lines of the import report."""

from pbeditor.exchange.passed import COMMENT, HEADING, PICTURE, STRUCK, Passed, shows_pictures
from pbeditor.sheet.sheet import Note


def test_each_kind_is_one_line_with_its_number_and_texts() -> None:
    passed = Passed()
    passed.take([(COMMENT, "请核对"), (PICTURE, ""), (COMMENT, " 第二条 "), (PICTURE, "")])
    assert passed.notes() == (
        Note("全文", "ignored", "有 2 条批注，未导入", "请核对\n第二条"),
        Note("全文", "ignored", "有 2 张图片，图片里的文字无法读取"),
    )


def test_a_text_in_pieces_is_one_text() -> None:
    passed = Passed()
    passed.go_on(STRUCK, "无头")
    passed.add(STRUCK, "一")
    passed.go_on(STRUCK, "二")
    (note,) = passed.notes()
    assert (note.message, note.original) == ("有 1 处划掉（加了删除线）的文字，未导入", "一二")


def test_a_thousand_long_texts_do_not_flood_the_report() -> None:
    passed = Passed()
    for number in range(1_000):
        passed.add(HEADING, f"{number:04d}{'长' * 300}")
        passed.go_on(HEADING, "尾")
    (note,) = passed.notes()
    lines = note.original.split("\n")
    assert (len(lines), lines[0], lines[-1]) == (21, f"0000{'长' * 196}……", "……")


def test_a_file_with_pictures_is_known_by_its_notes() -> None:
    passed = Passed()
    passed.add(HEADING, "甲")
    assert not shows_pictures(passed.notes())
    passed.add(PICTURE)
    assert shows_pictures(passed.notes())
