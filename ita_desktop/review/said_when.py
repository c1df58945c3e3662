"""Whether words claim something at all, and of which year: much is hoped for, asked for, or told of the year before."""

from __future__ import annotations

import re

from ita_desktop.review.prose import Prose
from ita_desktop.review.speech import LAST_YEAR

_HOPED = re.compile(
    r"(?:(?<!ทำ)(?<!ผล)ให้|เพื่อ|เป้าหมาย|ต้อง|ควร|มุ่ง|หาก|ถ้า|กำหนด|ยกระดับ|คาด|จะ(?!เห็น|พบ)|(?<!การ)ใช้|ผลักดัน"
    r"|เมื่อ(?!เทียบ|เปรียบ|พิจารณา|จำแนก|วิเคราะห์|แยก))[^\s0-9]{0,25}$"
    r"|(?:ตั้งเป้า|คาดว่า|คาดหวัง|มุ่งหวัง|(?<!บรรลุ)(?<!บรรลุค่า)(?<!ถึง)เป้าหมาย|เพื่อให้|จะต้อง|ผลสัมฤทธิ์|ผลลัพธ์|ผลผลิต|ความสำเร็จ)[^0-9\n]{0,25}$"
    r"|(?:หน่วยงาน(?:ที่|ใด)|กรณี)[^\n]{0,55}$"
)
"""Words that stand before what is hoped for; a space ends what most of them reach."""
_DENIED = re.compile(r"(?:ไม่ใช่|มิใช่|ยังไม่|ไม่ได้|มิได้|ไม่|ใช่ว่า)(?:มี|คะแนน)*\s*$")
_HOPED_AFTER = re.compile(r"[^\n]{0,25}?(?:ปี(?:งบประมาณ)?(?:ต่อไป|ถัดไป|หน้า)|รอบถัดไป|เป็นเป้าหมาย)")


_NARROWED = re.compile(
    r"(?:จุดแข็ง|จุดอ่อน|เกือบ|ที่เหลือ|อื่น)(?:ของหน่วยงาน)?$|(?:นอกจาก|นอกเหนือ|ยกเว้น|เว้นแต่|ไม่รวม)[^\n]{0,60}$"
)
_EXCEPTED = re.compile(r"(?:ยกเว้น|เว้นแต่|ไม่รวม|นอกจาก|นอกเหนือ)[ก-๎0-9 .,]{0,60}$")


def is_narrowed(prose: Prose, at: int) -> bool:
    """ "นอกจากตัวชี้วัดที่ 8 แล้ว ทุกตัวชี้วัด …": all but some."""
    line, _ = prose.line_of(at)
    return _NARROWED.search(prose.arabic, max(line, at - 90), at) is not None


def is_excepted(prose: Prose, at: int) -> bool:
    """What is named here is left out of what is said: "ยกเว้นตัวชี้วัดที่ 8"."""
    if "เว้น" not in prose.text and "นอก" not in prose.text and "ไม่รวม" not in prose.text:
        return False
    line, _ = prose.line_of(at)
    return _EXCEPTED.search(prose.arabic, max(line, at - 60), at) is not None


def is_hoped(prose: Prose, start: int, end: int) -> bool:
    """Whether it is wanted, asked for, supposed or denied, and not claimed; or stands in a table of what is asked."""
    return "\t" in prose.text[slice(*prose.line_of(start))] or is_wanted(prose, start, end)


def is_wanted(prose: Prose, start: int, end: int) -> bool:
    line, line_end = prose.line_of(start)
    before = prose.arabic[max(line, start - 65) : start]
    after = prose.arabic[end : min(line_end, end + 40)]
    return bool(_HOPED.search(before) or _DENIED.search(before[-12:]) or _HOPED_AFTER.match(after))


def is_to_come(prose: Prose, number: int, end: int) -> bool:
    """ "… ในปี 2569", said in a paper about 2568."""
    _, line_end = prose.line_of(end)
    return any(end <= found.start < min(line_end, end + 35) and found.year > number for found in prose.years)


_COMPARED = re.compile(r"(?:เทียบ|เปรียบ|จาก|กว่า|กับ|ของ)[^0-9\n]{0,25}$")
_NOW = re.compile("ปีนี้|ครั้งนี้|ปัจจุบัน")
_SAME_SENTENCE = re.compile(r"(?:(?!จึง|แต่|โดยให้|และที่|สะท้อน|แสดงว่า)[^0-9\n)]){0,34}")
"""Between the year and what it got."""
_LONG_AGO = 15
"""Years back: laws and plans are older than any workbook."""


def year_meant(prose: Prose, number: int, at: int) -> int:
    """Whose figures are meant here: this year's, unless an earlier year is named just before."""
    line, _ = prose.line_of(at)
    near = max(line, at - 60)
    said = [(found.start, found.end, found.year) for found in prose.years if near <= found.start and found.end <= at]
    said += [(*one.span(), number - 1) for one in LAST_YEAR.finditer(prose.arabic, near, at)]
    said += [(*one.span(), number) for one in _NOW.finditer(prose.arabic, near, at)]
    for start, end, year in sorted(said, reverse=True):
        if not _SAME_SENTENCE.fullmatch(prose.arabic, end, at):
            break
        if number - _LONG_AGO < year <= number and not _COMPARED.search(prose.arabic, max(line, start - 30), start):
            return year
    return number
