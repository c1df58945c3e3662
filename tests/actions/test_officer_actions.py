"""What the officer can do: each verb is one change and one step back."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.actions import findings, followups, measures, office, scores, workbook, year
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import (
    ChecklistEntry,
    Draft,
    Finding,
    FindingKind,
    FollowUp,
    FollowUpState,
    Measure,
    Memo,
    MemoPart,
    Office,
    Remark,
    Report,
    Reported,
    Round,
    Section,
    Signature,
    StrengthRule,
)

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", divisions=("กองคลัง",))


@pytest.fixture
def document(tmp_path):
    with workbook.create(tmp_path / "เทศบาล.ita", OFFICE, (2567, 2568), frameworks=FRAMEWORKS) as made:
        yield made


def test_a_new_workbook_has_its_years_and_nothing_to_undo(document):
    assert document.years() == (2567, 2568)
    assert document.undo_label is None


def test_ten_scores_are_one_step(document):
    scores.set_scores(document, 2568, indicators={n: Decimal(90) for n in range(1, 11)})
    assert len(document.year(2568).indicator_scores) == 10
    assert document.undo_label == "ใส่คะแนน 10 ช่อง"
    document.undo()
    assert not document.year(2568).indicator_scores


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"indicators": {8: Decimal("83.40")}}, "แก้คะแนนตัวชี้วัดที่ 8"),
        ({"items": {"o27": Decimal(0)}}, "แก้คะแนนข้อ o27"),
        ({"eit_parts": {1: Decimal(90)}}, "แก้คะแนน EIT"),
        ({"indicators": {1: None}, "items": {"o1": Decimal(1)}}, "ใส่คะแนน 2 ช่อง"),
    ],
)
def test_a_score_says_what_it_is_the_score_of(document, given, label):
    scores.set_scores(document, 2568, indicators={1: Decimal(50)})
    scores.set_scores(document, 2568, **given)
    assert document.undo_label == label


def test_taking_a_score_away_leaves_it_unknown(document):
    scores.set_scores(document, 2568, indicators={8: Decimal(80)})
    scores.set_scores(document, 2568, indicators={8: None})
    assert 8 not in document.year(2568).indicator_scores


def test_the_facts_of_a_year_are_kept_beside_each_other(document):
    scores.set_reported(document, 2568, Reported(total=Decimal("92.89"), level="ผ่าน"))
    scores.set_strength_rule(document, 2568, StrengthRule(top=5))
    year.set_measures_year(document, 2568, 2568)
    known = document.year(2568)
    assert (known.reported.total, known.strength_rule.top, known.measures_year) == (Decimal("92.89"), 5, 2568)


def test_an_emptied_remark_is_none(document):
    scores.set_remarks(document, 2568, Remark(item="o27", text="ไม่พบลิงก์"))
    assert document.year(2568).remarks == (Remark(item="o27", text="ไม่พบลิงก์"),)
    scores.set_remarks(document, 2568, Remark(item="o27", text=""))
    assert document.year(2568).remarks == ()


def finding(document, **fields):
    id = findings.add_finding(document, 2568, Finding(id="", **fields))
    return document.year(2568).finding(id)


def measure(document, **fields):
    id = measures.add_measure(document, 2568, Measure(id="", **fields))
    return document.year(2568).measure(id)


def test_a_copy_of_a_finding_stands_right_behind_it_and_is_no_draft(document):
    first = finding(document, text="ก", drafts=(Draft(field="text", text="ก"),))
    finding(document, text="ข")
    findings.duplicate_finding(document, 2568, first)
    assert [(f.text, f.drafts) for f in document.year(2568).findings] == [("ก", first.drafts), ("ก", ()), ("ข", ())]
    document.undo()
    assert [f.text for f in document.year(2568).findings] == ["ก", "ข"]


def test_a_measure_takes_over_what_its_findings_speak_of(document):
    first = finding(document, indicator=8, items=("e7",), advice="เปิดช่องทางรับฟัง")
    second = finding(document, indicator=8, items=("e7", "e8"))
    both, one = findings.make_measure(document, 2568, [first, second]), findings.make_measure(document, 2568, [first])
    made, alone = document.year(2568).measure(both), document.year(2568).measure(one)
    assert made.findings == (first.id, second.id)
    assert (made.indicator, made.items, made.title) == (8, ("e7", "e8"), "")
    assert alone.title == "เปิดช่องทางรับฟัง"


def test_deleting_a_finding_keeps_the_measure_and_one_undo_brings_both_links_back(document):
    first = finding(document, kind=FindingKind.FIX, text="ก")
    id = findings.make_measure(document, 2568, [first])
    findings.delete_findings(document, 2568, [first])
    assert document.year(2568).measure(id).findings == ()
    document.undo()
    assert document.year(2568).measure(id).findings == (first.id,)


def test_a_measure_given_back_answers_only_findings_that_are_still_there(document):
    first, second = finding(document, text="ก"), finding(document, text="ข")
    id = findings.make_measure(document, 2568, [first, second])
    then = document.year(2568).measure(id)
    findings.delete_findings(document, 2568, [first])
    measures.give_measure_back(document, 2568, then)
    assert document.year(2568).measure(id).findings == (second.id,)
    findings.change_finding(document, 2568, second, "ข้อความ")
    findings.give_finding_back(document, 2568, Finding(id=second.id, text="เดิม"))
    assert document.year(2568).finding(second.id).text == "เดิม"
    assert document.undo_label == "คืนค่าเดิมของข้อค้นพบ"


def test_a_measure_moves_within_the_list_and_not_beyond(document):
    first, second = measure(document, title="ก"), measure(document, title="ข")
    measures.move_measure(document, 2568, second, -1)
    assert [m.title for m in document.year(2568).measures] == ["ข", "ก"]
    label = document.undo_label
    measures.move_measure(document, 2568, first, +1)
    assert document.undo_label == label
    assert [m.title for m in document.year(2568).measures] == ["ข", "ก"]


def test_a_copied_measure_has_no_reports(document):
    original = measure(document, title="ก")
    round = followups.add_round(document, 2568, "รอบ 1")
    followups.save_follow_up(document, 2568, FollowUp(measure=original.id, round=round, result="ทำแล้ว"))
    copy = measures.duplicate_measure(document, 2568, original)
    assert [report.measure for report in document.year(2568).followups] == [original.id]
    assert [m.id for m in document.year(2568).measures] == [original.id, copy]


def carried_over(document, source: int, year: int) -> Measure:
    """The only measure of one year, taken into another as the library offers it."""
    (original,) = document.year(source).measures
    offered = measures.carried_over(original, document.year(source).framework, document.year(year).framework)
    (taken,) = measures.take_measures(document, year, [offered])
    return document.year(year).measure(taken)


def test_measures_of_another_year_come_without_its_dates(document):
    measures.add_measure(document, 2567, Measure(id="", title="ก", owners=("กองคลัง",), end=datetime.date(2024, 9, 30)))
    copied = carried_over(document, 2567, 2568)
    assert (copied.title, copied.owners, copied.end) == ("ก", ("กองคลัง",), None)


def test_the_usual_rounds_fall_into_the_year_of_the_measures(document):
    followups.add_usual_rounds(document, 2568)
    known = document.year(2568)
    assert known.measures_year == 2569
    assert known.rounds
    first, last = datetime.date(2025, 10, 1), datetime.date(2026, 9, 30)
    assert all(first <= round.due <= last for round in known.rounds)
    document.undo()
    assert document.year(2568).rounds == ()


def test_a_deleted_round_takes_its_reports_along_and_brings_them_back(document):
    made = measure(document, title="ก")
    id = followups.add_round(document, 2568, "รอบ 1", datetime.date(2026, 3, 31))
    followups.save_follow_up(document, 2568, FollowUp(measure=made.id, round=id, result="ทำแล้ว"))
    followups.delete_round(document, 2568, document.year(2568).rounds[0])
    assert document.year(2568).followups == ()
    document.undo()
    assert len(document.year(2568).followups) == 1


def test_the_office_is_changed_as_a_whole(document):
    office.change_office(document, Office(name="เทศบาลเมืองตัวอย่าง"))
    assert document.office.name == "เทศบาลเมืองตัวอย่าง"


def test_a_new_year_takes_over_what_stays_true_and_none_of_the_old_figures(document):
    done, open_ = measure(document, title="เสร็จแล้ว"), measure(document, title="ค้าง", period_text="ปี 2568")
    with document.change("เตรียม") as change:
        change.save(2568, Round(id="r1", name="รอบ 6 เดือน", due=datetime.date(2024, 2, 29)))
        change.save(2568, FollowUp(measure=done.id, round="r1", state=FollowUpState.DONE))
        parts = (MemoPart(heading="เรื่องเดิม", text="คะแนน 92.89"),)
        signatures = (Signature(name="นายสมมติ ใจดี", date=datetime.date(2025, 3, 20)),)
        change.save(2568, Memo(number="มท 1", date=datetime.date(2025, 3, 20), parts=parts, signatures=signatures))
        own, ours = (
            Section(key="background", text="ของเรา"),
            Section(key="scores", text="คะแนน 92.89", drafts=(Draft(field="text", text="คะแนน 92.89"),)),
        )
        change.save(2568, Report(sections=(own, ours)))
        change.save(2568, ChecklistEntry(item="o27", owner="นิติกร", link="https://example.invalid"))
        change.save_year_facts(2568, strength_rule=StrengthRule(top=5))
    assert year.start_new_year(document, 2568) == 2569
    new = document.year(2569)
    assert [m.title for m in new.measures] == ["ค้าง"]
    assert new.measures[0].period_text == ""
    assert new.measures[0].id == open_.id
    assert (new.measures_year, new.strength_rule.top) == (2570, 5)
    assert [(r.name, r.due) for r in new.rounds] == [("รอบ 6 เดือน", datetime.date(2025, 2, 28))]
    assert (new.memo.number, new.memo.date, new.memo.parts[0].text) == ("", None, "")
    assert (new.memo.signatures[0].name, new.memo.signatures[0].date) == ("นายสมมติ ใจดี", None)
    assert [section.text for section in new.report.sections] == ["ของเรา", ""]
    assert [(e.item, e.owner, e.link) for e in new.checklist] == [(new.framework.measures_item, "นิติกร", "")]
    assert new.findings == ()
    document.undo()
    assert document.years() == (2567, 2568)


def test_a_copied_measure_is_about_the_same_things_whatever_their_codes_are_now(document):
    old, new = document.year(2567).framework, document.year(2568).framework
    moved = next(i for i in old.items if (same := new.item_meaning(i.meaning)) and same.code != i.code)
    gone = next(i for i in old.items if not new.item_meaning(i.meaning))
    measures.add_measure(document, 2567, Measure(id="", title="ก", indicator=9, items=(moved.code, gone.code)))
    copied = carried_over(document, 2567, 2568)
    assert copied.items == (new.item_meaning(moved.meaning).code,)
    assert copied.indicator == 9
