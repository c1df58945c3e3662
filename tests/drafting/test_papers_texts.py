"""The words of memo and report, comparison, tools, topics, follow-up and effect."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from reading_drafts import assert_figures_are_the_years, assert_well_written

from ita_desktop.domain.progress import progress_of
from ita_desktop.domain.records import (
    Agenda,
    FollowUp,
    FollowUpState,
    Measure,
    Order,
    Respondents,
    Round,
    StrengthRule,
    Year,
)
from ita_desktop.drafting.desk import Desk
from ita_desktop.drafting.drafting import draft
from ita_desktop.drafting.follow_up import last_measures
from ita_desktop.drafting.report import SECTIONS, section


def told(year: Year, phrases, key: str) -> str:
    found = section(Desk(year, phrases), key)
    return found.text if found else ""


def counted_names(text: str) -> int:
    return len(re.findall(r"ตัวชี้วัดที่ \d+ [ก-๙]", text))


# ------------------------------------------------------------------------------------------------------- report


def test_every_section_says_something_or_needs_no_words(mixed_year, phrases):
    year = replace(
        mixed_year,
        respondents=(Respondents(tool="IIT", by="age", group="20-30 ปี", male=12, female=15),),
        remarks=draft_remarks(),
    )
    year = draft(year, phrases).on(year)
    silent = {key for key in SECTIONS if not told(year, phrases, key)}
    assert silent == {"contents", "appendix"}


def draft_remarks():
    from ita_desktop.domain.records import Remark

    return (Remark(item="o39", text="ไม่พบประมวลจริยธรรมของสมาชิกสภา"),)


def test_the_report_speaks_of_items_only_where_some_are_known(make_year, phrases):
    without = make_year(2565, " ".join(["80"] * 10), measures=(Measure(id="m1", title="มาตรการ"),))
    some = replace(without, item_scores={"i1": Decimal(70)})
    for key in ("by_item", "note"):
        assert "ข้อที่" not in told(without, phrases, key)
        assert "รายข้อ" not in told(without, phrases, key)
        assert "ข้อที่" in told(some, phrases, key) or "รายข้อ" in told(some, phrases, key)


def test_what_a_year_does_not_have_is_not_spoken_of(make_year, phrases):
    year = make_year(2565, " ".join(["90"] * 10))
    for key in ("respondents", "remarks", "comparison", "topics", "measures", "note"):
        assert told(year, phrases, key) == "", key


@pytest.mark.parametrize(
    ("scores", "strong", "weak"),
    [
        (" ".join(["90"] * 10), 0, 0),
        (" ".join(["80"] * 10), 0, 0),
        ("80 90 90 90 90 90 90 90 90 90", 9, 1),
        ("90 80 80 80 80 80 80 80 80 80", 1, 9),
        ("90 - 80 - - - - - - -", 1, 1),
    ],
)
def test_the_groups_are_counted_and_named_for_none_one_some_and_all(make_year, phrases, scores, strong, weak):
    year = make_year(2568, scores)
    for key, count in (("strengths", strong), ("weaknesses", weak)):
        text = told(year, phrases, key)
        assert_well_written(text)
        assert_figures_are_the_years(year, text)
        if count:
            assert re.search(rf"{count} ตัวชี้วัด", text)
            assert counted_names(text) == count, text


def test_the_best_n_are_named_as_such(make_year, phrases):
    year = make_year(2568, "99 98 97 96 95 94 93 92 91 90", strength_rule=StrengthRule(top=3))
    assert counted_names(told(year, phrases, "strengths")) == 3
    assert counted_names(told(year, phrases, "weaknesses")) == 7
    assert "85" not in told(year, phrases, "strengths")


def test_a_goal_that_one_tool_misses_is_not_called_met(high_year, phrases):
    text = told(high_year, phrases, "scores")
    assert "92.89 คะแนน" in text
    assert "OIT (83.25 คะแนน)" in text
    assert "บรรลุ" not in text


def test_the_two_parts_of_eit_stand_for_it(make_year, phrases):
    year = make_year(2568, "90 90 90 90 90 86 86 86 90 90", eit_parts={1: Decimal("88.00"), 2: Decimal("84.00")})
    text = told(year, phrases, "scores")
    assert "EIT ส่วนที่ 2 (84.00 คะแนน)" in text
    assert "EIT ส่วนที่ 1" not in text


def test_before_floors_existed_the_total_alone_decides(make_year, phrases):
    year = make_year(2565, "90.79 81.43 83.97 80.74 85.75 80.81 80.98 78.74 95.56 100")
    text = told(year, phrases, "scores")
    assert "บรรลุ" in text
    assert "ระดับ A" in text


def test_a_total_below_the_goal_is_said_plainly(low_year, phrases):
    assert re.search("ยังไม่บรรลุ|ยังไม่ถึงเป้าหมาย", told(low_year, phrases, "scores"))


def test_an_incomplete_year_shows_no_total(make_year, phrases):
    text = told(make_year(2568, "90 90 90 90 90 90 90 90 90 -"), phrases, "scores")
    assert "ยังไม่ครบ" in text
    assert not re.search(r"\d+\.\d\d", text)


def test_the_comparison_counts_gains_and_losses(mixed_year, phrases):
    text = told(mixed_year, phrases, "comparison")
    assert_well_written(text)
    assert_figures_are_the_years(mixed_year, text)
    assert "89.40 คะแนน" in text
    assert "88.53 คะแนน" in text
    assert "เพิ่มขึ้น 9 ตัวชี้วัด" in text
    assert "ลดลง 1 ตัวชี้วัด" in text
    assert "ระดับผ่านดี" in text
    assert "ระดับ A" in text


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [("90", "80", "เพิ่มขึ้น 10 ตัวชี้วัด"), ("80", "90", "ลดลง 10 ตัวชี้วัด"), ("80", "80", "คงเดิม 10 ตัวชี้วัด")],
)
def test_all_up_all_down_and_nothing_changed(make_year, phrases, now, before, words):
    last = make_year(2567, " ".join([before] * 10))
    year = make_year(2568, " ".join([now] * 10), previous=last)
    text = told(year, phrases, "comparison")
    assert words in text
    assert_well_written(text)
    assert_figures_are_the_years(year, text)


def test_the_order_and_the_meeting_are_named_where_they_are_on_record(mixed_year, phrases):
    year = draft(mixed_year, phrases).on(mixed_year)
    year = replace(
        year,
        order=Order(number="45/2566", date=date(2023, 8, 21)),
        agenda=Agenda(meeting="1/2566", date=date(2023, 9, 4)),
    )
    assert "45/2566 ลงวันที่ 21 สิงหาคม 2566" in told(year, phrases, "foreword")
    assert "ครั้งที่ 1/2566 เมื่อวันที่ 4 กันยายน 2566" in told(year, phrases, "measures")


def test_the_topics_are_counted_through(high_year, phrases):
    lines = told(high_year, phrases, "topics").splitlines()
    assert [line.split(".")[0] for line in lines[1:]] == [str(number) for number in range(1, 8)]
    names = [topic.name for topic in high_year.framework.topics]
    assert all(name in line for name, line in zip(names, lines[1:], strict=True))


def test_each_tool_gets_its_own_line_of_advice(low_year, phrases):
    lines = told(low_year, phrases, "by_tool").splitlines()[1:]
    assert [line[2:5] for line in lines] == ["IIT", "EIT", "OIT"]


def test_the_tools_are_told_with_their_weights(high_year, phrases):
    text = told(high_year, phrases, "tools")
    assert [re.search(r"ร้อยละ (\d+)", line)[1] for line in text.splitlines()[1:]] == ["30", "30", "40"]


# --------------------------------------------------------------------------------------------------------- memo


def test_the_memo_names_the_result_and_what_was_prepared(high_year, phrases):
    done = draft(high_year, phrases)
    facts = next(part.text for part in done.memo.parts if part.heading == "ข้อเท็จจริง")
    assert "92.89 คะแนน" in facts
    assert "ระดับผ่าน" in facts
    assert f"{len(done.measures)} มาตรการ" in facts
    origin = done.memo.parts[0].text
    assert "18 สิงหาคม" not in origin, "nobody confirmed that day"
    assert "ตัวชี้วัดที่ 10 การป้องกันการทุจริต ข้อ o27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน" in origin


def test_the_memos_rules_are_counted_lines(high_year, phrases):
    done = draft(high_year, phrases)
    rules = next(part.text for part in done.memo.parts if part.heading == "ข้อระเบียบ/กฎหมาย")
    assert [line[:2] for line in rules.splitlines()] == ["1.", "2.", "3."]


# ---------------------------------------------------------------------------------------------------- follow-up


def with_states(year: Year, *states: FollowUpState) -> Year:
    measures = tuple(
        Measure(id=f"m{n}", title=f"มาตรการที่ {n}", end=date(2026, 3, 31)) for n in range(1, len(states) + 1)
    )
    rounds = (Round(id="r1", name="รอบ 6 เดือน", due=date(2026, 3, 31)),)
    reports = tuple(FollowUp(measure=f"m{n}", round="r1", state=state) for n, state in enumerate(states, 1))
    return replace(year, measures=measures, rounds=rounds, followups=reports)


DONE, GOING, NOT_YET, OFF = (
    FollowUpState.DONE,
    FollowUpState.IN_PROGRESS,
    FollowUpState.NOT_STARTED,
    FollowUpState.CANCELLED,
)


def told_a_year_later(last: Year, phrases) -> str:
    year = replace(last, number=last.number + 1, previous=last, measures=(), followups=())
    return last_measures(Desk(year, phrases).pen())


def test_the_follow_up_counts_in_per_cent(high_year, phrases):
    text = told_a_year_later(with_states(high_year, *[DONE] * 8, *[GOING] * 3, NOT_YET), phrases)
    assert "ดำเนินการแล้วเสร็จ 8 มาตรการ คิดเป็นร้อยละ 66.67" in text
    assert "อยู่ระหว่างดำเนินการ 3 มาตรการ คิดเป็นร้อยละ 25.00" in text
    assert "ยังไม่เริ่มดำเนินการ 1 มาตรการ คิดเป็นร้อยละ 8.33" in text
    assert "12 มาตรการ" in text
    assert "ยกเลิก" not in text


@pytest.mark.parametrize("states", [[DONE], [NOT_YET] * 3, [DONE] * 3, [OFF], [GOING, OFF]])
def test_the_follow_up_reads_well_for_one_and_all(high_year, phrases, states):
    text = told_a_year_later(with_states(high_year, *states), phrases)
    assert text
    assert_well_written(text)
    assert "ร้อยละ 0.00" not in text


def test_what_had_to_be_done_again_is_not_called_done(high_year, phrases):
    """The text and the table of the follow-up paper count alike: the last round has the word, by its day."""
    year = with_states(high_year, DONE, DONE)
    later, again = (
        Round(id="r2", name="รอบ 12 เดือน", due=date(2026, 9, 30)),
        FollowUp(measure="m1", round="r2", state=GOING),
    )
    year = replace(year, rounds=(later, *year.rounds), followups=(again, *year.followups))
    text = told_a_year_later(year, phrases)
    assert "ดำเนินการแล้วเสร็จ 1 มาตรการ" in text
    assert "อยู่ระหว่างดำเนินการ 1 มาตรการ" in text
    assert {one.measure.id: one.state for one in progress_of(year)} == {"m1": GOING, "m2": DONE}


# ------------------------------------------------------------------------------------------------------- effect


def with_history(make_year) -> Year:
    """Last year's o34 asks what o27 asks this year; its e1 is this year's e1."""
    last = make_year(2567, " ".join(["80"] * 10), {"o34": "0", "e1": "79"})
    measures = (
        Measure(id="m1", indicator=10, items=("o34",), title="มาตรการก"),
        Measure(id="m2", indicator=6, items=("e1",), title="มาตรการข"),
        Measure(id="m3", indicator=3, title="มาตรการค"),
    )
    done = tuple(FollowUp(measure=id, round="r1", state=DONE) for id in ("m1", "m3"))
    last = replace(last, measures=measures, rounds=(Round(id="r1", name="รอบ 12 เดือน"),), followups=done)
    return make_year(2568, "80 80 78 80 80 80 80 80 80 80", {"o27": "100", "e1": "79"}, previous=last)


def test_last_years_measures_are_followed_by_what_their_items_ask_for(make_year, phrases):
    text = told(with_history(make_year), phrases, "comparison")
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(lines) == 3
    assert "ข้อ o27" in lines[0]
    assert "0.00 คะแนน" in lines[0]
    assert "100.00 คะแนน" in lines[0]
    assert "ข้อ e1" in lines[1]
    assert re.search("ยังไม่มีรายงานว่า", lines[1])
    assert "ตัวชี้วัดที่ 3 การใช้อำนาจ" in lines[2]
    assert re.search("ลดลง", lines[2])
    assert not re.search("o34", text)


def test_an_effect_is_told_with_caution(make_year, phrases):
    last_line = told(with_history(make_year), phrases, "comparison").splitlines()[-1]
    assert re.search("ปัจจัยอื่น|ยังไม่อาจสรุป", last_line)


def test_last_years_measures_are_summed_up_in_the_background(make_year, phrases):
    assert "ร้อยละ 66.67" in told(with_history(make_year), phrases, "background")


def test_a_year_before_without_reports_is_not_called_idle(make_year, phrases):
    year = with_history(make_year)
    year = replace(year, previous=replace(year.previous, followups=()))
    assert "มาตรการที่กำหนดจากผลการประเมินปีงบประมาณ พ.ศ. 2567" not in told(year, phrases, "background")
