"""The blank sheets that ship: every table the import knows, each with an example row, and a page that explains them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import FindingKind, FollowUpState, Office
from ita_desktop.domain.respondents import ASKED, CLASSES, DIVISIONS
from ita_desktop.exchange.grid import Value
from ita_desktop.exchange.own.layout import OwnColumn, OwnSheet, make_workbook
from ita_desktop.exchange.own.workbook import (
    FINDING_COLUMNS,
    FOLLOWUP_COLUMNS,
    MEASURE_COLUMNS,
    RESPONDENT_COLUMNS,
    SCORE_FORMAT,
    choices_of,
)
from ita_desktop.exchange.recognise.body import EXAMPLE
from ita_desktop.exchange.recognise.cells import KIND_LABELS, STATE_LABELS

_ORDER = OwnColumn("ลำดับ", 10, centred=True)
_EMPTY_ROWS = 30

INSTRUCTIONS = (
    "แบบตารางสำหรับนำเข้า ITA Desktop",
    "1. กรอกเฉพาะแผ่นงานที่ใช้ แผ่นงานที่ไม่ได้กรอกไม่มีผลใด ๆ แต่ละแผ่นงานเป็นข้อมูลของปีเดียว คือปีที่เลือกตอนนำเข้า",
    "2. แถวสีจางที่ขึ้นต้นด้วยคำว่า “ตัวอย่าง” มีไว้ให้ดูเท่านั้น โปรแกรมไม่นำเข้า จะลบหรือปล่อยไว้ก็ได้",
    "3. ห้ามลบแถวหัวตาราง แต่สลับคอลัมน์ เว้นคอลัมน์ที่ไม่มีข้อมูล หรือลบคอลัมน์ที่ไม่ใช้ได้",
    "4. คะแนนพิมพ์เป็นตัวเลขเต็ม 100 เช่น 86.50 ใช้เลขไทยหรือเลขอารบิกก็ได้ คะแนนที่ยังไม่ทราบให้เว้นว่าง อย่าใส่ 0",
    "5. วันที่พิมพ์เป็น พ.ศ. เช่น 1 ต.ค. 2568 หรือ 1/10/2568 ระยะเวลาพิมพ์เป็นข้อความ เช่น ต.ค. 2568 - ก.ย. 2569",
    "6. ขั้นตอน ผู้รับผิดชอบ และหลักฐานที่มีหลายรายการ ให้ขึ้นบรรทัดใหม่ในเซลล์เดียวกันด้วย Alt+Enter",
    "7. รหัสข้อพิมพ์เป็นตัวอักษรตามด้วยตัวเลข เช่น i1 e5 o27 หลายข้อให้เว้นวรรคคั่น",
    "8. แผ่นงานการติดตามผลอ้างถึงมาตรการด้วยชื่อ จึงต้องพิมพ์ชื่อมาตรการให้ตรงกับที่มีในสมุดงาน",
    "9. ก่อนบันทึก โปรแกรมจะแสดงให้ดูว่าค่าใดจะเปลี่ยนจากเดิมเป็นอะไร และเลิกทำการนำเข้าทั้งครั้งได้ในขั้นเดียว",
)

EXAMPLE_FINDING: Mapping[str, Value] = {
    "indicator": "8. การปรับปรุงการทำงาน",
    "items": "e8",
    "kind": KIND_LABELS[FindingKind.FIX],
    "text": "ผู้มาติดต่อบางส่วนยังไม่ทราบว่าหน่วยงานปรับปรุงการให้บริการเรื่องใดไปแล้ว",
    "advice": "เผยแพร่ผลการปรับปรุงงานบริการทุกไตรมาส",
}
EXAMPLE_MEASURE: Mapping[str, Value] = {
    "indicator": "8. การปรับปรุงการทำงาน",
    "items": "e8",
    "title": "เผยแพร่ผลการปรับปรุงงานบริการอย่างสม่ำเสมอ",
    "analysis": "ผู้มาติดต่อยังไม่ทราบผลการปรับปรุงงานบริการ",
    "steps": "1. รวบรวมเรื่องที่ปรับปรุงแล้วจากทุกกอง\n2. จัดทำสื่อที่อ่านเข้าใจง่าย\n3. เผยแพร่บนเว็บไซต์และที่จุดบริการ",
    "owners": "สำนักปลัดเทศบาล\nกองยุทธศาสตร์และงบประมาณ",
    "period_text": "ต.ค. 2568 - ก.ย. 2569",
    "followup": "รายงานผลต่อผู้บริหารรอบ 6 เดือน และ 12 เดือน",
}
EXAMPLE_FOLLOWUP: Mapping[str, Value] = {
    "state": STATE_LABELS[FollowUpState.IN_PROGRESS],
    "progress": 50,
    "result": "เผยแพร่แล้วสองไตรมาส",
    "obstacles": "ไม่มี",
    "reported": "31 มี.ค. 2569",
    "evidence": "ภาพหน้าเว็บไซต์ | https://www.example.go.th/ita",
}


def template_workbook(framework: Framework) -> bytes:
    """The rules give the names of the indicators and topics to choose from; codes of items are left to the officer."""
    office = Office(name="ITA Desktop")
    sheets = (
        _scores(framework),
        _items(),
        _respondents(),
        _blank("ข้อค้นพบ", tuple(FINDING_COLUMNS.values()), [EXAMPLE_FINDING.get(field) for field in FINDING_COLUMNS]),
        _measures(),
        _followups(),
    )
    choices = choices_of(office, [framework])
    return make_workbook(sheets, header="แบบตารางสำหรับนำเข้า ITA Desktop", choices=choices, first=INSTRUCTIONS)


def _scores(framework: Framework) -> OwnSheet:
    columns = (
        _ORDER,
        OwnColumn("ตัวชี้วัด", 40),
        OwnColumn("แบบวัด", 9, centred=True),
        OwnColumn("คะแนน", 12, number_format=SCORE_FORMAT),
    )
    rows: list[list[Value]] = [[EXAMPLE, "การปรับปรุงการทำงาน", "EIT", 83.4]]
    rows += [[one.number, one.name, one.tool, None] for one in framework.indicators]
    return OwnSheet(name="คะแนน", columns=columns, rows=rows, landscape=False, examples=1)


def _items() -> OwnSheet:
    columns = (
        _ORDER,
        OwnColumn("รหัสข้อ", 9, centred=True),
        OwnColumn("ข้อคำถาม", 60),
        OwnColumn("คะแนน", 10, number_format=SCORE_FORMAT),
        OwnColumn("ความเห็นผู้ประเมิน", 50),
    )
    example: list[Value] = [
        EXAMPLE,
        "o27",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        0,
        "ไม่พบผลการวิเคราะห์ปีที่ผ่านมา",
    ]
    return _with_room("คะแนนรายข้อ", columns, [example])


def _respondents() -> OwnSheet:
    rows: list[list[Value]] = [[EXAMPLE, "IIT", DIVISIONS["age"], CLASSES["age"][1], 6, 11, 0]]
    rows += [
        [None, tool, DIVISIONS[by], group, None, None, None]
        for tool, divisions in ASKED.items()
        for by in divisions
        for group in CLASSES[by]
    ]
    return OwnSheet(name="ผู้ตอบ", columns=(_ORDER, *RESPONDENT_COLUMNS), rows=rows, landscape=False, examples=1)


def _measures() -> OwnSheet:
    fields = [field for field, column in MEASURE_COLUMNS.items() if not column.hidden]
    return _blank(
        "มาตรการ", [MEASURE_COLUMNS[field] for field in fields], [EXAMPLE_MEASURE.get(field) for field in fields]
    )


def _followups() -> OwnSheet:
    columns = (OwnColumn("มาตรการ", 40), OwnColumn("รอบ", 18), *FOLLOWUP_COLUMNS.values())
    told: list[Value] = [EXAMPLE_FOLLOWUP.get(field) for field in FOLLOWUP_COLUMNS]
    return _blank("การติดตามผล", columns, [EXAMPLE_MEASURE["title"], "รอบ 6 เดือน", *told])


def _blank(name: str, columns: Sequence[OwnColumn], example: Sequence[Value]) -> OwnSheet:
    return _with_room(name, (_ORDER, *columns), [[EXAMPLE, *example]])


def _with_room(name: str, columns: Sequence[OwnColumn], rows: list[list[Value]]) -> OwnSheet:
    empty: list[list[Value]] = [[None] * len(columns) for _ in range(_EMPTY_ROWS)]
    return OwnSheet(name=name, columns=tuple(columns), rows=rows + empty, examples=len(rows))
