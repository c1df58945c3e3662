"""To what a figure belongs: sentences as offices write them, with the figures right and with one of them wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Finding, Year
from ita_desktop.review import review, review_text
from ita_desktop.thai.digits import to_thai

RIGHT = (
    "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ลดลงจากปีก่อน 0.41",
    "ข้อ e7 ได้ 80.40 คะแนน และข้อ e9 ได้ 82.20 คะแนน",
    "จุดอ่อน คือ ข้อ i4 (94.40 คะแนน) และข้อ i5 (98.12 คะแนน)",
    "ข้อ i4 และ i5 ได้ 94.40 และ 98.12 คะแนน ตามลำดับ",
    "ข้อ o1-o5 , o7-o11 และ o13-o26 (100 คะแนน)",
    "ผลการประเมินมีคะแนนรวม 88.98 คะแนน อยู่ในระดับผ่านดี",
    "เทศบาลตำบลตัวอย่าง มีผลคะแนนเท่ากับร้อยละ 88.98 คะแนน อยู่ในระดับผ่านดี",
    "2. การใช้งบประมาณ 96.00 คะแนน",
    "การใช้อำนาจ (IIT) ได้คะแนนการประเมินร้อยละ 97.33",
    "ตัวชี้วัดที่ 10 ลดลงจาก 90.00 คะแนน เป็น 80.00 คะแนน",
    "ตัวชี้วัดที่ 10 การป้องกันการทุจริต ลดลงเหลือ 80.00 คะแนน จากเดิม 90.00 คะแนน",
    "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ปี 2567 ได้ 87.17 คะแนน ปี 2568 ได้ 89.33 คะแนน เพิ่มขึ้น 2.16 คะแนน",
    "คะแนนเฉลี่ยรายเครื่องมือ ได้แก่ IIT ได้ 93.55 คะแนน EIT ได้ 89.39 คะแนน และ OIT ได้ 85.25 คะแนน",
    "EIT ส่วนที่ 1 ได้ 92.16 คะแนน และ EIT ส่วนที่ 2 ได้ 86.62 คะแนน",
    "ตัวชี้วัดที่ 8 ได้ 83.17 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน อยู่ 1.83 คะแนน",
    "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.2 คะแนน",
    "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน สะท้อนปัญหาด้านการใช้อำนาจ ตัวชี้วัดนี้ต่ำกว่า 85 คะแนน",
    "ข้อ o6 และข้อ o12 ไม่ได้คะแนน ส่วนข้อ o13 ได้คะแนนเต็ม",
    "ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ 85 จำนวน 2 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน และตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    "ตัวชี้วัดที่เพิ่มขึ้นมี 6 ตัวชี้วัด และลดลง 4 ตัวชี้วัด",
    "ทุกเครื่องมือมีคะแนนตั้งแต่ 85 คะแนนขึ้นไป",
)
"""All true of the sample's year 2568."""

NO_CLAIM = (
    "ตั้งเป้าหมายให้ตัวชี้วัดที่ 8 ได้ 90.00 คะแนนในปีถัดไป",
    "ยกระดับให้ทุกตัวชี้วัดมีคะแนนเกิน 85 คะแนน",
    "ประชุมเวลา 13.30 น. ที่อาคาร 2.15 ชั้น 3",
    "ใช้งบประมาณ 15,000.00 บาท คิดเป็นร้อยละ 12.50 ของงบประมาณ",
    "ผู้เข้าอบรมร้อยละ 80 มีความพึงพอใจ",
    "แผนแม่บทกำหนดให้ร้อยละ 80 ของหน่วยงานภาครัฐมีคะแนน 85 คะแนนขึ้นไป",
    "ตามคำสั่งกระทรวงมหาดไทย ที่ 12/2560 ลงวันที่ 5 มกราคม 2560",
    "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 ข้อ 12",
    "ศึกษาดูงานเทศบาลเมืองทดลอง และเทศบาลตำบลใกล้เคียง",
    "เทศบาลตำบลทุกแห่งต้องประกาศแผน",
    "การประเมิน ITA เริ่มตั้งแต่ปีงบประมาณ พ.ศ. 2556 จนถึงปัจจุบัน",
    "ดำเนินการระหว่างวันที่ 1 ตุลาคม 2568 ถึงวันที่ 30 กันยายน 2569",
    "จัดกิจกรรม 3 ครั้ง มีผู้เข้าร่วม 45 คน ใน 2 หมู่บ้าน",
    "เจ้าหน้าที่ที่ได้รับมอบหมายรายการการจัดซื้อจัดจ้างของส่วนราชการการคลัง",
    "ผู้บริหารสูงสุดให้ความสำคัญสูงสุดกับตัวชี้วัดที่ 8 การปรับปรุงการทำงาน",
    "ข้อ o27 ของปี 2568 ตรงกับข้อ o34 ของปี 2567",
    "เผยแพร่ที่ https://www.tuayang.example/2565/o99_12.34.pdf",
    "บุคลากรบางส่วนยังใช้เวลานานเกินกว่าที่ควร",
    "ตรวจสอบแล้วถูกต้อง",
)
"""Nothing here says anything of the scores that could be false."""


def said_of(year: Year, text: str) -> list[Problem]:
    """By the review of the year and by that of a paper that says only this."""
    written = replace(year, findings=(*year.findings, Finding(id="said", topic=1, text=text)))
    here = [problem for problem in review(written) if problem.where.id == "said"]
    return [*(p for p in here if p.rule != "finding-without-measure"), *review_text(year, text)]


def worth_telling(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is not Severity.HINT]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_in_peace(year, text):
    assert worth_telling(said_of(year, text)) == []


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_right_in_thai_digits(year, text):
    assert worth_telling(said_of(year, to_thai(text))) == []


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_is_no_claim_is_left_in_peace(year, text):
    assert worth_telling(said_of(year, text)) == []


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 93.84 คะแนน", "93.84", "83.17"),
        ("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ลดลงจากปีก่อน 0.14", "0.14", "0.41"),
        ("ข้อ e7 ได้ 80.40 คะแนน และข้อ e9 ได้ 80.40 คะแนน", "80.40", "82.20"),
        ("จุดอ่อน คือ ข้อ i4 (94.40 คะแนน) และข้อ i5 (89.12 คะแนน)", "89.12", "98.12"),
        ("ข้อ i4 และ i5 ได้ 95.40 และ 98.12 คะแนน ตามลำดับ", "95.40", "94.40"),
        ("ผลการประเมินมีคะแนนรวม 88.89 คะแนน", "88.89", "88.98"),
        ("เทศบาลตำบลตัวอย่าง มีผลคะแนนเท่ากับร้อยละ 89.88 คะแนน", "89.88", "88.98"),
        ("๒. การใช้งบประมาณ ๙๐.๖๐ คะแนน", "๙๐.๖๐", "๙๖.๐๐"),
        ("ตัวชี้วัดที่ 10 ลดลงจาก 90.90 คะแนน เป็น 80.00 คะแนน", "90.90", "90.00"),
        ("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ปี 2567 ได้ 89.33 คะแนน", "89.33", "87.17"),
        ("EIT ส่วนที่ 2 ได้ 92.16 คะแนน", "92.16", "86.62"),
        ("ตัวชี้วัดที่ 8 ได้ 83.17 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน อยู่ 1.38 คะแนน", "1.38", "1.83"),
    ],
)
def test_a_wrong_figure_is_found_with_the_right_one(year, text, quote, expected):
    errors = [problem for problem in said_of(year, text) if problem.severity is Severity.ERROR]
    assert {(problem.quote, problem.expected) for problem in errors} == {(quote, expected)}


def test_a_table_of_two_years_is_read_by_its_head(year):
    table = "ตัวชี้วัด\tผลคะแนนปี 2567\tผลคะแนนปี 2568\tการเปลี่ยนแปลง\n{row}"
    right = "ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT)\t90.00\t80.00\tลดลง -10.00"
    assert worth_telling(list(review_text(year, table.format(row=right)))) == []
    changed_about = "ตัวชี้วัดที่ 10 การป้องกันการทุจริต (OIT)\t80.00\t90.00\tลดลง -10.00"
    assert [problem.quote for problem in review_text(year, table.format(row=changed_about))] == ["80.00", "90.00"]


def test_where_nobody_can_tell_what_is_meant_it_is_a_question_and_no_error(year):
    (problem,) = worth_telling(list(review_text(year, "ประชาชนพึงพอใจมากขึ้น เห็นได้จากคะแนน 81.71 คะแนน")))
    assert problem.rule == "unknown-figure"
    assert problem.severity is Severity.WARNING
    assert problem.fix is None
