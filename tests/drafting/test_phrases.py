"""The phrases themselves: complete for every item of every year, plain official Thai, no gap that stays open."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from reading_drafts import doubled, references

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.drafting.template import (
    PLACEHOLDERS,
    PhraseTrouble,
    fill,
    parts_of,
    placeholders,
)

RESOURCES = Path(__file__).parents[2] / "resources"


def no_codes(meaning: str) -> str:
    return ""


def everything_said(phrases: Phrases) -> list[str]:
    said = [text for variants in phrases.sentences.values() for text in variants]
    for entry in phrases.entries.values():
        said += [text for variants in entry.said.values() for text in variants]
        for measure in entry.measures:
            said += [measure.title, *measure.steps, measure.followup, *measure.evidence]
    return [text for text in said if text]


# ------------------------------------------------------------------------------------------------------ complete


def test_every_item_of_every_year_has_its_phrases(phrases, frameworks):
    meanings = {item.meaning for name in frameworks.names() for item in frameworks.get(name).items}
    missing = sorted(meaning for meaning in meanings if phrases.item(meaning) is None)
    assert missing == []
    assert len(meanings) > 90


def test_every_indicator_and_topic_has_its_phrases(phrases, frameworks):
    assert all(phrases.indicator(number) for number in range(1, 11))
    for topic in frameworks.get("2567").topics:
        entry = phrases.topic(topic.number)
        assert entry
        assert entry.measures


@pytest.mark.parametrize("year", [2567, 2568])
def test_every_item_of_the_current_years_has_two_measures_or_more(phrases, frameworks, year):
    for item in frameworks.for_year(year).items:
        entry = phrases.item(item.meaning)
        assert entry
        assert len(entry.measures) >= 2, item.meaning


def test_a_reference_names_an_item_that_some_year_has(phrases, frameworks):
    meanings = {item.meaning for name in frameworks.names() for item in frameworks.get(name).items}
    named = {meaning for text in everything_said(phrases) for meaning in references(text)}
    assert named
    assert named <= meanings


def test_the_seven_topics_are_served_by_items(phrases):
    topics = {entry.topic for key, entry in phrases.entries.items() if key.startswith("items.")}
    assert topics == {1, 2, 3, 4, 5, 6, 7}


# ------------------------------------------------------------------------------------------------- well written


def test_no_sentence_is_there_twice(phrases):
    frames = {text for key, variants in phrases.sentences.items() if ".advice." in key for text in variants}
    frames |= {text for key, variants in phrases.sentences.items() if key.endswith("line.advice") for text in variants}
    frames |= {proof for entry in phrases.entries.values() for proof in entry.said.get("evidence", ())}
    frames |= {proof for entry in phrases.entries.values() for one in entry.measures for proof in one.evidence}
    counted = Counter(text for text in everything_said(phrases) if text not in frames)
    assert [text for text, count in counted.items() if count > 1] == []


def test_the_phrases_are_plain_official_thai(phrases):
    for text in everything_said(phrases):
        assert not re.search(r"[!?;]|\.\.\.|  |(?<! )ๆ|ๆ(?=[ก-ฮ])", text), text
        assert text == text.strip("\n ") or "\n" in text, text
        assert text.count("(") == text.count(")"), text
        assert not doubled(re.sub(r"{[^}]*}", "0", text)), text
        assert not re.search(r"[๐-๙]", text), f"digits are changed as a whole by the paper: {text}"


def test_what_is_good_and_weak_of_an_item_differ_and_the_weak_says_how_many(phrases):
    for key, entry in phrases.entries.items():
        if not key.startswith(("items.iit", "items.eit")):
            continue
        assert not set(entry.said["good"]) & set(entry.said["weak"])
        assert any("{some}" in text for text in entry.said["weak"]), key
        assert entry.about, key


def test_an_item_about_wrongdoing_is_named_by_its_absence(phrases):
    """A high score means that it does not happen: "การไม่เรียกรับสินบน (100.00 คะแนน)"."""
    wrongs = ("iit-bribe-demand", "iit-false-claims", "iit-personal-errands", "iit-wrongful-orders", "iit-post-trading")
    for meaning in (*wrongs, "iit-asset-private-use", "eit-bribe-demand"):
        entry = phrases.item(meaning)
        assert entry
        assert "ไม่" in entry.about


# --------------------------------------------------------------------------------------------------------- gaps

EXAMPLES = {
    "score": Decimal("98.836"),
    "mark": Decimal(85),
    "goal": Decimal("87.5"),
    "weight": Decimal(30),
    "number": 8,
    "year": 2568,
    "date": date(2025, 8, 18),
    "agencies": 8317,
}


def test_each_gap_is_written_in_its_own_way():
    text = fill("{score} {mark} {goal} {number} {year} {date} {agencies}", EXAMPLES, no_codes)
    assert text == "98.84 85 87.50 8 2568 18 สิงหาคม 2568 8,317"


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("{score}", {}),
        ("{score}", {"score": None}),
        ("{score}", {"score": 98.84}),
        ("{score}", {"score": "98.84"}),
        ("{number}", {"number": Decimal(8)}),
        ("{number}", {"number": True}),
        ("{year}", {"year": 2025}),
        ("{date}", {"date": "18 ส.ค."}),
        ("{name}", {"name": ""}),
        ("{mark}", {"mark": 85}),
    ],
)
def test_a_gap_without_a_fitting_value_is_refused(phrase, values):
    with pytest.raises(PhraseTrouble):
        fill(phrase, values, no_codes)


@pytest.mark.parametrize("phrase", ["{unknown}", "{0}", "{}", "{score:.1f}", "{score!r}", "{ref}", "{", "คะแนน }"])
def test_a_phrase_with_a_wrong_gap_is_refused(phrase):
    with pytest.raises(PhraseTrouble):
        parts_of(phrase)


def test_every_gap_of_every_phrase_is_known(phrases):
    for text in everything_said(phrases):
        assert placeholders(text) <= set(PLACEHOLDERS)


def test_a_reference_prints_the_code_of_the_year():
    codes = {"work-manual": "o8", "e-service": "o10"}
    assert fill("คู่มือ{ref:work-manual} ให้ครบ", {}, lambda m: codes.get(m, "")) == "คู่มือ (อ้างอิงจาก o8) ให้ครบ"
    assert fill("งาน{ref:laws|e-service}", {}, lambda m: codes.get(m, "")) == "งาน (อ้างอิงจาก o10)"
    assert fill("งาน{ref:work-manual,e-service}", {}, lambda m: codes.get(m, "")) == "งาน (อ้างอิงจาก o8 และ o10)"
    assert fill("งาน{ref:laws}", {}, no_codes) == "งาน"


# ------------------------------------------------------------------------------------------------- broken files

GOOD = """
[iit-x]
owner = "all"
period = "year"
about = "เรื่องหนึ่ง"
good = ["ก", "ข"]
weak = ["ค{some}", "ง"]
advice = ["จ", "ฉ"]
followup = ["ช"]
evidence = ["ซ"]
[[iit-x.measures]]
title = "มาตรการหนึ่ง"
steps = ["หนึ่ง", "สอง", "สาม"]
"""
ARRANGED = '[owner]\nall = { name = "ทุกสำนัก/กอง", words = [] }\n[period]\nyear = { from = [1, 10], to = [30, 9] }\n'


def load(folder, items: str) -> Phrases:
    (folder / "items_test.toml").write_text(items, encoding="utf-8")
    (folder / "measures.toml").write_text(ARRANGED, encoding="utf-8")
    return Phrases.load(folder)


def test_a_small_file_of_phrases_is_read(tmp_path):
    entry = load(tmp_path, GOOD).item("iit-x")
    assert entry
    assert entry.measures[0].steps == ("หนึ่ง", "สอง", "สาม")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('good = ["ก", "ข"]', 'good = ["ก"]'),
        ('good = ["ก", "ข"]', 'good = ["ก", " "]'),
        ('weak = ["ค{some}", "ง"]', 'weak = ["ค{somme}", "ง"]'),
        ('owner = "all"', 'owner = "nobody"'),
        ('period = "year"', 'period = "never"'),
        ('steps = ["หนึ่ง", "สอง", "สาม"]', 'steps = ["หนึ่ง", "สอง"]'),
        ('title = "มาตรการหนึ่ง"', 'title = "มาตรการหนึ่ง"\nstep = "หนึ่ง"'),
        ('followup = ["ช"]', 'followup = ["ช"]\nfolowup = ["ช"]'),
    ],
)
def test_a_broken_file_of_phrases_is_refused(tmp_path, right, wrong):
    assert right in GOOD
    with pytest.raises(PhraseTrouble):
        load(tmp_path, GOOD.replace(right, wrong))


def test_a_missing_folder_is_told_in_plain_thai(tmp_path):
    with pytest.raises(FileTrouble, match="ไม่พบไฟล์ถ้อยคำ"):
        Phrases.load(tmp_path / "nowhere")


def test_loading_the_phrases_is_quick(phrases):
    import time

    start = time.perf_counter()
    Phrases.load(RESOURCES / "phrases")
    assert time.perf_counter() - start < 0.5
