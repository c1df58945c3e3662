"""What is said of strengths and weak points, and in which tone."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from reading_drafts import assert_all_holds, draft_of, items_with_scores, references

from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import FindingKind, Remark, StrengthRule
from ita_desktop.drafting.drafting import draft

SCOLDING = re.compile(r"เร่งด่วน|ต้องเร่ง|ต้องแก้ไข|จุดอ่อน|ไม่เชื่อมั่น|ปัญหาพื้นฐาน|ต่ำกว่าเกณฑ์|หละหลวม")
PRAISE = re.compile(r"สูงมาก|(?<!ไม่)เชื่อมั่นว่า|ได้ดี|อยู่ในเกณฑ์ดี|น่าพอใจ|รักษามาตรฐาน|ครบถ้วนมาก")


def of(drafted, number: int, *kinds: FindingKind):
    return [f for f in drafted.findings if f.indicator == number and (not kinds or f.kind in kinds)]


def test_the_published_years_are_drafted_with_their_own_figures(make_year, phrases, high_year, mixed_year, low_year):
    for year in (high_year, mixed_year, low_year):
        assert_all_holds(year, draft(year, phrases), phrases)


@pytest.mark.parametrize(
    ("number", "scores"),
    [
        (2564, "89.98 82.07 85.13 79.53 83.47 87.36 87.24 85.21 100 92.86"),
        (2565, "90.79 81.43 83.97 80.74 85.75 80.81 80.98 78.74 95.56 100"),
        (2565, "81.64 77.05 79.52 74.10 78.30 78.88 82.02 74.75 97.50 100"),
        (2566, "94.68 88.55 91.80 87.16 88.27 86.78 86.07 83.40 100 83.75"),
        (2567, "100 100 100 99.10 99.82 99.72 99.86 99.44 100 100"),
        (2568, "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00"),
    ],
)
def test_published_score_sets_hold(make_year, phrases, number, scores):
    year = make_year(number, scores)
    drafted = draft(year, phrases)
    assert_all_holds(year, drafted, phrases)
    strong = {f.indicator for f in drafted.findings if f.kind is FindingKind.STRENGTH}
    assert strong == {n for n, score in year.indicator_scores.items() if score >= 85}
    assert {f.indicator for f in drafted.findings if f.kind is FindingKind.FIX} == set(range(1, 11)) - strong


def test_an_indicator_at_99_is_not_scolded(high_year, phrases):
    drafted = draft(high_year, phrases)
    for number in range(1, 9):
        for finding in of(drafted, number):
            assert not SCOLDING.search(finding.text + finding.advice), finding.text
    for measure in drafted.measures:
        if measure.indicator in range(1, 9):
            assert not SCOLDING.search(measure.analysis), measure.analysis


def test_one_at_40_is_not_praised(make_year, phrases):
    items = {item.code: "40" for item in make_year(2568).framework.items if item.code[0] != "o"}
    year = make_year(2568, " ".join(["40"] * 10), items)
    for finding in draft(year, phrases).findings:
        assert finding.kind is FindingKind.FIX
        assert not PRAISE.search(finding.text), finding.text


def test_items_are_missed_only_in_a_year_of_which_some_are_known(make_year, phrases):
    scores = " ".join(["80"] * 10)
    without = draft(make_year(2565, scores), phrases)
    assert not any("คะแนนรายข้อ" in f.text for f in without.findings), "ten times the same would be a nuisance"
    some = draft(make_year(2565, scores, {"i1": "70"}), phrases)
    assert not any("คะแนนรายข้อ" in f.text for f in of(some, 1))
    assert all("รายข้อ" in f.text for number in range(2, 11) for f in of(some, number))


def test_the_best_of_a_poor_year_is_strong_only_beside_the_others(make_year, phrases):
    year = make_year(2568, "62 55 48 41 40 39 38 37 36 35", strength_rule=StrengthRule(top=3))
    drafted = draft(year, phrases)
    (best,) = of(drafted, 1, FindingKind.STRENGTH)
    assert "62.00 คะแนน" in best.text
    assert "85 คะแนน" in best.text
    assert not PRAISE.search(best.text)
    assert of(drafted, 1, FindingKind.IMPROVE), "it still has to reach the mark"


def test_what_lies_outside_the_best_three_but_reaches_the_mark_is_nothing_to_mend(make_year, phrases):
    year = make_year(2568, "99 98 97 96 95 94 93 92 91 90", strength_rule=StrengthRule(top=3))
    drafted = draft(year, phrases)
    assert {f.kind for number in range(4, 11) for f in of(drafted, number)} == {FindingKind.IMPROVE}
    assert not any(SCOLDING.search(f.text) for f in drafted.findings)


def test_exactly_the_mark_is_a_strength(make_year, phrases):
    drafted = draft(make_year(2568, "85 84.99 85 85 85 85 85 85 85 85"), phrases)
    assert [f.kind for f in of(drafted, 1)] == [FindingKind.STRENGTH, FindingKind.IMPROVE]
    assert [f.kind for f in of(drafted, 2)] == [FindingKind.FIX]
    assert "0.01 คะแนน" in of(drafted, 2)[0].text


def test_an_office_at_99_keeps_and_raises_its_lowest_items(high_year, phrases):
    (keep,) = of(draft(high_year, phrases), 1, FindingKind.KEEP)
    assert keep.items == ("i2",)
    assert ("i2", "98.84") in list(items_with_scores(keep.text))
    assert keep.advice


def test_full_marks_are_kept_without_inventing_a_fault(make_year, phrases):
    items = {item.code: "100" for item in make_year(2568).framework.items}
    drafted = draft(make_year(2568, " ".join(["100"] * 10), items), phrases)
    for number in range(1, 11):
        (strength,) = of(drafted, number)
        assert strength.kind is FindingKind.STRENGTH
        assert "เต็ม" in strength.text
        assert strength.advice
        assert not re.search(r"(?<!10)0\.00", strength.text)
        assert [m.findings for m in drafted.measures if m.indicator == number] == [(strength.id,)]


def test_topics_want_what_is_kept_up_as_a_finding_of_their_own(make_year, phrases):
    drafted = draft(make_year(2567, " ".join(["100"] * 10)), phrases)
    assert {finding.topic for finding in drafted.findings if finding.kind is FindingKind.KEEP} >= {1, 3, 4, 5, 6, 7}


@pytest.mark.parametrize("score", ["0", "40.00", "97.30", "100"])
def test_the_only_item_that_is_known_is_neither_the_best_nor_the_lowest(make_year, phrases, score):
    year = make_year(2568, " ".join(["99.10"] * 10), {"i10": score, "o3": score})
    drafted = draft(year, phrases)
    for number in (4, 9):
        (strength,) = of(drafted, number, FindingKind.STRENGTH)
        assert not list(items_with_scores(strength.text))
        told = " ".join(finding.text for finding in of(drafted, number))
        assert not re.search("สูงสุด|น้อยที่สุด|ต่ำที่สุด|น้อยกว่าข้ออื่น", told)
    analyses = " ".join(measure.analysis for measure in drafted.measures)
    assert not re.search("ต่ำที่สุด|น้อยที่สุด|น้อยกว่าข้ออื่น", analyses)


def test_two_known_items_of_three_are_not_called_all_of_them(make_year, phrases):
    drafted = draft(make_year(2568, " ".join(["99.44"] * 10), {"e8": "99.16", "e9": "99.16"}), phrases)
    told = " ".join(finding.text for finding in of(drafted, 8))
    assert "99.16" in told
    assert "ทุกข้อ" not in told


def test_a_high_score_is_not_told_to_be_the_last_of_all(high_year, phrases):
    drafted = draft(high_year, phrases)
    for finding in drafted.findings:
        if finding.kind is FindingKind.STRENGTH and (place := re.search(r"อันดับที่ (\d+)", finding.text)):
            assert int(place[1]) <= 5


def test_missing_published_items_are_to_be_improved_even_where_the_indicator_is_strong(high_year, phrases):
    drafted = draft(high_year, phrases)
    (improve,) = of(drafted, 9, FindingKind.IMPROVE)
    assert improve.items == ("o6", "o15")
    (fix,) = of(drafted, 10, FindingKind.FIX)
    assert fix.items == ("o27",)


def test_many_failed_items_are_drawn_together_and_none_is_lost(make_year, phrases):
    failed = {f"o{place}" for place in range(1, 21)} - {"o4", "o9"}
    items = {f"o{place}": "0" if f"o{place}" in failed else "100" for place in range(1, 21)}
    (fix,) = of(draft(make_year(2568, "90 90 90 90 90 90 90 90 10 90", items), phrases), 9, FindingKind.FIX)
    assert set(fix.items) == failed
    assert {code for code, _ in items_with_scores(fix.text)} >= failed
    assert "o10–o20" in fix.text


def test_the_change_from_last_year_is_told_and_what_it_means(mixed_year, phrases):
    drafted = draft(mixed_year, phrases)
    assert "81.43 คะแนน" in of(drafted, 2, FindingKind.STRENGTH)[0].text
    assert "7.12 คะแนน" in of(drafted, 2, FindingKind.STRENGTH)[0].text
    fell = of(drafted, 10, FindingKind.FIX)[0].text
    assert "16.25 คะแนน" in fell
    assert re.search("ลดลง|ต่ำกว่า", fell)


def test_a_weakness_that_comes_back_is_named_as_one(mixed_year, phrases):
    text = of(draft(mixed_year, phrases), 8, FindingKind.FIX)[0].text
    assert re.search(r"2 ปี", text)


def test_advice_rests_on_items_by_the_years_own_codes(make_year, phrases):
    """The same advice names o15 in 2566 and o9 in 2568: both are the manual of services."""
    said = set()
    for number in (2565, 2566, 2567, 2568):
        year = make_year(number, " ".join(["80"] * 10), {"e1": "40", "i1": "50"})
        meanings = {item.code: item.meaning for item in year.framework.items}
        for finding in draft(year, phrases).findings:
            for cited in re.findall(r"อ้างอิงจาก ([^)]*)", finding.advice):
                for code in re.findall(r"o\d+", cited):
                    said.add((number, meanings[code]))
                    entry = phrases.item(meanings[finding.items[0]]) if finding.items else None
                    told = [phrases.item(meanings[item]) for item in finding.items]
                    named = {m for e in told if e for text in e.said["advice"] for m in references(text)}
                    assert entry is None or meanings[code] in named, finding.advice
    assert len({number for number, _ in said}) == 4


def test_what_the_assessor_remarked_is_pointed_to(high_year, phrases):
    year = replace(high_year, remarks=(Remark(item="o27", text="ไม่พบแนวทางกำกับติดตาม"),))
    text = of(draft(year, phrases), 10, FindingKind.FIX)[0].text
    assert "ข้อ o27" in text
    assert "ข้อเสนอแนะ" in text
    assert "ไม่พบแนวทางกำกับติดตาม" not in text, "the remark is printed once, in its own section"


def test_an_item_the_office_added_itself_is_written_about_all_the_same(make_year, phrases):
    from ita_desktop.domain.framework import Item

    year = make_year(2568, " ".join(["80"] * 10), {"i16": "60"})
    added = Item(code="i16", title="การใช้ {ระบบ} ใหม่", indicator=1)
    year = replace(year, framework=replace(year.framework, items=(*year.framework.items, added)))
    drafted = draft(year, phrases)
    (fix,) = of(drafted, 1)
    assert "การใช้ {ระบบ} ใหม่ (60.00 คะแนน)" in fix.text
    measure = next(m for m in drafted.measures if m.items == ("i16",))
    assert "{ระบบ}" in measure.title


def test_an_indicator_of_a_reform_is_written_about_in_general_words(make_year, phrases):
    from ita_desktop.domain.framework import Indicator

    year = make_year(2568, " ".join(["80"] * 10))
    framework = year.framework
    reform = Indicator(number=11, name="ธรรมาภิบาลข้อมูล", tool="OIT")
    scores = {**year.indicator_scores, 11: Decimal(60)}
    year = replace(
        year, framework=replace(framework, indicators=(*framework.indicators, reform)), indicator_scores=scores
    )
    drafted = draft(year, phrases)
    assert "ตัวชี้วัดที่ 11 ธรรมาภิบาลข้อมูล" in of(drafted, 11)[0].text
    assert next(m for m in drafted.measures if m.indicator == 11).steps


def test_items_without_their_indicators_score_are_still_found(make_year, phrases):
    year = make_year(2568, "- 90 90 90 90 90 90 90 90 90", {"i1": "70", "i2": "99"})
    (fix,) = of(draft(year, phrases), 1)
    assert fix.items == ("i1",)
    assert ("i1", "70.00") in list(items_with_scores(fix.text))


def test_every_text_knows_the_figures_it_was_made_from(mixed_year, phrases):
    (fix,) = of(draft(mixed_year, phrases), 8)
    basis = draft_of(fix, "text").basis
    assert basis["indicator.8"] == "83.40"
    assert basis["previous.indicator.8"] == "78.74"
    assert basis["item.e12"] == "70.02"
    assert "indicator.7" not in basis, "what it does not speak of does not make it stale"


def test_two_offices_with_the_same_scores_do_not_read_alike(high_year, phrases):
    names = ("เทศบาลตำบลตัวอย่าง", "เทศบาลตำบลสมมติ", "องค์การบริหารส่วนตำบลทดลอง")
    told = {
        tuple(f.text for f in draft(replace(high_year, office=replace(high_year.office, name=n)), phrases).findings)
        for n in names
    }
    assert len(told) > 1
    assert draft(high_year, phrases) == draft(high_year, phrases), "the same office always reads alike"


def test_in_a_year_by_topics_each_finding_speaks_of_one_topic(low_year, phrases):
    """So that the table of a topic tells its own faults, and no fault is told in two of them."""
    drafted = draft(low_year, phrases)
    asking = [f for f in drafted.findings if f.kind is not FindingKind.STRENGTH]
    meanings = {item.code: item.meaning for item in low_year.framework.items}
    for finding in asking:
        topics = {entry.topic for code in finding.items if (entry := phrases.item(meanings[code]))}
        assert topics <= {finding.topic}, finding
    assert len([f for f in asking if f.indicator == 9]) > 3
    for measure in drafted.measures:
        linked = [f for f in drafted.findings if f.id in measure.findings]
        assert {f.topic for f in linked} == {measure.topic}


def test_where_all_are_alike_nobody_is_the_first_of_ten(make_year, phrases):
    drafted = draft(make_year(2568, " ".join(["100"] * 10)), phrases)
    assert drafted.findings
    assert not [finding.text for finding in drafted.findings if "อันดับ" in finding.text]
    two_first = draft(make_year(2568, "100 100 95 94 93 92 91 90 89 88"), phrases)
    assert all("อันดับที่ 1" in finding.text for n in (1, 2) for finding in of(two_first, n, FindingKind.STRENGTH))


def test_an_indicator_of_a_reform_is_not_told_in_the_words_of_whatever_had_its_number(make_year, phrases):
    year = make_year(2568, "90 70 60 50")
    new = (
        Indicator(number=1, name="การปฏิบัติหน้าที่", tool="IIT"),
        Indicator(number=2, name="คุณภาพการดำเนินงาน", tool="EIT"),
        Indicator(number=3, name="การป้องกันการทุจริต", tool="OIT"),
        Indicator(number=4, name="ธรรมาภิบาลดิจิทัล", tool="OIT"),
    )
    rules = replace(year.framework, indicators=new, items=(), sub_indicators=(), topics=())
    drafted = draft(replace(year, framework=rules), phrases)
    for number, written in ((2, 6), (3, 10)):
        (finding,) = of(drafted, number)
        assert any(purpose in finding.text for purpose in phrases.indicator(written).said["purpose"])
    (unknown,) = of(drafted, 4)
    purposes = [text for number in range(1, 11) for text in phrases.indicator(number).said["purpose"]]
    assert "50.00" in unknown.text
    assert not any(purpose in unknown.text for purpose in purposes)


def test_the_only_item_of_an_indicator_is_not_compared_with_others(make_year, phrases):
    year = make_year(2568, "91", {"i1": "91"})
    one = year.framework.items[0]
    assert one.code == "i1"
    drafted = draft(replace(year, framework=replace(year.framework, items=(one,))), phrases)
    told = " ".join(finding.text for finding in of(drafted, 1))
    assert "91.00" in told
    assert not re.search("ข้ออื่น|สูงสุด|น้อยที่สุด|ต่ำที่สุด", told)
