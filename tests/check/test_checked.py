"""The views of the findings that the window asks for."""

from msgspec.structs import replace

from pbeditor.check.checked import unchecked
from pbeditor.check.engine import Checked, check
from pbeditor.edit.projects import delete_projects
from pbeditor.edit.review import confirm, mute
from pbeditor.model.document import Confirmed, Document, Muted, Project
from pbeditor.model.form import Form
from tests.check.samples import GOOD, spoiled
from tests.moving import move_projects

SPOILED = {
    "code": "203-0401-JBN-0002",
    "indicators/2/target/operator": "",
    "indicators/2/target/number": "90",
    "projects/1/plan/3": "90",
}
TARGET = "projects/0/indicators/2/target"


def confirmed(document: Document, form: Form, path: str, reason: str = "") -> Document:
    """The document with what is wrong at `path` confirmed."""
    for problem in check(document, form).at(path):
        document = confirm(document, problem.rule, path, problem.message, reason)
    return document


def shown(checked: Checked) -> list[str]:
    """The places of all problems, by each view that leads to them."""
    by_group = sorted(problem.path for group in checked.groups for problem in group.problems)
    assert by_group == sorted(problem.path for problem in checked.problems)
    assert sum(checked.counts.values()) == sum(group.count for group in checked.groups) == len(by_group)
    assert [len(group.problems) for group in checked.groups] == [group.count for group in checked.groups]
    return by_group


def test_problems_are_counted_by_severity(hebei: Form) -> None:
    assert check(spoiled(SPOILED), hebei).counts == {"error": 4, "warning": 0, "hint": 0}
    assert check(GOOD, hebei).counts == {"error": 0, "warning": 0, "hint": 0}


def test_groups_come_gravest_first_and_hold_every_problem(hebei: Form) -> None:
    checked = check(spoiled({**SPOILED, "projects/3/unit/name": "", "projects/3/budget/total": "0"}), hebei)
    severities = [group.severity for group in checked.groups]
    assert severities == sorted(severities, key=("error", "warning", "hint").index)
    assert sorted(p.path for group in checked.groups for p in group.problems) == sorted(
        p.path for p in checked.problems
    )


def test_a_project_knows_its_problems_and_the_gravest(hebei: Form) -> None:
    checked = check(spoiled(SPOILED), hebei)
    assert [problem.rule for problem in checked.of("project2")] == ["codes_are_unique"]
    assert [checked.worst(f"project{number}") for number in range(4)] == ["error", "error", "error", ""]


def test_the_gravest_is_known_of_several_projects(hebei: Form) -> None:
    checked = check(spoiled(SPOILED), hebei)
    assert checked.worst_of(["project3", "project2"]) == "error"
    assert checked.worst_of(["project3"]) == checked.worst_of([]) == checked.worst_of(["gone"]) == ""


def test_a_project_lists_its_problems_in_reading_order(hebei: Form) -> None:
    document = spoiled(
        {"name": "", "indicators/2/name": "", "indicators/0/name": "", "plan/1": "", "budget/other": "x"}
    )
    paths = [problem.path.removeprefix("projects/0/") for problem in check(document, hebei).of("project0")]
    assert paths == ["name", "budget/other", "plan/1", "indicators/0/name", "indicators/2/name"]


def test_problems_are_found_by_place(hebei: Form) -> None:
    checked = check(spoiled(SPOILED), hebei)
    assert [problem.rule for problem in checked.at("projects/0/indicators/2/target")] == ["number_and_words_agree"]
    assert checked.at("projects/0/indicators/2") == ()
    assert [problem.rule for problem in checked.under("projects/0/indicators/2")] == ["number_and_words_agree"]
    assert checked.under("projects/0/indicators/1") == ()


def test_a_finding_about_all_projects_marks_none(hebei: Form) -> None:
    even = {f"projects/{n}/plan/{i}": text for n in range(4) for i, text in enumerate(("25", "50", "75", "100"))}
    checked = check(spoiled(even), hebei)
    assert [problem.path for problem in checked.problems] == ["projects/0/plan"]
    assert checked.of("project0") == checked.at("projects/0/plan") == ()


def test_a_finding_about_all_projects_is_found_below_them(hebei: Form) -> None:
    even = {f"projects/{n}/plan/{i}": text for n in range(4) for i, text in enumerate(("25", "50", "75", "100"))}
    checked = check(spoiled({**even, "projects/1/name": ""}), hebei)
    assert [problem.rule for problem in checked.under("projects")] == ["plans_differ"]


def test_a_muted_rule_is_in_no_view_but_its_own(hebei: Form) -> None:
    checked = check(mute(spoiled(SPOILED), "codes_are_unique", "两年合并"), hebei)
    assert shown(checked) == [TARGET, "projects/1/plan/3"]
    assert checked.counts["error"] == 2
    assert checked.of("project2") == checked.at("projects/2/code") == checked.under("projects/2") == ()
    assert checked.worst("project2") == ""
    (muted,) = checked.muted
    assert (muted.record.reason, muted.group.title, muted.group.count) == ("两年合并", "项目编码重复", 2)
    assert [problem.path for problem in muted.group.problems] == ["projects/0/code", "projects/2/code"]


def test_a_muted_rule_is_listed_though_it_says_nothing_or_is_not_known(hebei: Form) -> None:
    checked = check(mute(mute(GOOD, "plans_differ", "按季度"), "rule_of_a_later_version"), hebei)
    assert [(muted.group.rule, muted.group.count) for muted in checked.muted] == [
        ("plans_differ", 0),
        ("rule_of_a_later_version", 0),
    ]
    assert all(muted.group.title and muted.group.why for muted in checked.muted)


def test_a_confirmed_finding_is_in_no_view_but_its_own(hebei: Form) -> None:
    document = confirmed(spoiled(SPOILED), hebei, TARGET, "口径不同")
    checked = check(document, hebei)
    assert shown(checked) == ["projects/0/code", "projects/1/plan/3", "projects/2/code"]
    assert checked.at(TARGET) == ()
    assert [(found.problem.path, found.record.reason) for found in checked.confirmed] == [(TARGET, "口径不同")]
    assert checked.outdated == ()


def test_a_confirmed_finding_follows_its_row_and_its_project(hebei: Form) -> None:
    document = move_projects(confirmed(spoiled(SPOILED), hebei, TARGET), ["project3"], 0)
    first = document.projects[1]
    turned = replace(first, indicators=first.indicators[::-1])
    document = replace(document, projects=(document.projects[0], turned, *document.projects[2:]))
    checked = check(document, hebei)
    assert [found.problem.path for found in checked.confirmed] == ["projects/1/indicators/2/target"]
    assert checked.at("projects/1/indicators/2/target") == ()


def test_a_finding_that_says_something_new_is_shown_again(hebei: Form) -> None:
    document = confirmed(spoiled(SPOILED), hebei, TARGET)
    checked = check(spoiled({"indicators/2/target/number": "91"}, document), hebei)
    assert [problem.path for problem in checked.at(TARGET)] == [TARGET]
    assert checked.confirmed == ()
    assert checked.outdated == document.confirmed


def test_a_confirmation_is_outdated_when_its_project_is_gone(hebei: Form) -> None:
    document = delete_projects(confirmed(spoiled(SPOILED), hebei, "projects/1/plan/3"), ["project1"])
    assert check(document, hebei).outdated == document.confirmed


def test_findings_across_projects_and_about_the_document_can_be_confirmed(hebei: Form) -> None:
    document = spoiled({**SPOILED, "overall/0/text": ""})
    for path in ("projects/0/code", "projects/2/code", "overall/0/text"):
        document = confirmed(document, hebei, path)
    checked = check(document, hebei)
    assert shown(checked) == [TARGET, "projects/1/plan/3"]
    assert [found.problem.path for found in checked.confirmed] == [
        "overall/0/text",
        "projects/0/code",
        "projects/2/code",
    ]


def test_a_confirmed_finding_of_a_muted_rule_stays_confirmed(hebei: Form) -> None:
    document = mute(confirmed(spoiled(SPOILED), hebei, "projects/0/code"), "codes_are_unique")
    checked = check(document, hebei)
    assert [found.problem.path for found in checked.confirmed] == ["projects/0/code"]
    assert [problem.path for problem in checked.muted[0].group.problems] == ["projects/2/code"]


def test_what_is_found_twice_at_one_place_in_the_same_words_counts_once_when_confirmed(hebei: Form) -> None:
    jumps = "1、做好工作。\n3、做好服务。\n1、做好工作。\n3、做好服务。"
    document = spoiled({"overall/0/text": jumps})
    assert len(check(document, hebei).at("overall/0/text")) > 1
    checked = check(confirmed(document, hebei, "overall/0/text"), hebei)
    assert {found.record for found in checked.confirmed} == {*checked.document.confirmed}
    assert len(checked.confirmed) == len(checked.document.confirmed) == 2


def test_confirmed_findings_stand_in_reading_order(hebei: Form) -> None:
    names = ("indicators/0/target", "indicators/2/name")  # a rule about names speaks before one about values
    document = spoiled({"indicators/0/target/number": "", "indicators/0/target/text": "", "indicators/2/name": ""})
    for name in names:
        document = confirmed(document, hebei, f"projects/0/{name}")
    assert [found.problem.path for found in check(document, hebei).confirmed] == [
        f"projects/0/{name}" for name in names
    ]


def test_of_two_records_of_one_thing_the_later_counts(hebei: Form) -> None:
    document = confirmed(spoiled(SPOILED), hebei, TARGET, "后来的")
    (record,) = document.confirmed
    earlier = replace(record, reason="先前的")
    twice = replace(document, confirmed=(earlier, record), muted=(Muted("r"), Muted("r", "后")))
    checked = check(twice, hebei)
    assert [found.record.reason for found in checked.confirmed] == ["后来的"]
    assert [muted.record.reason for muted in checked.muted] == ["后"]
    assert checked.outdated == ()


def test_a_record_that_never_matched_is_outdated(hebei: Form) -> None:
    stranger = Confirmed("no_such_rule", "projects/nobody/name", "没有", "")
    assert check(replace(GOOD, confirmed=(stranger,)), hebei).outdated == (stranger,)


def test_before_the_rules_were_asked_nothing_is_known_and_nothing_is_said(hebei: Form) -> None:
    blank = Document("hebei-2020", 2020, projects=(Project("p"),))
    before, after = unchecked(blank, hebei), check(blank, hebei)
    assert (before.is_known, before.problems, before.of("p"), before.worst("p")) == (False, (), (), "")
    assert after.is_known
    assert check(blank, hebei, before).problems == after.problems != ()
