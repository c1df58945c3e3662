"""What is measured: workbooks of any size, long reports, large sheets. All invented, all made anew for each run."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

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
    """A sheet of so many follow-up rows, as .xlsx (openpyxl, write-only) or .csv."""
    head = ("ที่", "มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "ร้อยละ", "หมายเหตุ")
    made = (
        (n, f"มาตรการที่ {n}", STEPS[n % 4], DIVISIONS[n % 4], "ต.ค. 68 - ก.ย. 69", "ดำเนินการตามแผน", n % 101, "")
        for n in range(1, rows + 1)
    )
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([head, *made])
        return path
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("มาตรการ")
    sheet.append(head)
    for row in made:
        sheet.append(row)
    book.save(path)
    return path
