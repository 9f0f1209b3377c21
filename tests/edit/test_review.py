"""Findings are set aside with a reason, and shown again."""

from msgspec.structs import replace

from pbeditor.edit.review import confirm, mute, unconfirm, unmute
from pbeditor.model.document import Confirmed, Document, Indicator, Muted, Project
from pbeditor.model.place import lasting_place
from tests.moving import move_projects

DOCUMENT = Document(
    "hebei-2020", 2020, projects=(Project("a"), Project("b", indicators=(Indicator("x"), Indicator("y"))))
)


def test_a_rule_is_muted_once_with_its_last_reason() -> None:
    document = mute(mute(DOCUMENT, "bases_are_given", "无此列"), "bases_are_given", "本级不填")
    assert document.muted == (Muted("bases_are_given", "本级不填"),)
    assert unmute(document, "bases_are_given") == DOCUMENT


def test_a_finding_is_confirmed_at_a_place_that_follows_its_row() -> None:
    path = "projects/1/indicators/1/target"
    document = confirm(DOCUMENT, "value_is_given", path, "没有填写", "另行下达")
    assert document.confirmed == (
        Confirmed("value_is_given", "projects/b/indicators/y/target", "没有填写", "另行下达"),
    )
    moved = move_projects(document, ["b"], 0)
    assert lasting_place(moved, "projects/0/indicators/1/target") == document.confirmed[0].place


def test_confirming_again_renews_the_reason_and_showing_again_forgets_it() -> None:
    document = confirm(confirm(DOCUMENT, "r", "title", "空", "一"), "r", "title", "空", "二")
    assert [one.reason for one in document.confirmed] == ["二"]
    assert unconfirm(document, document.confirmed[0]) == DOCUMENT


def test_two_findings_of_one_rule_at_one_place_are_confirmed_each() -> None:
    document = confirm(confirm(DOCUMENT, "r", "title", "一处"), "r", "title", "另一处")
    assert [one.message for one in document.confirmed] == ["一处", "另一处"]


def test_showing_a_finding_again_forgets_every_record_of_it() -> None:
    document = confirm(DOCUMENT, "r", "title", "空", "一")
    twice = replace(document, confirmed=(*document.confirmed, replace(document.confirmed[0], reason="二")))
    assert unconfirm(twice, twice.confirmed[1]) == DOCUMENT
