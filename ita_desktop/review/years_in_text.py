"""Year labels: results belong to the assessed year, measures to the year in which they run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.dates_in_text import FoundYear
from ita_desktop.thai.digits import in_digits_of

_RESULTS = re.compile(
    r"ผลการประเมิน|การวิเคราะห์ผล|ผลคะแนน|คะแนนรวม|ประเมินคุณธรรม|การประเมิน(?:ผล)?\s*ITA|ประเมิน\s*ITA|เข้ารับการประเมิน"
)
_MEASURES = re.compile(r"มาตรการ|แผนปฏิบัติ|แนวทาง|ขับเคลื่อน")
_COMPARED = re.compile(
    r"เปรียบเทียบ|เทียบกับ|เมื่อเทียบ|ปีก่อน|รอบก่อน|ที่ผ่านมา|เดิม|ถัดไป|ต่อเนื่อง|ตั้งแต่|ระหว่าง|ครั้ง|จากผล|เตรียม|เป้าหมาย|ตั้งเป้า|คาดว่า|เริ่ม"
    r"|(?:กว่า|จาก|เท่ากับ|กับ|ส่วน|คะแนน\s?ใน|ขึ้นใน|ลงใน)\s*$"
)
_OWN_FIGURE = re.compile(r"\s*(?:ซึ่ง|ที่)?(?:ได้|มี)\s*(?:ผล)?(?:คะแนน(?:รวม|ภาพรวม|เฉลี่ย)?)?\s*[0-9]")
_FORM = re.compile(r"(?:แบบวัด|แบบตรวจ|[IEO]IT)[^0-9\n]{0,12}$")
"""Measures are evidence for the form of their own year as well as for that of the assessed one."""
_MORE_YEARS = re.compile(r"\s*(?:ถึง|จนถึง|และ|,|-|–)?\s*(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*25[0-9]{2}")
"""Of a list of years each stands for itself."""
_MOVED = re.compile(r"\s*(?:มี)?(?:คะแนน)?(?:เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ลดลง|ต่ำลง|สูงกว่า|ต่ำกว่า)")
_ANOTHER_SENTENCE = re.compile(r"สะท้อน|แสดงว่า|ชี้|พบว่า|เห็นว่า|จึง|แต่|[0-9]")
_NEAR = 250
"""Letters before a year in which the words stand that it belongs to."""
_FISCAL = re.compile(r"(?:ประจำ)?ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*$")


@rule(
    "other-year",
    Severity.ERROR,
    Group.DATES,
    title="ปีในข้อความไม่ใช่ปีของไฟล์นี้",
    bad="รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565",
    good="รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",
    texts=True,
)
def other_year(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for before, found in zip((None, *prose.years), prose.years, strict=False):
            yield from _out_of_place(case, prose, found, before.end if before else 0)


def _out_of_place(case: Case, prose: Prose, found: FoundYear, last_named: int) -> Iterator[Found]:
    year, measures_year = case.year.number, case.year.measures_year
    line, _ = prose.line_of(found.start)
    near = max(line, found.start - _NEAR)
    label = _FISCAL.search(prose.arabic, near, found.start)
    if label is None or (found.year in {year, measures_year} and year == measures_year):
        return
    if "\t" in prose.text[line:] and sum(one.year != found.year for one in prose.years):
        return  # the head of a table that compares years
    # The words that this year belongs to: those since the last year named in the line.
    words = prose.arabic[max(near, last_named) : label.start()]
    about = _about(words)
    expected = {"results": year, "measures": measures_year}.get(about or "")
    if expected is None or found.year == expected:
        return
    after = prose.arabic[found.end : found.end + 30]
    compared = _COMPARED.search(words) or _COMPARED.match(after.lstrip())
    if not prose.heading and (compared or any(said.match(after) for said in (_OWN_FIGURE, _MOVED, _MORE_YEARS))):
        return
    sure = prose.heading or found.year not in {year - 1, year, measures_year}
    right = str(expected)
    quote = prose.text[found.start : found.end]
    short = len(quote) == 2
    right = in_digits_of(quote, right[-2:] if short else right)
    yield Found(
        where=prose.at(found.start, found.end),
        quote=quote,
        expected=right,
        fix=right,
        message=(
            f"ไฟล์นี้เป็นผลการประเมินปี {year}" if about == "results" else f"มาตรการชุดนี้ดำเนินการในปีงบประมาณ {measures_year}"
        )
        + f" แต่ข้อความเขียน {quote}",
        severity=None if sure else Severity.WARNING,
    )


def _about(words: str) -> str | None:
    """Which of the two years these words call for: what was said last decides."""
    if _FORM.search(words):
        return None
    results = [match.end() for match in _RESULTS.finditer(words)]
    measures = [match.end() for match in _MEASURES.finditer(words)]
    if not results and not measures:
        return None
    last = max(*results, *measures, -1)
    if _ANOTHER_SENTENCE.search(words[last:]):
        return None
    return "results" if last in results else "measures"


@rule(
    "common-era",
    Severity.WARNING,
    Group.DATES,
    title="ปีเป็นคริสต์ศักราช",
    bad="ผลการประเมินประจำปี ค.ศ. 2025",
    good="ผลการประเมินประจำปี พ.ศ. 2568",
    texts=True,
)
def common_era(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for found in prose.years:
            if found.common_era:
                yield Found(
                    where=prose.at(found.start, found.end),
                    quote=found.text,
                    expected=str(found.year),
                    message=f"หนังสือราชการใช้พุทธศักราช คือ พ.ศ. {found.year}",
                )
