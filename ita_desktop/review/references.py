"""What a text refers to and is not there: pictures and tables, scores of a part of EIT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule

_REFERRED = re.compile(r"(?P<what>ภาพที่|ตารางที่|แผนภูมิที่|ภาคผนวก(?!ที่))\s*(?P<number>[0-9]{1,2}|[กขคง](?![ก-๎]))")


@rule(
    "figure-missing",
    Severity.HINT,
    Group.LANGUAGE,
    title="อ้างถึงภาพหรือตารางที่ไม่มีในเอกสาร",
    bad="รายละเอียดดังภาพที่ 2",
    good="รายละเอียดดังข้อความต่อไปนี้",
    texts=True,
)
def figure_missing(case: Case) -> Iterator[Found]:
    if not any("ที่" in prose.text or "ภาคผนวก" in prose.text for prose in case.texts):
        return
    captions = set()
    referred = []
    for prose in case.texts:
        for match in _REFERRED.finditer(prose.arabic):
            key = match["what"] + match["number"]
            start, _ = prose.line_of(match.start())
            if re.fullmatch(r"[\s*#]*", prose.arabic[start : match.start()]):
                captions.add(key)
            elif re.search(r"(?:ดัง|ตาม|ใน|จาก|แสดง)\s*$", prose.arabic[max(start, match.start() - 8) : match.start()]):
                referred.append((key, prose, match))
    for key, prose, match in referred:
        if key not in captions and (case.outside or prose.place.kind != "report"):
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                message="ไม่พบภาพหรือตารางเลขนี้ในเอกสาร",
            )


@rule(
    "eit-part-unknown",
    Severity.HINT,
    Group.COVERAGE,
    title="กล่าวถึง EIT ส่วนที่ 1 หรือ 2 แต่ไม่มีคะแนนของส่วนนั้น",
    bad="คะแนนของ EIT ส่วนที่ 3 ดีขึ้น",
    good="คะแนนของ EIT ส่วนที่ 1 ดีขึ้น",
    texts=True,
)
def eit_part_unknown(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in re.finditer(r"EIT\s*ส่วนที่\s*(?P<part>[0-9])", prose.arabic):
            part = int(match["part"])
            if part in case.year.eit_parts:
                continue
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                message=f"ยังไม่มีคะแนน EIT ส่วนที่ {part} ของปี {case.year.number} ให้ตรวจสอบ" if part < 3 else "EIT มีสองส่วน",
            )
            if case.outside:
                break
