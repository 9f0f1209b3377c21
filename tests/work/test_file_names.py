"""Names of files made of titles."""

from pbeditor.work.file_names import file_stem


def test_a_title_makes_a_file_name_that_windows_takes() -> None:
    assert file_stem('甲/乙:"丙"\n丁?. ') == "甲 乙 丙 丁"
