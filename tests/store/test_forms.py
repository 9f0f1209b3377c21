"""Built-in forms and the user's own."""

import os
from pathlib import Path

import pytest

from pbeditor.model.document import Document
from pbeditor.model.errors import UnreadableError
from pbeditor.store.forms import all_forms, form_of, load_forms, read_form
from pbeditor.store.resources import resource

SOURCE = resource("forms", "hebei-2020.toml").read_text("utf-8")


@pytest.fixture
def own(settings_folder: Path) -> Path:
    (settings_folder / "forms").mkdir(parents=True)
    return settings_folder / "forms"


def test_the_form_of_the_2020_document_is_built_in() -> None:
    form = form_of(Document("hebei-2020", 2020))
    assert [category.name for category in form.categories] == ["产出指标", "效果指标", "满意度指标"]


def test_every_built_in_form_is_named_like_its_file() -> None:
    assert set(load_forms()) == {path.stem for path in resource("forms").glob("*.toml")}


def test_an_unknown_form_names_the_known_ones_and_the_folder(settings_folder: Path) -> None:
    with pytest.raises(UnreadableError, match=r"“mars-2044”.*hebei-2020.*forms 后再试"):
        form_of(Document("mars-2044", 2044))


def test_a_form_that_is_there_but_broken_is_said_to_be_so(own: Path) -> None:
    (own / "own.toml").write_text(SOURCE.replace('id = "hebei-2020"', 'id = "own"\nidd = 1'), "utf-8")
    with pytest.raises(UnreadableError, match=r"“own”这一表样本机没有.*own\.toml”不是可用的表样：有不认识的键“idd”"):
        form_of(Document("own", 2020))


def test_a_form_of_the_users_own_is_found_as_soon_as_it_is_there(own: Path) -> None:
    assert "own" not in load_forms()
    (own / "own.toml").write_text(SOURCE.replace('id = "hebei-2020"', 'id = "own"'), "utf-8")
    assert load_forms()["own"].title == "{year}年部门预算绩效信息"
    assert all_forms().own == ("own",)


def test_a_form_of_the_users_own_takes_the_place_of_a_built_in_one(own: Path) -> None:
    (own / "a.toml").write_text(SOURCE.replace("decimals = 2", "decimals = 6"), "utf-8")
    assert load_forms()["hebei-2020"].decimals == 6


def test_two_own_forms_of_one_id_are_reported(own: Path) -> None:
    (own / "a.toml").write_text(SOURCE.replace("decimals = 2", "decimals = 6"), "utf-8")
    (own / "b.toml").write_text(SOURCE, "utf-8")
    loaded = all_forms()
    assert loaded.forms["hebei-2020"].decimals == 6
    assert [fault.name for fault in loaded.faults] == [str(own / "b.toml")]


def test_a_broken_own_form_is_reported_and_the_others_load(own: Path) -> None:
    (own / "broken.toml").write_text("id =", "utf-8")
    (own / "folder.toml").mkdir()
    loaded = all_forms()
    assert "hebei-2020" in loaded.forms
    assert [Path(fault.name).name for fault in loaded.faults] == ["broken.toml", "folder.toml"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX links")
def test_a_link_that_leads_nowhere_is_reported(own: Path) -> None:
    (own / "gone.toml").symlink_to(own / "nowhere.toml")
    assert [str(fault) for fault in all_forms().faults] == [f"“{own / 'gone.toml'}”不存在，请检查文件夹和文件名。"]


def test_the_caller_cannot_change_what_others_see() -> None:
    load_forms().clear()
    assert load_forms()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("year = 2020", "year =", "第 5 行第 7 列不合 TOML 语法"),
        ("year = 2020", 'year = "2020"', "year 处应为整数，却是文字"),
        ("year = 2020", "", "缺少键“year”"),
        ("year = 2020", "year = 2020\nyears = 1", "有不认识的键“years”"),
        ('label = "一级指标"', 'tag = "一级指标"', "columns/0 处"),
        ('id = "hebei-2020"', 'id = " "', "id 不能为空"),
        ("{year}年", "{jahr}年", "花括号"),
        ("{year}年", "{year.x.y}年", "花括号"),
        ("'\\d{3}-", "'(\\d{3}-", "不是正则表达式"),
        ('field = "level2"', 'field = "level1"', "不能重复"),
        ('field = "level2"', 'field = "level3"', "level2"),
        ("page_number =", "page =", "layout.texts 缺少 page_number"),
    ],
)
def test_a_fault_in_a_form_is_named_with_its_place(old: str, new: str, sentence: str) -> None:
    assert old in SOURCE
    with pytest.raises(UnreadableError, match=sentence) as caught:
        read_form(SOURCE.replace(old, new, 1).encode(), "own.toml")
    assert str(caught.value).startswith("“own.toml”不是可用的表样：")


def test_a_form_in_another_encoding_is_refused() -> None:
    with pytest.raises(UnreadableError, match="第 2 行第 3 列不是 UTF-8"):
        read_form("#\nid表".encode("gb18030"), "own.toml")


def test_the_mark_that_notepad_puts_before_a_form_is_passed_over() -> None:
    assert read_form(SOURCE.encode("utf-8-sig"), "own.toml") == read_form(SOURCE.encode(), "own.toml")
