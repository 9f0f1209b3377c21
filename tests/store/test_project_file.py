"""The project file: what is saved is loaded, and what cannot be understood is refused with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from msgspec import json
from msgspec.structs import replace

from pbeditor.model.cleaning import cleaned
from pbeditor.model.document import Document, Indicator, Project, Section, Target, Unit
from pbeditor.model.errors import UnreadableError, UnwritableError
from pbeditor.store import backup, migrate
from pbeditor.store.project_file import decode, decode_newer, encode, load, save
from tests.builders import documents

HEAD = '{"format": "pbeditor-project", "version": 1, '
MINIMAL = HEAD + '"document": {"form": "hebei-2020", "year": 2020}}'


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "x.pbproj")
    return str(caught.value)


@given(documents())
def test_what_is_saved_is_loaded(document: Document) -> None:
    assert decode(encode(document), "x") == document


@given(documents())
def test_saving_what_was_loaded_gives_the_same_bytes(document: Document) -> None:
    data = encode(document)
    assert encode(decode(data, "x")) == data


@given(documents(), documents())
def test_last_years_document_is_saved_and_loaded_too(document: Document, last: Document) -> None:
    # Both count their projects from 1: the same ids are meant.
    both = replace(document, last_year=last)
    assert decode(encode(both), "x") == both


def test_last_years_text_is_cleaned_too() -> None:
    document = Document("f", 2020, last_year=Document("f", 2019, " 上年\u200b"))
    assert decode(encode(document), "x").last_year == Document("f", 2019, "上年")


def test_the_file_looks_as_the_contract_says() -> None:
    project = Project("p", Unit("1", "甲"), plan=("25.00",), indicators=(Indicator("i", target=Target("≥")),))
    lines = encode(Document("f", 2020, overall=(Section("总体", "一\n二"),), projects=(project,))).decode().split("\n")
    assert lines[:4] == ["{", '  "format": "pbeditor-project",', '  "version": 1,', '  "document": {']
    assert '        "text": "一\\n二"' in lines
    assert '          "name": "甲"' in lines
    assert lines[-2:] == ["}", ""]


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    project = Project("p", indicators=(Indicator("i"),))
    document = json.decode(encode(Document("f", 2020, projects=(project,))))["document"]
    contract = ["form", "year", "title", "department", "money_unit", "overall", "projects"]
    assert [*document] == [*contract, "periods", "muted", "confirmed", "last_year"]
    assert [*document["projects"][0]] == (
        ["id", "unit", "code", "name", "budget", "purpose", "plan", "goals", "indicators"]
    )
    assert [*document["projects"][0]["indicators"][0]] == (
        ["id", "level1", "level2", "name", "description", "target", "basis"]
    )


def test_half_a_surrogate_pair_does_not_stop_saving() -> None:
    document = Document("f", 2020, "标题\ud83d")
    assert decode(encode(document), "x") == cleaned(document)


def test_loading_cleans_every_text() -> None:
    project = Project(
        "p", name="\u00a0甲\u200b", goals="一\r\n二 ", plan=(" 25",), indicators=(Indicator("i", "\x07产出"),)
    )
    document = decode(encode(Document("f", 2020, projects=(project,))), "x")
    clean = Project("p", name="甲", goals="一\n二", plan=("25",), indicators=(Indicator("i", "产出"),))
    assert document.projects == (clean,)


def test_a_byte_order_mark_is_accepted() -> None:
    assert decode(b"\xef\xbb\xbf" + MINIMAL.encode(), "x") == Document("hebei-2020", 2020)


def test_keys_with_a_default_may_be_missing() -> None:
    data = HEAD + '"document": {"form": "f", "year": 2020, "projects": [{"id": "p", "indicators": [{"id": "i"}]}]}}'
    assert decode(data.encode(), "x") == Document("f", 2020, projects=(Project("p", indicators=(Indicator("i"),)),))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "是空文件"),
        (b" \r\n", "是空文件"),
        (b"\xef\xbb\xbf", "是空文件"),
        (b"\0" * 4096, "零字节"),
        (MINIMAL.encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04", "不是绩效信息项目文件"),
        (b"null", "不是绩效信息项目文件"),
        (b"[1]", "应为对象，却是列表"),
        (b'{"a": 1}', "不是绩效信息项目文件"),
        (b'{"format": "other", "version": 1}', "不是绩效信息项目文件"),
        (MINIMAL[:50].encode(), "内容不完整"),
        (MINIMAL.encode()[:-1], "内容不完整"),
        ((MINIMAL + "x").encode(), "第 1 行第 96 列不合 JSON 语法"),
        (MINIMAL.replace(", ", ",\n ").replace("2020}", "2020,}").encode(), "第 4 行第 15 列不合 JSON 语法"),
        (MINIMAL.encode().replace(b"hebei", b"\xba\xd3"), "第 1 行第 68 列不是 UTF-8"),
        (MINIMAL.replace(" 1", " 2").encode(), "由更新的版本保存（文件版本 2，本程序认识到 1），请升级"),
        (MINIMAL.replace(" 1", ' "1"').encode(), "version 处应为整数"),
        (MINIMAL.replace(" 1", " true").encode(), "version 处应为整数"),
        (MINIMAL.replace(" 1", " 1e999").encode(), "version 处的数太大"),
        (MINIMAL.replace(" 1", " 0").encode(), "文件版本 0"),
        (MINIMAL.replace(" 1", " -1").encode(), "文件版本 -1"),
        (MINIMAL.replace('"year"', '"years"').encode(), "document 处有不认识的键“years”"),
        (MINIMAL.replace("}}", '}, "notes": []}').encode(), "有不认识的键“notes”"),
        (MINIMAL.replace("2020}", '2020, "last_year": {"form": "f"}}').encode(), "document/last_year 处缺少键“year”"),
        (MINIMAL.replace("2020}", '"2020"}').encode(), "document/year 处应为整数，却是文字"),
        (MINIMAL.replace("2020}", "2020.5}").encode(), "document/year 处应为整数，却是小数"),
        (MINIMAL.replace("2020}", "9" * 5000 + "}").encode(), "document/year 处的数太大"),
        (MINIMAL.replace('"hebei-2020"', "null").encode(), "document/form 处应为文字，却是空值"),
        (MINIMAL.replace(', "year": 2020', "").encode(), "document 处缺少键“year”"),
        (MINIMAL.replace('"form": "hebei-2020", ', "").encode(), "document 处缺少键“form”"),
        ((HEAD + '"document": [' + "[" * 100_000).encode(), "嵌套太深"),
        ((HEAD + '"x": ' + '{"a":' * 100_000).encode(), "嵌套太深"),
    ],
)
def test_a_file_that_is_not_understood_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    message = refusal(data)
    assert message.startswith("“x.pbproj”")
    assert sentence in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("projects", "sentence"),
    [
        ('{"id": "p", "plan": [1]}', "document/projects/0/plan/0 处应为文字，却是整数"),
        ('{"id": "p", "indicators": [{"id": "i", "tag": 1}]}', "projects/0/indicators/0 处有不认识的键“tag”"),
        ('{"name": "甲"}', "projects/0 处缺少键“id”"),
        ('{"id": "p"}, {"id": "q"}, {"id": "p"}', "projects/2 处的 id“p”与 projects/0 处的相同"),
        ('{"id": "p"}, {"id": " p "}', "projects/1 处的 id“p”与 projects/0 处的相同"),
        ('{"id": " "}', "projects/0 处的 id“”是空的或含有“/”"),
        ('{"id": "p", "indicators": [{"id": "a/b"}]}', "projects/0/indicators/0 处的 id“a/b”是空的或含有“/”"),
        (
            '{"id": "p", "indicators": [{"id": "i"}]}, {"id": "q", "indicators": [{"id": "i"}]}',
            "projects/1/indicators/0",
        ),
    ],
)
def test_a_fault_inside_a_project_is_named_with_its_path(projects: str, sentence: str) -> None:
    data = f'{HEAD}"document": {{"form": "f", "year": 2020, "projects": [{projects}]}}}}'
    assert sentence in refusal(data.encode())


def test_an_older_file_migrates(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(content: dict[str, object]) -> dict[str, object]:
        return {key: content["content" if key == "document" else key] for key in ("format", "version", "document")}

    monkeypatch.setattr(migrate, "STEPS", {0: renamed})
    data = MINIMAL.replace("document", "content").replace(" 1", " 0").encode()
    assert decode(data, "x") == Document("hebei-2020", 2020)


@pytest.mark.parametrize("step", [lambda content: content["gone"], lambda content: content["document"].name])
def test_an_older_file_that_lacks_what_its_version_had_is_refused(
    step: Callable[[dict[str, object]], dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "STEPS", {0: step})
    assert "文件版本 0 太旧或内容不全" in refusal(MINIMAL.replace(" 1", " 0").encode())


def test_every_version_ever_written_loads() -> None:
    examples = sorted((Path(__file__).parents[1] / "data" / "project").glob("version-*.pbproj"))
    assert [path.stem for path in examples] == [f"version-{n}" for n in range(1, migrate.VERSION + 1)]
    for path in examples:
        assert load(path).projects[0].indicators[0].target == Target("≥", "12", "12个")


def test_a_saved_file_is_loaded_from_the_disk(tmp_path: Path) -> None:
    save(Document("f", 2020, "标题"), tmp_path / "a.pbproj")
    assert load(tmp_path / "a.pbproj") == Document("f", 2020, "标题")


def test_a_file_that_cannot_be_saved_or_found_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"a\.pbproj”所在的文件夹不存在"):
        save(Document("f", 2020), tmp_path / "no" / "a.pbproj")
    with pytest.raises(UnreadableError, match=r"a\.pbproj”不存在"):
        load(tmp_path / "a.pbproj")


def newer(extra: str = "") -> bytes:
    return MINIMAL.replace(" 1", " 9", 1).replace('"year"', f'{extra}"year"').encode()


def test_a_newer_file_is_understood_without_what_has_no_name_here() -> None:
    data = newer('"colour": {"deep": [1]}, "overall": [{"heading": "总体", "text": " 一", "mood": 1}], ')
    assert decode_newer(data, "x") == Document("hebei-2020", 2020, overall=(Section("总体", "一"),))


def test_a_newer_file_of_another_shape_is_refused() -> None:
    with pytest.raises(UnreadableError, match="请升级"):
        decode_newer(newer('"projects": {}, '), "x")


def test_a_file_of_today_is_not_newer() -> None:
    assert decode_newer(MINIMAL.encode(), "x") is None
    assert decode_newer(b"[" * 9000, "x") is None


def test_a_newer_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.pbproj"
    path.write_bytes(newer())
    with pytest.raises(UnwritableError, match="不覆盖"):
        save(Document("hebei-2020", 2020), path)
    assert path.read_bytes() == newer()


@pytest.mark.parametrize("file", sorted((Path(__file__).parents[1] / "data" / "project").glob("*.pbproj")))
def test_every_shape_ever_written_loads_and_is_kept_whole(file: Path) -> None:
    content = json.decode(file.read_bytes())["document"]
    written = json.decode(encode(load(file)))["document"]
    assert {key: written[key] for key in content} == content


def test_with_must_keep_nothing_is_written_over_that_could_not_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritableError("以前的版本", "写不下。")

    path, unkept = tmp_path / "a.pbproj", list[UnwritableError]()
    save(Document("f", 2020, "旧"), path)
    monkeypatch.setattr(backup, "keep", refuse)
    with pytest.raises(UnwritableError, match="无法先留作以前的版本"):
        save(Document("f", 2020, "新"), path, must_keep=True)
    assert load(path).title == "旧"
    save(Document("f", 2020, "新"), path, unkept=unkept.append)
    assert (load(path).title, [str(each) for each in unkept]) == ("新", ["“以前的版本”写不下。"])
