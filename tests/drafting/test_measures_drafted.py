"""What is proposed to be done: by whom, by when, and how it is followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reading_drafts import assert_whole

from ita_desktop.domain.records import Office
from ita_desktop.drafting.arranging import owner_of
from ita_desktop.drafting.drafting import draft
from ita_desktop.thai.dates import fiscal_year_span


def test_every_failed_published_item_gets_a_measure_of_its_own(low_year, phrases):
    drafted = draft(low_year, phrases)
    failed = {code for code, score in low_year.item_scores.items() if code[0] == "o" and score < 100}
    assert {m.items for m in drafted.measures} >= {(code,) for code in failed}


def test_measures_answer_the_findings_that_ask_for_them(high_year, phrases):
    drafted = draft(high_year, phrases)
    by_id = {finding.id: finding for finding in drafted.findings}
    for measure in drafted.measures:
        assert measure.findings
        for id in measure.findings:
            assert by_id[id].indicator == measure.indicator
            assert not by_id[id].items or set(measure.items) & set(by_id[id].items)


def test_owners_are_the_offices_own_divisions(phrases):
    office = Office(
        name="เทศบาลเมืองตัวอย่าง", divisions=("สำนักปลัดเทศบาล", "สำนักคลัง", "กองยุทธศาสตร์และงบประมาณ", "กองการเจ้าหน้าที่")
    )
    assert owner_of(phrases, office, "finance") == "สำนักคลัง"
    assert owner_of(phrases, office, "hr") == "กองการเจ้าหน้าที่"
    assert owner_of(phrases, office, "strategy") == "กองยุทธศาสตร์และงบประมาณ"
    assert owner_of(phrases, office, "legal") == "สำนักปลัดเทศบาล"
    assert owner_of(phrases, office, "all") == "ทุกสำนัก/กอง"


def test_a_division_that_the_office_does_not_have_is_not_made_up(phrases):
    office = Office(name="องค์การบริหารส่วนตำบลตัวอย่าง", divisions=("สำนักปลัด", "กองช่าง"))
    assert owner_of(phrases, office, "finance") in office.divisions
    assert owner_of(phrases, Office(name="เทศบาลตำบลตัวอย่าง"), "finance") == "กองคลัง"


def test_the_time_lies_within_the_measures_year_and_the_rounds_with_it(high_year, phrases):
    drafted = draft(high_year, phrases)
    first, last = fiscal_year_span(2569)
    assert [(round.id, round.due) for round in drafted.rounds] == [("r1", date(2026, 3, 31)), ("r2", last)]
    assert {m.start for m in drafted.measures} - {first}, "not everything begins on the same day"
    for measure in drafted.measures:
        assert_whole(high_year, measure)
        assert "31 มีนาคม 2569" in measure.followup


def test_results_of_a_year_cannot_be_worked_on_before_they_are_known(make_year, phrases):
    year = make_year(2566, " ".join(["80"] * 10), measures_year=2566)
    drafted = draft(year, phrases)
    assert year.framework.announced == date(2023, 8, 10)
    assert {m.start for m in drafted.measures} == {date(2023, 8, 11)}
    assert [round.due for round in drafted.rounds] == [date(2023, 9, 30)]


def test_the_rounds_of_the_office_stay_and_are_named_in_the_follow_up(high_year, phrases):
    from ita_desktop.domain.records import Round

    own = (Round(id="r7", name="รอบพิเศษ", due=date(2026, 5, 15)),)
    drafted = draft(replace(high_year, rounds=own), phrases)
    assert drafted.rounds == ()
    assert any("รอบพิเศษ ภายในวันที่ 15 พฤษภาคม 2569" in m.followup for m in drafted.measures)


def test_a_round_without_a_date_leaves_the_last_day_of_the_measure(high_year, phrases):
    from ita_desktop.domain.records import Round

    year = replace(high_year, rounds=(Round(id="r1", name="รอบ 6 เดือน"),))
    measure = draft(year, phrases).measures[0]
    assert "ภายในวันที่" in measure.followup


@pytest.mark.parametrize("number", [2566, 2567, 2568])
def test_in_a_year_that_goes_by_topics_every_topic_is_served(make_year, phrases, number):
    year = make_year(number, " ".join(["99"] * 10))
    drafted = draft(year, phrases)
    served = {measure.topic for measure in drafted.measures}
    if year.framework.preset == "seven-topics":
        assert served >= {topic.number for topic in year.framework.topics}
    assert served <= {topic.number for topic in year.framework.topics} | {None}


def test_a_year_without_topics_has_none(make_year, phrases):
    drafted = draft(make_year(2565, " ".join(["80"] * 10)), phrases)
    assert {m.topic for m in drafted.measures} == {None}
    assert {f.topic for f in drafted.findings} == {None}


def test_what_is_weakest_gets_the_measure_that_mends_it(make_year, phrases):
    """Not the talk about it: the first measure of an item is the one that changes something."""
    year = make_year(2568, " ".join(["60"] * 10), {"i2": "45"})
    measure = next(m for m in draft(year, phrases).measures if m.items == ("i2",))
    entry = phrases.item("iit-equal-treatment")
    assert measure.title == entry.measures[0].title
