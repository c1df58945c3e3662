"""Sentences as officers write them: a true one is left in peace, a false one is mended with the right figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.domain.problems import Problem
from ita_desktop.domain.records import Finding, Remark, Year
from ita_desktop.review import review

TODAY = date(2026, 10, 15)


def problems(year: Year, text: str) -> list[Problem]:
    said = replace(year, findings=(*year.findings, Finding(id="example", topic=1, text=text)))
    return [one for one in review(said, TODAY) if one.where.id == "example" and one.where.field == "text"]


@pytest.mark.parametrize(
    "text",
    [
        "น้ำหนักคะแนน IIT ร้อยละ 30 EIT ร้อยละ 30 และ OIT ร้อยละ 40",
        "ค่าน้ำหนัก IIT (ภายใน) ร้อยละ 30 และ OIT คิดเป็นร้อยละ 40",
        "ดำเนินการตามมาตรการแล้ว ปีงบประมาณ พ.ศ. 2567 ได้คะแนนรวม 90.90 คะแนน",
        "ปีก่อนได้คะแนนรวม 90.90 คะแนน",
        "รายข้อ i1-i3 เฉลี่ย 96.03 คะแนน",
        "สูงกว่าค่าเฉลี่ยของประเทศ 93.05 คะแนน",
        "มี 8 ตัวชี้วัดที่เกิน 85 คะแนน และมี 2 ตัวชี้วัดที่ต่ำกว่า 85 คะแนน",
        "มาตรการทั้งหมด 6 มาตรการ",
        "มุ่งให้ผ่านเกณฑ์ทุกตัวชี้วัดในปีต่อไป",
        "ปี 2566 ได้คะแนนรวม 86.30 คะแนน",
        "เมื่อเปรียบเทียบกับปี 2567 คะแนนรวม 88.98 คะแนน ลดลง 1.92 คะแนน",
        "EIT ส่วนที่ 1 ได้ 92.16 คะแนน ส่วนที่ 2 ได้ 86.62 คะแนน",
        "ตั้งเป้าคะแนนรวมปีงบประมาณ พ.ศ. 2569 ไว้ที่ 92 คะแนน",
        "ผ่านเกณฑ์ 8 ตัวชี้วัด ไม่ผ่าน 2 ตัวชี้วัด",
        "แบบวัด IIT มี 5 ตัวชี้วัด และ EIT มี 1 ตัวชี้วัดที่ต่ำกว่า 85 คะแนน",
        "จัดไว้ในที่ที่ประชาชนเห็นได้ง่าย",
    ],
)
def test_a_true_sentence_is_left_in_peace(year, text):
    assert problems(year, text) == []


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("น้ำหนักคะแนน IIT ร้อยละ 40", "weight-in-text", "30"),
        ("IIT มีน้ำหนักร้อยละ 40 รายละเอียดตามคู่มือ", "weight-in-text", "30"),
        ("ปีก่อนได้คะแนนรวม 91.90 คะแนน", "score-in-text", "90.90"),
        ("รายข้อ i1-i3 เฉลี่ย 69.03 คะแนน", "score-in-text", "96.03"),
        ("มี 9 ตัวชี้วัดที่เกิน 85 คะแนน", "count-in-text", "8"),
        ("ปี 2566 ได้คะแนนรวม 88.98 คะแนน", "score-in-text", "86.30"),
        ("EIT ส่วนที่ 1 ได้ 92.16 คะแนน ส่วนที่ 2 ได้ 68.62 คะแนน", "score-in-text", "86.62"),
        ("พบว่า 3 ตัวชี้วัดมีคะแนนต่ำกว่า 85", "count-in-text", "2"),
        ("ผ่านเกณฑ์ 9 ตัวชี้วัด", "count-in-text", "8"),
        ("แบบวัด IIT ประกอบด้วย 6 ตัวชี้วัด", "count-in-text", "5"),
        ("มาตรการทั้งหมด 7 มาตรการ", "measures-counted", "6"),
        ("ข้อ e9 การให้บริการออนไลน์ (E-Service) และข้อ i10 การให้บริการออนไลน์ (E-Service)", "code-with-other-title", "e9"),
        ("ผลการประเมินผ่านเกณฑ์ทั้ง 10 ตัวชี้วัด", "claim-about-all", None),
        ("บรรลุค่าเป้าหมายทุกตัวชี้วัด", "claim-about-all", None),
        ("ปรับปรุงงานและและติดตามผล", "word-twice", "และ"),
    ],
)
def test_a_false_sentence_is_found_with_what_is_right(year, text, rule, fix):
    (found,) = [one for one in problems(year, text) if one.rule == rule]
    assert found.fix == fix


def test_a_dash_does_not_stand_for_an_owner_or_a_follow_up(year):
    dashed = replace(year.measures[0], owners=("-",), followup="–")
    said = review(replace(year, measures=(dashed, *year.measures[1:])), TODAY)
    assert {one.where.field for one in said if one.rule == "measure-incomplete"} == {"owners", "followup"}


def test_a_remark_on_an_item_that_the_year_does_not_have_is_found(year):
    said = review(replace(year, remarks=(*year.remarks, Remark(item="o40", text="ไม่พบข้อมูล"))), TODAY)
    assert [one.quote for one in said if one.rule == "record-item-outside-year"] == ["o40"]


def test_scores_that_lack_are_named_but_a_year_without_any_is_left_in_peace(year):
    some = replace(year, indicator_scores={n: s for n, s in year.indicator_scores.items() if n not in (3, 9)})
    assert [one.where.id for one in review(some, TODAY) if one.rule == "score-missing"] == ["3", "9"]
    none = replace(year, indicator_scores={})
    assert not [one for one in review(none, TODAY) if one.rule == "score-missing"]
