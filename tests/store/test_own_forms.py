"""Layouts of the user's own in the settings folder."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pbeditor.model.errors import UnwritableError
from pbeditor.model.form import Form
from pbeditor.sheet.mapped_form import mapped_form
from pbeditor.sheet.mapping import findings
from pbeditor.store.forms import form_called, load_forms, read_form
from pbeditor.store.own_forms import fault_of_name, form_text, own_forms, own_id, remove_form, rename_form, save_form
from tests.sheet.unknown import unknown_sheet


@pytest.fixture
def own(hebei: Form) -> Form:
    return mapped_form(hebei, findings(unknown_sheet(), hebei), {}, own_id("县里的表"), "县里的表")


def test_a_layout_is_kept_and_comes_back_as_it_was(own: Form) -> None:
    save_form(own)
    assert own_forms() == (own,)
    assert form_called(own.id) == own


def test_no_document_is_edited_or_printed_in_it(own: Form) -> None:
    save_form(own)
    assert own.id not in load_forms()


@pytest.mark.parametrize("form_id", ["hebei-2020", "mof-2015", "mof-2021"])
def test_every_form_survives_being_written(form_id: str) -> None:
    form = load_forms()[form_id]
    odd = replace(form, name='a"\\\n\x7f\t甲')
    assert read_form(form_text(odd).encode(), "x") == odd


def test_saving_again_takes_its_place(own: Form, settings_folder: Path) -> None:
    save_form(own)
    save_form(replace(own, year=2019))
    assert [form.year for form in own_forms()] == [2019]
    assert len(list((settings_folder / "forms").iterdir())) == 1


def test_a_renamed_layout_keeps_its_id(own: Form) -> None:
    save_form(own)
    renamed = rename_form(own, " 新名 ")
    assert (renamed.id, [form.name for form in own_forms()]) == (own.id, ["新名"])


def test_a_removed_layout_is_gone_and_removing_it_again_is_no_fault(own: Form) -> None:
    save_form(own)
    save_form(replace(own, id="own-b", name="b"))
    remove_form(own)
    remove_form(own)
    assert [form.name for form in own_forms()] == ["b"]


def test_a_name_must_be_new_short_and_not_blank(own: Form) -> None:
    save_form(own)
    assert "填写" in fault_of_name(" ")
    assert "最多" in fault_of_name("长" * 41)
    assert "已有" in fault_of_name("县里的表")
    assert fault_of_name("县里的表", old="县里的表") == ""


def test_a_layout_that_could_not_be_read_again_is_not_kept(own: Form) -> None:
    with pytest.raises(UnwritableError, match="marks"):
        save_form(replace(own, marks=()))
    assert own_forms() == ()


def test_a_file_among_the_layouts_that_is_none_hinders_nobody(own: Form, settings_folder: Path) -> None:
    (settings_folder / "forms").mkdir(parents=True)
    (settings_folder / "forms" / "a.toml").write_bytes(b"\xff")
    save_form(own)
    save_form(replace(own, year=2019))
    assert [form.year for form in own_forms()] == [2019]


def test_a_layout_that_cannot_be_removed_is_told_and_stays(own: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    save_form(own)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UnwritableError, match="删除不了"):
        remove_form(own)
    assert own_forms() == (own,)
