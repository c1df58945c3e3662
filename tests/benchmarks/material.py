"""What is measured: workbooks of any size, long reports, large sheets. All invented, all made anew for each run."""

from __future__ import annotations

import csv
import itertools
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Row = tuple[str | int, ...]

STEPS = (
    "ทบทวนขั้นตอนและระยะเวลาที่ใช้จริงร่วมกับเจ้าหน้าที่ผู้ปฏิบัติและผู้รับบริการ",
    "จัดทำแนวปฏิบัติฉบับปรับปรุงพร้อมแผนผังหน้าเดียวที่อ่านเข้าใจได้ทันที",
    "ชี้แจงในการประชุมประจำเดือนและเผยแพร่บนเว็บไซต์หลักของเทศบาล",
    "ติดตามผลทุกไตรมาสและรายงานต่อปลัดเทศบาลเพื่อสั่งการ",
)
DIVISIONS = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา")


def workbook(years: int, measures: int, rounds: int = 2, *, last: int = 2568) -> dict[str, Any]:
    """A data document: so many years with so many measures, each reported on in every round."""
    numbers = range(last - years + 1, last + 1)
    return {
        "format": "ita-workbook/1",
        "office": {"name": "เทศบาลตำบลตัวอย่าง", "kind": "เทศบาลตำบล", "divisions": list(DIVISIONS)},
        "years": [_year(number, measures, rounds) for number in numbers],
    }


def _year(number: int, measures: int, rounds: int) -> dict[str, Any]:
    common = number + 1 - 543
    return {
        "year": number,
        "measures_year": number + 1,
        "framework": str(min(max(number, 2564), 2568)),
        "indicator_scores": {str(n): round(70 + (n * 37 + number * 13) % 3000 / 100, 2) for n in range(1, 11)},
        "findings": [
            {
                "id": f"f{n}",
                "indicator": n % 10 + 1,
                "items": [],
                "topic": n % 7 + 1,
                "kind": "fix",
                "text": f"ประเด็นที่ {n} ควรปรับปรุงการดำเนินงานให้ประชาชนเข้าถึงได้สะดวกยิ่งขึ้น โดยทบทวนขั้นตอนที่ซ้ำซ้อน",
                "advice": "จัดทำแนวปฏิบัติที่ชัดเจนและสื่อสารให้ทุกฝ่ายทราบ",
            }
            for n in range(1, measures + 1)
        ],
        "measures": [
            {
                "id": f"m{n}",
                "findings": [f"f{n}"],
                "indicator": n % 10 + 1,
                "items": [],
                "topic": n % 7 + 1,
                "title": f"มาตรการที่ {n} ปรับปรุงขั้นตอนการให้บริการและการเปิดเผยข้อมูล",
                "analysis": "ผู้รับบริการบางส่วนยังไม่ทราบขั้นตอนและระยะเวลาที่แน่ชัด",
                "steps": list(STEPS),
                "owners": [DIVISIONS[n % len(DIVISIONS)]],
                "start": f"{common - 1}-10-01",
                "end": f"{common}-09-30",
                "period_text": "ตลอดปีงบประมาณ",
                "followup": "รายงานผลต่อผู้บริหารทุกรอบ",
                "budget": None,
            }
            for n in range(1, measures + 1)
        ],
        "rounds": [{"id": f"r{n}", "name": f"รอบที่ {n}", "due": f"{common}-0{n + 2}-15"} for n in range(1, rounds + 1)],
        "followups": [
            {
                "measure": f"m{n}",
                "round": f"r{turn}",
                "state": "in_progress",
                "progress": 50,
                "result": "ดำเนินการตามแผนแล้วครึ่งหนึ่ง และเผยแพร่ความก้าวหน้าบนเว็บไซต์",
                "obstacles": "",
                "reported": f"{common}-0{turn + 2}-10",
                "evidence": [{"title": "บันทึกผล", "link": "https://www.tuayang.example/"}],
            }
            for n in range(1, measures + 1)
            for turn in range(1, rounds + 1)
        ],
    }


def write_workbook(path: Path, **sizes: int) -> Path:
    path.write_text(json.dumps(workbook(**sizes), ensure_ascii=False), "utf-8")
    return path


def write_rows(path: Path, rows: int) -> Path:
    """A sheet of so many follow-up rows, as .csv or as the .xlsx that Excel and LibreOffice make of it."""
    head = ("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "ร้อยละ", "หมายเหตุ")
    made: Iterator[Row] = (
        (n, f"มาตรการที่ {n}", STEPS[n % 4], DIVISIONS[n % 4], "ต.ค. 68 - ก.ย. 69", "ดำเนินการตามแผน", n % 101, "")
        for n in range(1, rows + 1)
    )
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([head, *made])
    else:
        _write_as_excel_does(path, itertools.chain([head], made))
    return path


def _write_as_excel_does(path: Path, rows: Iterable[Row]) -> None:
    """Each text once, in the workbook's list of texts. openpyxl writes it into every cell, and thrice the file."""
    texts: dict[str, int] = {}

    def cell(at: str, value: str | int) -> str:
        if isinstance(value, int):
            return f'<c r="{at}"><v>{value}</v></c>'
        return f'<c r="{at}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>' if value else ""

    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet {main}><sheetData>".encode())
            for number, row in enumerate(rows, 1):
                cells = "".join(cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        listed = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        archive.writestr("xl/sharedStrings.xml", f"<sst {main}>{listed}</sst>")
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{relations}">'
            '<sheets><sheet name="มาตรการ" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{parts}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{parts}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{parts}.sharedStrings+xml"/></Types>',
        )


def write_measures(path: Path, rows: int) -> Path:
    """A sheet of so many measures, each of its own name, as an office writes it."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("มาตรการ")
    sheet.append(("ที่", "ตัวชี้วัด", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"))
    for n in range(1, rows + 1):
        title = f"มาตรการที่ {n} ปรับปรุงขั้นตอนการให้บริการ"
        sheet.append((n, n % 10 + 1, title, STEPS[n % 4], DIVISIONS[n % 4], "ต.ค. 68 - ก.ย. 69"))
    book.save(path)
    return path
