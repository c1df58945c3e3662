"""The form a division writes its report on: its own measures, room to write, who signs."""

from dataclasses import replace
from datetime import date

import sample_year
from reading import assert_fits, tables, words

from ita_desktop.domain.measure_facts import NOBODY, by_owner
from ita_desktop.domain.progress import current_round
from ita_desktop.domain.records import FollowUp, FollowUpState, Measure, Round
from ita_desktop.papers.blocks import PageBreak, PaperOptions
from ita_desktop.papers.division_form import asked_of, division_form, division_forms, what_to_do

RICH = sample_year.rich_year()
OPTIONS = PaperOptions(today=sample_year.TODAY)
ROUNDS = (Round(id="a", name="รอบแรก", due=date(2026, 3, 31)), Round(id="b", name="รอบหลัง", due=date(2026, 9, 30)))


def year_of(*measures: Measure, **more):
    return replace(sample_year.empty_year(2568), office=sample_year.OFFICE, measures=measures, rounds=ROUNDS, **more)


def test_every_division_has_pages_of_its_own_in_the_order_of_the_office():
    paper = division_forms(RICH, OPTIONS)
    owners = [owner for owner in by_owner(RICH) if asked_of(RICH, owner, current_round(RICH, OPTIONS.today))]
    assert sum(isinstance(block, PageBreak) for block in paper.blocks) == len(owners) - 1
    text = words(paper)
    assert [text.index(f"เรียน {owner}") for owner in owners] == sorted(text.index(f"เรียน {owner}") for owner in owners)
    for table in tables(paper):
        assert_fits(table)


def test_the_round_that_is_reported_on_is_the_next_to_fall_due_else_the_last():
    year = year_of()
    assert current_round(year, date(2025, 11, 1)).id == "a"
    assert current_round(year, date(2026, 3, 31)).id == "a"
    assert current_round(year, date(2026, 4, 1)).id == "b"
    assert current_round(year, date(2027, 1, 1)).id == "b"
    assert current_round(replace(year, rounds=()), None) is None


def test_what_was_told_is_printed_and_what_was_not_has_room_to_write():
    told = Measure(id="m1", title="ทำผังขั้นตอน", owners=("กองคลัง",))
    fresh = Measure(id="m2", title="เปิดจุดบริการ", owners=("กองคลัง",))
    report = FollowUp(measure="m1", round="a", state=FollowUpState.IN_PROGRESS, progress=40, result="วาดผังแล้ว")
    paper = division_form(year_of(told, fresh, followups=(report,)), OPTIONS, ("กองคลัง",), ROUNDS[0])
    text = words(paper)
    assert "☑ อยู่ระหว่างดำเนินการ" in text
    assert "ร้อยละ 40" in text
    assert "วาดผังแล้ว" in text
    assert "ร้อยละ ........" in text
    assert "ผู้อำนวยการกองคลัง" in text
    assert "ส่งคืนภายในวันที่ 31 มีนาคม 2569" in text


def test_what_nobody_owns_is_asked_about_too_and_an_office_without_measures_gets_a_sentence():
    year = year_of(Measure(id="m1", title="ไม่มีใครดูแล"))
    assert [measure.id for measure in asked_of(year, NOBODY, ROUNDS[0])] == ["m1"]
    assert "ไม่มีใครดูแล" in words(division_forms(year, OPTIONS))
    assert "ไม่มีมาตรการที่ต้องรายงาน" in words(division_forms(year_of(), OPTIONS))


def test_what_is_to_be_done_is_steps_and_period():
    steps = Measure(id="m1", steps=("ทบทวน", "ประกาศ"), period_text="ตลอดปี")
    assert what_to_do(steps) == "1. ทบทวน\n2. ประกาศ\nระยะเวลา ตลอดปี"
    assert what_to_do(Measure(id="m1", steps=("ทบทวน",))) == "ทบทวน"
    assert what_to_do(Measure(id="m1")) == ""
