"""Records of every kind in the officer's words: what one is called, and what each of its fields says."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ita_desktop.actions.backups import Difference
from ita_desktop.domain import records
from ita_desktop.domain.kinds import KIND_NAMES
from ita_desktop.domain.sizes import size_words
from ita_desktop.domain.workbook import Picture, Workbook
from ita_desktop.papers.report_sections import SECTIONS
from ita_desktop.storage.backups import Why
from ita_desktop.thai.dates import thai_date
from ita_desktop.ui.words import KINDS, STATES

WHY: Mapping[Why, str] = {
    Why.OPENED: "เมื่อเปิดไฟล์",
    Why.WORKING: "ระหว่างทำงาน",
    Why.CLOSED: "เมื่อปิดไฟล์",
    Why.IMPORT: "ก่อนนำเข้าตาราง",
    Why.ASKED: "สำรองเอง",
}

_SHELVES = {
    "framework": "หลักเกณฑ์ที่แก้ไข",
    "preset": "แบบรายงานที่บันทึกไว้",
    "phrases": "ถ้อยคำของหน่วยงาน",
    "signed": "ฉบับลงนาม",
    "papers": "ตัวเลือกของเอกสาร",
}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "office": {
        "name": "ชื่อหน่วยงาน",
        "kind": "ประเภท",
        "district": "อำเภอ",
        "province": "จังหวัด",
        "divisions": "ส่วนราชการ",
        "people": "บุคลากร",
        "telephone": "โทรศัพท์",
        "website": "เว็บไซต์",
    },
    "year": {
        "measures_year": "ปีที่ใช้มาตรการ",
        "framework": "หลักเกณฑ์ของปี",
        "reported": "ผลที่ ป.ป.ช. ประกาศ",
        "strength_rule": "เกณฑ์จุดแข็ง",
    },
    "respondents": {"male": "ชาย", "female": "หญิง", "other": "อื่น ๆ"},
    "remark": {"text": "ข้อความ"},
    "finding": {
        "kind": "ประเภท",
        "indicator": "ตัวชี้วัด",
        "items": "ข้อคำถาม",
        "topic": "ประเด็น",
        "text": "ข้อความ",
        "advice": "ข้อเสนอแนะ",
    },
    "measure": {
        "title": "ชื่อมาตรการ",
        "findings": "ตอบข้อค้นพบ",
        "indicator": "ตัวชี้วัด",
        "items": "ข้อคำถาม",
        "topic": "ประเด็น",
        "analysis": "ผลการวิเคราะห์",
        "steps": "ขั้นตอน",
        "owners": "ผู้รับผิดชอบ",
        "start": "วันเริ่ม",
        "end": "วันสิ้นสุด",
        "revised_end": "วันสิ้นสุดที่ปรับใหม่",
        "period_text": "ช่วงเวลา",
        "followup": "การติดตามผล",
        "budget": "งบประมาณ",
    },
    "round": {"name": "ชื่อรอบ", "due": "ครบกำหนด"},
    "followup": {
        "state": "สถานะ",
        "progress": "ความก้าวหน้า (ร้อยละ)",
        "result": "ผลการดำเนินการ",
        "obstacles": "ปัญหาอุปสรรค",
        "reported": "วันที่รายงาน",
        "evidence": "หลักฐาน",
    },
    "checklist": {"owner": "ผู้รับผิดชอบ", "due": "กำหนด", "link": "ลิงก์", "state": "สถานะ", "note": "หมายเหตุ"},
    "calendar": {"title": "งาน", "start": "เริ่ม", "end": "สิ้นสุด", "owner": "ผู้รับผิดชอบ"},
    "silenced": {"quote": "ข้อความ", "reason": "เหตุผล", "when": "เมื่อ"},
    "memo": {
        "division": "ส่วนราชการ",
        "number": "ที่",
        "date": "วันที่",
        "subject": "เรื่อง",
        "to": "เรียน",
        "parts": "เนื้อความ",
        "signatures": "ผู้ลงนาม",
    },
    "report": {"preset": "แบบรายงาน", "sections": "หัวข้อ"},
    "order": {
        "number": "ที่",
        "date": "วันที่",
        "subject": "เรื่อง",
        "whereas": "คำปรารภ",
        "members": "คณะทำงาน",
        "duties": "หน้าที่",
        "effective": "มีผลตั้งแต่",
        "signatory": "ผู้ลงนาม",
    },
    "agenda": {"meeting": "ครั้งที่", "date": "วันที่", "time": "เวลา", "place": "สถานที่", "items": "ระเบียบวาระ"},
}


@dataclass(frozen=True, slots=True)
class FieldBeside:
    """One field as it was and as it is."""

    name: str
    then: str
    now: str


def kind_words(kind: str) -> str:
    return KIND_NAMES.get(kind, kind)


def contents_words(workbook: Workbook) -> str:
    years = workbook.years
    measures = sum(len(year.measures) for year in years)
    findings = sum(len(year.findings) for year in years)
    span = f"{years[0].number} ถึง {years[-1].number}" if len(years) > 1 else "".join(str(year.number) for year in years)
    told = [f"ปี {span}" if years else "ยังไม่มีปี", f"ข้อค้นพบ {findings:,}", f"มาตรการ {measures:,}"]
    return " · ".join((workbook.office.name, *told))


class Titles:
    """What a record is called, for people who do not know it by its id."""

    def __init__(self, *workbooks: Workbook) -> None:
        """Where they differ the last one is believed."""
        every = [(year.number, year) for workbook in workbooks for year in workbook.years]
        self._measures = {(number, measure.id): measure.title for number, year in every for measure in year.measures}
        self._rounds = {(number, round.id): round.name for number, year in every for round in year.rounds}
        self._findings = {
            (number, finding.id): finding.text or finding.advice for number, year in every for finding in year.findings
        }

    def of(self, beside: Difference) -> str:
        record = beside.new if beside.new is not None else beside.old
        match record:
            case records.Finding():
                return _short(record.text or record.advice)
            case records.Measure() | records.CalendarEntry():
                return _short(record.title)
            case records.Round():
                return _short(record.name)
            case records.FollowUp():
                measure = self._measures.get((beside.year or 0, record.measure), record.measure)
                return _short(f"{self._rounds.get((beside.year or 0, record.round), record.round)}: {measure}")
            case records.Respondents():
                return f"{record.tool} {record.group}"
            case records.Silenced():
                return _short(record.quote or record.reason)
            case records.Office():
                return record.name
            case _:
                return self._of_other(beside)

    def of_findings(self, year: int | None, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_short(self._findings.get((year or 0, id), id)) for id in ids)

    @staticmethod
    def _of_other(beside: Difference) -> str:
        match beside.kind:
            case "indicator_score":
                return f"ตัวชี้วัดที่ {beside.id}"
            case "eit_part":
                return f"EIT ส่วนที่ {beside.id}"
            case "shelf":
                shelf, _, name = beside.id.partition("/")
                return _short(" ".join(filter(None, (_SHELVES.get(shelf, ""), name))))
            case _:
                return beside.id


def fields_beside(beside: Difference, titles: Titles, *, all_of_them: bool) -> tuple[FieldBeside, ...]:
    """The fields that read otherwise now, or every one that says anything."""
    then, now = dict(_said(beside, beside.old, titles)), dict(_said(beside, beside.new, titles))
    rows = (FieldBeside(name, then.get(name, ""), now.get(name, "")) for name in dict.fromkeys((*then, *now)))
    return tuple(row for row in rows if row.then != row.now or (all_of_them and row.then))


def _said(beside: Difference, record: Any, titles: Titles) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any kind
    if record is None:
        return
    for field, name in _FIELDS.get(beside.kind, {}).items():
        value: Any = record.get(field) if isinstance(record, Mapping) else getattr(record, field)
        if field == "findings":
            value = titles.of_findings(beside.year, value)
        yield name, value_words(value)
    if beside.kind not in _FIELDS:
        yield ("คะแนน" if isinstance(record, Decimal) else "ค่า"), value_words(record)


def value_words(value: Any) -> str:  # noqa: ANN401 - whatever a field can hold  # noqa: PLR0911
    """A field's value as the officer would say it."""
    match value:
        case None:
            return ""
        case records.FindingKind():
            return KINDS[value].text
        case records.FollowUpState():
            return STATES[value].text
        case str() if not isinstance(value, Enum):
            return value
        case datetime.date():
            return thai_date(value)
        case Decimal():
            return format(value, "f")
        case records.Section():
            title = SECTIONS[value.key].title if value.key in SECTIONS else value.key
            return f"{title}{'' if value.included else ' (ไม่พิมพ์)'}" + (f": {value.text}" if value.text else "")
        case Picture():
            return f"{value.media_type} {size_words(len(value.content))}"
        case tuple():
            return "\n".join(filter(None, map(value_words, value)))
        case _ if is_dataclass(value):
            own = (value_words(getattr(value, field.name)) for field in fields(value) if field.name != "drafts")
            return " · ".join(filter(None, own))
        case _:
            return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def shortened(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 2].rstrip()} …"


def _short(text: str) -> str:
    return shortened(text, 120)
