"""Small official Thai reads as an official would write it."""

from datetime import date
from decimal import Decimal

import pytest
import sample_year

from ita_desktop.domain.records import Measure, Office
from ita_desktop.papers import wording


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("0.81", "เพิ่มขึ้น +0.81"),
        ("-6.55", "ลดลง -6.55"),
        ("0", "คงเดิม"),
        ("0.004", "คงเดิม"),
        ("-0.004", "คงเดิม"),
        ("0.005", "เพิ่มขึ้น +0.01"),
    ],
)
def test_a_change_is_told_by_word_and_sign(change, words):
    assert wording.change(Decimal(change)) == words


def test_what_is_not_known_is_said_to_be_unknown_and_never_zero():
    assert wording.score(None) == wording.points(None) == wording.percent(None) == wording.change(None) == "ไม่มีข้อมูล"


def test_a_score_keeps_its_two_decimals():
    assert wording.score(Decimal("86.5")) == "86.50"
    assert wording.percent(Decimal(100)) == "ร้อยละ 100.00"
    assert wording.points(Decimal("83.4")) == "83.40 คะแนน"


def test_a_period_is_the_officers_words_or_else_the_dates():
    first, last = date(2025, 10, 1), date(2026, 9, 30)
    assert wording.period(Measure(id="m", period_text="ตลอดปี", start=first)) == "ตลอดปี"
    assert wording.period(Measure(id="m", start=first, end=last)) == "1 ตุลาคม 2568 ถึง 30 กันยายน 2569"
    assert wording.period(Measure(id="m", end=last)) == "ภายใน 30 กันยายน 2569"
    assert wording.period(Measure(id="m", start=first)) == "ตั้งแต่ 1 ตุลาคม 2568"
    assert wording.period(Measure(id="m", start=last, end=last)) == "30 กันยายน 2569"
    assert wording.period(Measure(id="m")) == ""


def test_an_extended_measure_names_its_new_end_beside_the_planned_one():
    measure = Measure(id="m", end=date(2026, 1, 31), revised_end=date(2026, 5, 29))
    assert wording.period(measure) == "ภายใน 31 มกราคม 2569 (ขยายเวลาถึง 29 พฤษภาคม 2569)"


@pytest.mark.parametrize(
    ("office", "head", "clerk"),
    [
        ("เทศบาลตำบลตัวอย่าง", "นายกเทศมนตรีตำบลตัวอย่าง", "ปลัดเทศบาลตำบลตัวอย่าง"),
        ("เทศบาลเมืองสมมติ", "นายกเทศมนตรีเมืองสมมติ", "ปลัดเทศบาลเมืองสมมติ"),
        ("องค์การบริหารส่วนตำบลตัวอย่าง", "นายกองค์การบริหารส่วนตำบลตัวอย่าง", "ปลัดองค์การบริหารส่วนตำบลตัวอย่าง"),
        ("โรงเรียนตัวอย่าง", "", ""),
    ],
)
def test_the_head_of_an_office_is_known_by_its_kind(office, head, clerk):
    assert wording.head_of(Office(name=office)) == head
    assert wording.clerk_of(Office(name=office)) == clerk


def test_a_place_is_written_with_its_words_once():
    typed = Office(name="x", district="อำเภอสมมติ", province="จังหวัดตัวอย่าง")
    bare = Office(name="x", district="สมมติ", province="ตัวอย่าง")
    assert wording.place(typed) == wording.place(bare) == "อำเภอสมมติ จังหวัดตัวอย่าง"
    assert wording.place(Office(name="x", district="เขตสมมติ", province="กรุงเทพมหานคร")) == "เขตสมมติ กรุงเทพมหานคร"


def test_what_a_member_answers_for_is_written_out():
    rules = sample_year.framework(2568)
    assert wording.in_charge_of(rules, "7") == "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"
    assert wording.in_charge_of(rules, "9.1") == "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน"
    assert wording.in_charge_of(rules, "o4") == "ข้อ o4 ข่าวประชาสัมพันธ์"
    assert wording.in_charge_of(rules, "งานสารบรรณ") == "งานสารบรรณ"


def test_the_items_that_measures_serve_are_those_of_the_year():
    assert "ข้อ o27 มาตรการ" in wording.evidence_items(sample_year.framework(2568))
    assert "ข้อ o28 รายงานผล" in wording.evidence_items(sample_year.framework(2568))
    assert "ข้อ o42 " in wording.evidence_items(sample_year.framework(2565))


def test_an_unconfirmed_announcement_day_is_not_printed():
    assert wording.announced(sample_year.framework(2566)) == date(2023, 8, 10)
    assert wording.announced(sample_year.framework(2568)) is None


def test_a_letter_level_stands_apart_from_its_word():
    assert wording.level_words("A") == "ระดับ A"
    assert wording.level_words("ผ่านดี") == "ระดับผ่านดี"


def test_an_undated_paper_leaves_room_to_write():
    assert wording.date_with_era(date(2023, 1, 26)) == "26 มกราคม พ.ศ. 2566"
    assert wording.date_with_era(None).count("...") > 3


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("นายกเทศมนตรีตำบลตัวอย่าง", "ปฏิบัติราชการแทนนายกเทศมนตรีตำบลตัวอย่าง"),
        ("ปฏิบัติราชการแทนนายกเทศมนตรี", "ปฏิบัติราชการแทนนายกเทศมนตรี"),
        ("รักษาราชการแทนปลัดเทศบาล", "รักษาราชการแทนปลัดเทศบาล"),
        ("ปฏิบัติหน้าที่นายกเทศมนตรี", "ปฏิบัติหน้าที่นายกเทศมนตรี"),
    ],
)
def test_whoever_acts_for_another_never_seems_to_hold_both_posts(typed, printed):
    assert wording.acting_for(typed) == printed


def test_what_costs_nothing_says_so():
    assert wording.budget(Decimal(0)) == "ไม่ใช้งบประมาณ"
    assert wording.budget(Decimal(25000)) == "งบประมาณ 25,000 บาท"


def test_money_is_written_in_baht():
    assert wording.baht(Decimal(25000)) == "25,000 บาท"
    assert wording.baht(Decimal("1234.5")) == "1,234.50 บาท"


@pytest.mark.parametrize(
    ("division", "head"),
    [
        ("สำนักปลัดเทศบาล", "หัวหน้าสำนักปลัดเทศบาล"),
        ("สำนักคลัง", "ผู้อำนวยการสำนักคลัง"),
        ("กองช่าง", "ผู้อำนวยการกองช่าง"),
        ("หน่วยตรวจสอบภายใน", "หัวหน้าหน่วยตรวจสอบภายใน"),
        ("นิติกร", ""),
    ],
)
def test_the_head_of_a_division_is_called_by_the_kind_of_it(division, head):
    assert wording.head_of_division(division) == head
