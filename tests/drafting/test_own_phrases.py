"""The office's own phrases: saved from a finished record, used before ours, carried to the next year, shared."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.drafting.choosing import wordings
from ita_desktop.drafting.drafting import draft
from ita_desktop.drafting.entries import Suggestion
from ita_desktop.drafting.own import OwnPhrases, advice_from, measure_from

ADVICE = "ข้อ i2 ควรจัดเวรเจ้าหน้าที่ต้อนรับประจำจุดบริการของเทศบาลตำบลตัวอย่าง (อ้างอิงจาก o9) ในปี 2569"
MEASURE = Measure(
    id="m1",
    indicator=1,
    items=("i2",),
    title="มาตรการเจ้าหน้าที่ต้อนรับ ปี 2569",
    steps=("จัดเวรต้อนรับ", "ประเมินความพึงพอใจ", "รายงานนายก"),
    owners=("กองช่าง",),
)


def test_advice_is_saved_without_what_is_true_of_one_year_only(high_year):
    key, text = advice_from(high_year, Finding(id="f1", indicator=1, items=("i2",), advice=ADVICE))
    assert key == "items.iit-equal-treatment"
    assert text == "จัดเวรเจ้าหน้าที่ต้อนรับประจำจุดบริการของ{office}{ref:service-manual} ในปี {measures_year}"


def test_saved_advice_comes_back_in_another_year_under_its_codes(make_year, high_year, phrases):
    key, text = advice_from(high_year, Finding(id="f1", indicator=1, items=("i2",), advice=ADVICE))
    own = phrases.with_own(OwnPhrases().with_advice(key, text))
    year = make_year(2567, " ".join(["80"] * 10), {"i2": "60"})
    (fix,) = [f for f in draft(year, own).findings if f.items == ("i2",)]
    assert "จัดเวรเจ้าหน้าที่ต้อนรับประจำจุดบริการของเทศบาลตำบลตัวอย่าง (อ้างอิงจาก o11) ในปี 2568" in fix.advice


def test_a_measure_saved_is_proposed_before_ours_and_ours_can_still_be_chosen(make_year, high_year, phrases):
    key, suggestion = measure_from(high_year, MEASURE)
    own = phrases.with_own(OwnPhrases().with_measure(key, suggestion))
    year = make_year(2567, " ".join(["80"] * 10), {"i2": "60"})
    year = draft(year, own).on(year)
    (measure,) = [m for m in year.measures if m.items == ("i2",)]
    assert measure.title == "มาตรการเจ้าหน้าที่ต้อนรับ ปี 2568"
    assert measure.steps == MEASURE.steps
    assert measure.owners == ("กองช่าง",)
    assert measure.followup
    titles = {one.value for one in wordings(year, own, measure, "title")}
    assert titles > {measure.title}


@pytest.mark.parametrize(
    "advice",
    ["", "ควรดูแลข้อที่ได้ 98.84 คะแนน", "ควรทำร่วมกับข้อ i5", "ควรทำตามแนวทาง (อ้างอิงจาก o99)"],
)
def test_what_cannot_serve_again_is_refused_with_a_reason(high_year, advice):
    with pytest.raises(WrongUsage):
        advice_from(high_year, Finding(id="f1", indicator=1, items=("i2",), advice=advice))


def test_a_measure_without_steps_is_nothing_to_keep(high_year):
    with pytest.raises(WrongUsage, match="ยังไม่มีชื่อหรือขั้นตอน"):
        measure_from(high_year, replace(MEASURE, steps=("", " ")))


def test_a_record_about_nothing_cannot_be_kept(high_year):
    with pytest.raises(WrongUsage, match="ยังไม่ระบุตัวชี้วัด"):
        advice_from(high_year, Finding(id="f1", advice="ควรทำ"))


def test_a_record_about_an_indicator_or_a_topic_is_kept_under_it(high_year):
    assert advice_from(high_year, Finding(id="f1", indicator=8, advice="ควรทำ"))[0] == "indicators.8"
    assert advice_from(high_year, Finding(id="f1", topic=2, advice="ควรทำ"))[0] == "topics.2"


def test_braces_of_the_officer_are_no_gaps(high_year, phrases):
    key, text = advice_from(high_year, Finding(id="f1", indicator=8, advice="ควรใช้แบบ {ก}"))
    own = phrases.with_own(OwnPhrases().with_advice(key, text))
    year = replace(high_year, item_scores={}, indicator_scores={8: high_year.indicator_scores[8] - 30})
    assert "ใช้แบบ {ก}" in draft(year, own).findings[0].advice


def test_own_phrases_survive_the_way_out_and_in(high_year):
    key, suggestion = measure_from(high_year, MEASURE)
    own = OwnPhrases().with_measure(key, suggestion).with_advice("indicators.8", "รับฟังประชาชนของ{office}")
    again = OwnPhrases.from_json(json.loads(json.dumps(own.to_json(), ensure_ascii=False)))
    assert again == own
    assert own.merged(again) == own
    assert own.without(key, suggestion).measures == {}


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"format": "ita-phrases/2"},
        {"format": "ita-phrases/1", "advice": []},
        {"format": "ita-phrases/1", "advice": {"indicators.8": "ควรทำ"}},
        {"format": "ita-phrases/1", "advice": {"indicators.8": ["ได้ {score} คะแนน"]}},
        {"format": "ita-phrases/1", "advice": {"indicators.8": ["{"]}},
        {"format": "ita-phrases/1", "measures": {"indicators.8": [{"title": "", "steps": []}]}},
        {"format": "ita-phrases/1", "measures": {"indicators.8": [{"title": "ก", "steps": "ข"}]}},
        {"format": "ita-phrases/1", "measures": {"indicators.8": ["ก"]}},
    ],
)
def test_a_file_that_is_no_list_of_phrases_is_refused_whole(data):
    with pytest.raises(WrongUsage):
        OwnPhrases.from_json(data)


def test_phrases_about_what_no_shipped_phrase_knows_are_used_all_the_same(make_year, phrases):
    own = phrases.with_own(
        OwnPhrases()
        .with_measure("indicators.8", Suggestion(title="ของเราเอง", steps=("ก", "ข", "ค")))
        .with_advice("items.new-item", "ทำตามแบบใหม่")
    )
    year = make_year(2568, " ".join(["80"] * 10))
    assert "ของเราเอง" in {m.title for m in draft(year, own).measures}
    assert own.item("new-item")
