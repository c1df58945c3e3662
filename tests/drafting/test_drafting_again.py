"""The officer decides: what a person wrote stays, what nobody touched follows the figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.records import (
    Finding,
    FindingKind,
    FollowUp,
    FollowUpState,
    Measure,
    Memo,
    MemoPart,
    Office,
    Person,
    Report,
    Section,
    Year,
)
from ita_desktop.drafting.choosing import accepted, with_wording, wordings
from ita_desktop.drafting.drafting import draft, stale


@pytest.fixture
def drafted_year(mixed_year, phrases) -> Year:
    return draft(mixed_year, phrases).on(mixed_year)


def with_score(year: Year, number: int, score: str) -> Year:
    return replace(year, indicator_scores={**year.indicator_scores, number: Decimal(score)})


def changed(year: Year, record):
    """The year with this record in the place of the one with its id."""
    kind = "findings" if isinstance(record, Finding) else "measures"
    records = tuple(record if one.id == record.id else one for one in getattr(year, kind))
    return replace(year, **{kind: records})


def main(year: Year, number: int) -> Finding:
    return next(f for f in year.findings if f.indicator == number and f.kind in {FindingKind.FIX, FindingKind.STRENGTH})


def test_drafting_again_changes_nothing(drafted_year, phrases):
    assert not draft(drafted_year, phrases)
    assert stale(drafted_year, phrases) == ()


def test_every_drafted_field_is_marked_as_a_draft(drafted_year):
    for finding in drafted_year.findings:
        assert all(untouched(finding, field) for field in ("kind", "text", "advice"))
    for measure in drafted_year.measures:
        assert all(
            untouched(measure, field) for field in ("title", "analysis", "steps", "owners", "start", "end", "followup")
        )
    assert all(untouched(part, "text") for part in drafted_year.memo.parts)
    assert all(untouched(section, "text") for section in drafted_year.report.sections)


def test_a_persons_words_stay_when_the_figures_change(drafted_year, phrases):
    own = replace(main(drafted_year, 8), text="คะแนนตัวชี้วัดนี้ที่ประชุมขอให้ทบทวนอีกครั้ง")
    year = with_score(changed(drafted_year, own), 8, "80.10")
    again = draft(year, phrases).on(year)
    assert main(again, 8).text == own.text
    assert main(again, 8).kind is FindingKind.FIX
    assert "80.10" in next(p.text for p in again.memo.parts if p.heading == "ข้อเท็จจริง")


def test_what_nobody_touched_follows_the_figures(drafted_year, phrases):
    year = with_score(drafted_year, 8, "80.10")
    assert "83.40" in main(year, 8).text
    again = draft(year, phrases).on(year)
    assert "80.10" in main(again, 8).text
    assert "83.40" not in main(again, 8).text
    assert [f.id for f in again.findings] == [f.id for f in drafted_year.findings]
    assert [m.id for m in again.measures] == [m.id for m in drafted_year.measures]


def test_a_stale_draft_is_shown_with_old_and_new_side_by_side(drafted_year, phrases):
    year = with_score(drafted_year, 8, "80.10")
    (text,) = [one for one in stale(year, phrases) if one.id == main(year, 8).id and one.field == "text"]
    assert "83.40" in text.old
    assert "80.10" in text.new
    assert ("indicator.8", "83.40", "80.10") in text.figures
    assert all(one.old != one.new for one in stale(year, phrases))
    assert {one.kind for one in stale(year, phrases)} >= {"finding", "memo", "report"}


def test_words_a_person_touched_are_never_called_stale(drafted_year, phrases):
    own = replace(main(drafted_year, 8), text="ข้อความของเจ้าหน้าที่ 83.40 คะแนน")
    year = with_score(changed(drafted_year, own), 8, "80.10")
    assert not [one for one in stale(year, phrases) if one.id == own.id and one.field == "text"]


def test_an_accepted_draft_is_the_officers_own(drafted_year, phrases):
    kept = accepted(main(drafted_year, 8))
    assert kept.drafts == ()
    year = with_score(changed(drafted_year, kept), 8, "80.10")
    assert main(draft(year, phrases).on(year), 8) == kept


def test_an_emptied_field_is_filled_again(drafted_year, phrases):
    emptied = replace(main(drafted_year, 8), advice="")
    year = changed(drafted_year, emptied)
    assert main(draft(year, phrases).on(year), 8).advice


def test_a_deleted_finding_comes_back_and_the_others_keep_their_ids(drafted_year, phrases):
    gone = main(drafted_year, 8)
    year = replace(drafted_year, findings=tuple(f for f in drafted_year.findings if f != gone))
    (back,) = draft(year, phrases).findings
    assert back.indicator == 8
    assert back.id not in {f.id for f in year.findings}


def test_an_indicator_that_falls_below_the_mark_changes_its_kind(drafted_year, phrases):
    before = main(drafted_year, 7)
    assert before.kind is FindingKind.STRENGTH
    year = with_score(drafted_year, 7, "70")
    done = draft(year, phrases)
    after = done.on(year)
    assert main(after, 7).kind is FindingKind.FIX
    assert main(after, 7).id == before.id
    assert [f.kind for f in done.gone_findings] == [FindingKind.IMPROVE], "what could be better is no question now"
    assert all(set(m.findings) <= {f.id for f in after.findings} for m in after.measures)
    assert all(m.findings for m in after.measures)


def test_a_measure_for_a_mistyped_score_goes_with_it(drafted_year, phrases):
    (measure,) = [m for m in drafted_year.measures if m.items == ("e12",)]
    year = replace(drafted_year, item_scores={**drafted_year.item_scores, "e12": Decimal("97.02")})
    assert measure in draft(year, phrases).gone_measures


def test_a_measure_that_was_reported_on_stays(drafted_year, phrases):
    (measure,) = [m for m in drafted_year.measures if m.items == ("e12",)]
    report = FollowUp(measure=measure.id, round="r1", state=FollowUpState.IN_PROGRESS)
    year = replace(drafted_year, item_scores={**drafted_year.item_scores, "e12": Decimal("97.02")}, followups=(report,))
    assert measure not in draft(year, phrases).gone_measures


def test_a_measure_that_a_person_changed_stays(drafted_year, phrases):
    (measure,) = [m for m in drafted_year.measures if m.items == ("e12",)]
    own = replace(measure, title="โครงการของเราเอง")
    year = changed(drafted_year, own)
    year = replace(year, item_scores={**year.item_scores, "e12": Decimal("97.02")})
    assert draft(year, phrases).on(year).measure(own.id).title == "โครงการของเราเอง"


# ------------------------------------------------------------------------------------------- the officer's own


def test_a_finding_of_the_officers_own_is_not_written_beside(mixed_year, phrases):
    own = Finding(id="f3", indicator=8, items=("e12",), kind=FindingKind.FIX, text="ข้อความของเรา", advice="ทำตามนี้")
    year = replace(mixed_year, findings=(own,))
    done = draft(year, phrases)
    assert own in done.on(year).findings
    assert not [f for f in done.findings if f.indicator == 8 and "e12" in f.items]
    assert min(int(f.id[1:]) for f in done.findings) == 4, "ids go on from those that are there"


def test_weak_items_that_the_officers_finding_leaves_out_get_one_of_their_own(mixed_year, phrases):
    own = Finding(id="f1", indicator=8, items=("e12",), kind=FindingKind.FIX, text="ข้อความของเรา", advice="ทำตามนี้")
    year = replace(mixed_year, findings=(own,), item_scores={**mixed_year.item_scores, "e11": Decimal(60)})
    (more,) = [f for f in draft(year, phrases).findings if f.indicator == 8]
    assert more.items == ("e11",)
    assert "60.00 คะแนน" in more.text
    assert not draft(draft(year, phrases).on(year), phrases)


def test_missing_advice_of_the_officers_finding_is_filled(mixed_year, phrases):
    own = Finding(id="f1", indicator=8, items=("e12", "e14"), kind=FindingKind.FIX, text="ข้อความของเรา")
    year = replace(mixed_year, findings=(own,))
    (filled,) = [f for f in draft(year, phrases).findings if f.id == "f1"]
    assert filled.text == own.text
    assert filled.items == own.items
    assert untouched(filled, "advice")


def test_a_finding_the_officer_sees_otherwise_is_left_alone(mixed_year, phrases):
    own = Finding(id="f1", indicator=8, kind=FindingKind.STRENGTH, text="ดีขึ้นมากจากปีก่อน")
    year = replace(mixed_year, findings=(own,))
    assert own in draft(year, phrases).on(year).findings


def test_a_measure_of_the_officers_own_covers_its_item_and_gets_what_it_lacks(mixed_year, phrases):
    own = Measure(id="m9", indicator=8, items=("e12",), title="โครงการลดขั้นตอน", steps=("ประชุมหารือ",))
    year = replace(mixed_year, measures=(own,))
    done = draft(year, phrases)
    assert [m.items for m in done.on(year).measures].count(("e12",)) == 1
    filled = done.on(year).measure("m9")
    assert (filled.title, filled.steps) == (own.title, own.steps)
    assert filled.owners
    assert filled.start
    assert filled.followup
    assert "70.02" in filled.analysis
    assert {m.id for m in done.measures if m.id != "m9"} == {f"m{n}" for n in range(10, 9 + len(done.measures))}


def test_a_measure_for_the_whole_indicator_covers_what_people_answered(mixed_year, phrases):
    own = Measure(id="m1", indicator=8, title="โครงการรวม", steps=("ทำ",), owners=("กองคลัง",))
    year = replace(mixed_year, measures=(own,))
    assert not [m for m in draft(year, phrases).measures if m.indicator == 8 and m.id != "m1"]


def test_a_filled_measure_of_the_officers_own_is_never_taken_away(mixed_year, phrases):
    own = Measure(id="m1", indicator=8, items=("e12",), title="โครงการลดขั้นตอน")
    year = draft(replace(mixed_year, measures=(own,)), phrases).on(replace(mixed_year, measures=(own,)))
    year = replace(year, item_scores={**year.item_scores, "e12": Decimal("99.00")})
    assert draft(year, phrases).on(year).measure("m1").title == "โครงการลดขั้นตอน"


# --------------------------------------------------------------------------------------------- choosing wordings


def test_another_wording_can_be_chosen_and_is_kept_when_the_figures_change(drafted_year, phrases):
    finding = main(drafted_year, 8)
    offered = wordings(drafted_year, phrases, finding, "text")
    assert len(offered) > 1
    assert len({one.draft.text for one in offered}) == len(offered)
    assert all("83.40" in one.draft.text for one in offered)
    other = next(one for one in offered if one.draft.text != finding.text)
    chosen = with_wording(finding, other)
    assert chosen.text == other.draft.text
    year = changed(drafted_year, chosen)
    assert not draft(year, phrases), "a chosen wording is no stale one"
    year = with_score(year, 8, "80.10")
    later = draft(year, phrases).on(year)
    wanted = wordings(later, phrases, main(later, 8), "text")
    assert main(later, 8).text in {one.draft.text for one in wanted}
    assert main(later, 8).text != wanted[0].draft.text, "the officer's choice, not the usual wording"


def test_steps_can_be_chosen_as_a_whole(drafted_year, phrases):
    measure = next(m for m in drafted_year.measures if m.items == ("i2",))
    offered = wordings(drafted_year, phrases, measure, "steps")
    assert all(isinstance(one.value, tuple) for one in offered)
    assert with_wording(measure, offered[-1]).steps == offered[-1].value


def test_a_record_of_which_nothing_is_asked_has_no_wordings(drafted_year, phrases):
    assert wordings(drafted_year, phrases, Finding(id="f99", indicator=None, text="อื่น ๆ"), "text") == ()


# ------------------------------------------------------------------------------------------------- memo, report


def test_the_memo_of_the_officers_own_is_filled_only_where_it_is_empty(mixed_year, phrases):
    parts = (
        MemoPart(heading="เรื่องเดิม", text=""),
        MemoPart(heading="ข้อเท็จจริง", text="ข้อความของเรา"),
        MemoPart(heading="หัวข้อของเรา", text=""),
    )
    own = Memo(division="กองคลัง โทร. 1", number="ตย 52301/", parts=parts)
    memo = draft(replace(mixed_year, memo=own), phrases).memo
    assert memo.division == own.division
    assert memo.number == own.number
    assert memo.subject
    assert [part.heading for part in memo.parts] == ["เรื่องเดิม", "ข้อเท็จจริง", "หัวข้อของเรา"]
    assert [bool(part.text) for part in memo.parts] == [True, True, False]
    assert memo.parts[1] == parts[1]


def test_the_memo_travels_by_the_offices_own_people(mixed_year, phrases):
    people = (
        Person(name="นายสมมติ ใจดี", position="นายกเทศมนตรีตำบลตัวอย่าง"),
        Person(name="นางสาวตัวอย่าง รักงาน", position="ปลัดเทศบาลตำบลตัวอย่าง"),
        Person(name="นางทดลอง เขียนดี", position="นิติกรปฏิบัติการ"),
        Person(name="นายสมมุติ ตั้งใจ", position="หัวหน้าสำนักปลัดเทศบาล"),
        Person(name="นายลอง ทำดู", position="รองปลัดเทศบาลตำบลตัวอย่าง"),
    )
    year = replace(mixed_year, office=replace(mixed_year.office, people=people))
    memo = draft(year, phrases).memo
    assert memo.to == "นายกเทศมนตรีตำบลตัวอย่าง"
    assert [s.position.split("เทศบาล")[0] for s in memo.signatures] == [
        "นิติกรปฏิบัติการ",
        "หัวหน้าสำนักปลัด",
        "รองปลัด",
        "ปลัด",
        "นายกเทศมนตรีตำบลตัวอย่าง",
    ]
    assert memo.signatures[0].comments == ()
    assert all(s.comments for s in memo.signatures[1:])
    assert memo.signatures[1].to == "รองปลัดเทศบาลตำบลตัวอย่าง"


def test_only_the_wanted_sections_are_drafted_and_their_order_stays(mixed_year, phrases):
    own = Report(
        preset="short", sections=(Section(key="measures", text="ตารางของเรา"), Section(key="tools", included=False))
    )
    wanted = ("scores", "weaknesses", "by_tool", "measures")
    report = draft(replace(mixed_year, report=own), phrases, wanted).report
    assert [section.key for section in report.sections] == [*wanted, "tools"]
    assert report.sections[3].text == "ตารางของเรา"
    assert report.sections[4] == own.sections[1]
    assert report.preset == "short"


def test_a_year_of_another_office_is_drafted_under_its_own_name(high_year, phrases):
    year = replace(high_year, office=Office(name="องค์การบริหารส่วนตำบลทดลอง"))
    drafted = draft(year, phrases)
    everything = " ".join([part.text for part in drafted.memo.parts] + [s.text for s in drafted.report.sections])
    assert "องค์การบริหารส่วนตำบลทดลอง" in everything
    assert "เทศบาลตำบล" not in everything
