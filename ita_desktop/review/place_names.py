"""Where a problem lies, in the officer's words: "มาตรการที่ 2 ขั้นตอนที่ 3"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_desktop.domain.kinds import KIND_NAMES
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year

_FIELDS: Mapping[str, str] = {
    "text": "ข้อความ",
    "advice": "ข้อเสนอแนะ",
    "title": "ชื่อ",
    "analysis": "ผลการวิเคราะห์",
    "steps": "ขั้นตอน",
    "owners": "ผู้รับผิดชอบ",
    "period_text": "ระยะเวลา",
    "followup": "การติดตามผล",
    "start": "วันเริ่ม",
    "end": "วันสิ้นสุด",
    "revised_end": "วันที่ขยายเวลา",
    "items": "ข้อ",
    "indicator": "ตัวชี้วัด",
    "findings": "ข้อค้นพบ",
    "measures": "มาตรการ",
    "kind": "ประเภท",
    "result": "ผลการดำเนินการ",
    "obstacles": "ปัญหาอุปสรรค",
    "reported": "วันที่รายงาน",
    "progress": "ความก้าวหน้า",
    "state": "สถานะ",
    "evidence": "หลักฐาน",
    "due": "วันครบกำหนด",
    "note": "หมายเหตุ",
    "subject": "เรื่อง",
    "number": "เลขที่",
    "date": "วันที่",
    "to": "เรียน",
    "division": "ส่วนราชการ",
    "parts": "ส่วน",
    "signatures": "ผู้ลงนาม",
    "comments": "ความเห็น",
    "sections": "ส่วน",
    "whereas": "เหตุผล",
    "members": "คณะทำงาน",
    "duties": "หน้าที่",
    "effective": "วันที่มีผล",
    "points": "ประเด็น",
    "place": "สถานที่",
    "people": "บุคคล",
    "name": "ชื่อ",
    "position": "ตำแหน่ง",
}
_PIECES: Mapping[str, str] = {"page": "หน้า", "paragraph": "ย่อหน้า", "header": "หัวกระดาษ", "footer": "ท้ายกระดาษ"}


def place_name(year: Year, place: Place) -> str:
    if place.kind == "paper":
        return re.sub(r"[a-z]+", lambda word: _PIECES.get(word.group(), word.group()), place.field or "")
    parts = [_record(year, place), _field(year, place)]
    return " ".join(part for part in parts if part)


def _record(year: Year, place: Place) -> str:
    called = KIND_NAMES.get(place.kind, place.kind)
    lists: Mapping[str, tuple[str, ...]] = {
        "finding": tuple(record.id for record in year.findings),
        "measure": tuple(record.id for record in year.measures),
    }
    if place.id in lists.get(place.kind, ()):
        return f"{called}ที่ {lists[place.kind].index(place.id or '') + 1}"
    if place.kind == "followup" and place.id:
        measure, _, round = place.id.partition("/")
        number = _position(year, measure)
        named = next((one.name for one in year.rounds if one.id == round), round)
        return f"{called} มาตรการที่ {number} {named}"
    if place.kind == "round" and place.id:
        return next((one.name for one in year.rounds if one.id == place.id), called)
    if place.kind == "scores" and place.id:
        return f"คะแนนตัวชี้วัดที่ {place.id}" if place.id.isdecimal() else f"คะแนนข้อ {place.id}"
    if place.kind == "respondents" and place.id:
        tool, _, group = place.id.partition("/")
        return f"{called} {tool} {group.partition('/')[2]}".rstrip()
    return f"{called} {place.id}" if place.id else called


def _position(year: Year, measure: str) -> int:
    return next((at for at, one in enumerate(year.measures, 1) if one.id == measure), 0)


def _field(year: Year, place: Place) -> str:
    if place.kind in {"scores", "respondents"} or place.field is None:
        return ""
    if place.kind == "report" and (section := re.fullmatch(r"sections\[(\d+)\]\.text", place.field)):
        at = int(section[1])
        return f"ส่วนที่ {at + 1}" if year.report and at < len(year.report.sections) else ""
    if place.kind == "memo" and (part := re.fullmatch(r"parts\[(\d+)\]\.text", place.field)):
        at = int(part[1])
        return year.memo.parts[at].heading if year.memo and at < len(year.memo.parts) else ""
    named = []
    for step in re.finditer(r"(?P<name>[a-z_]+)(?:\[(?P<at>\d+)\])?", place.field):
        word = _FIELDS.get(step["name"], "")
        named.append(f"{word}ที่ {int(step['at']) + 1}" if step["at"] else word)
    return " ".join(word for word in named if word)
