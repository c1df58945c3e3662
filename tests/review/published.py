"""Published documents of three offices with the data they speak of, where they lie beside the repository."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sample_year import framework, scores

from ita_desktop.domain.records import Finding, Measure, Office, Reported, Round, Year

FIELD = Path(__file__).parents[2].parent / "shared" / "field"


def text_of(name: str) -> str:
    path = FIELD / name
    if not path.exists():
        pytest.skip("the published documents do not lie beside the repository")
    text = path.read_text(encoding="utf-8")
    # What the transcript put in: cells broken up by tags, words in bold.
    text = re.sub(r"</(?:p|li)>\s*", "\n", text)
    return re.sub(r"</?(?:p|b|ol|li)[^>]*>", "", text).replace("**", "")


REPORT_2568, REPORT_2565, TOPICS_2567 = "report_2568_by_item.txt", "memo_and_report_2565.txt", "topics_2567.txt"


def office_in(name: str) -> Office:
    """Whose paper it is, as the paper says on its first page."""
    found = re.search(r"^\s*(เทศบาล(?:ตำบล|เมือง)[ก-๎]+)(?= |$)", text_of(name), re.MULTILINE)
    assert found
    district, province = (re.search(rf"{kind}([ก-๎]+)", text_of(name)) for kind in ("อำเภอ", "จังหวัด"))
    return Office(name=found[1], district=district[1] if district else "", province=province[1] if province else "")


def _items(text: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for entry in text.split():
        codes, score = entry.split("=")
        first, _, last = codes.partition("-")
        for number in range(int(first[1:]), int(last[1:] or first[1:]) + 1):
            found[f"{first[0]}{number}"] = Decimal(score)
    return found


def report_2568() -> Year:
    """Strong and weak items of every indicator; every measure in the second half of the year."""
    half = {"start": date(2026, 4, 1), "end": date(2026, 9, 30)}
    findings = tuple(
        Finding(id=f"f{n}", indicator=indicator, items=items, text="จุดอ่อน")
        for n, (indicator, items) in enumerate(
            ((1, ("i2", "i1")), (3, ("i7", "i9")), (9, ("o6", "o15")), (10, ("o27",))), start=1
        )
    )
    measures = tuple(
        Measure(id=f"m{n}", indicator=n, title="มาตรการ", steps=("ดำเนินการ",), owners=("กองคลัง",), **half)
        for n in range(1, 11)
    )
    measures = (*measures, Measure(id="m11", indicator=1, title="มาตรการที่สอง", steps=("ดำเนินการ",), **half))
    return Year(
        number=2568,
        measures_year=2569,
        office=office_in(REPORT_2568),
        framework=framework(2568),
        reported=Reported(total=Decimal("92.89"), level="ผ่าน"),
        indicator_scores=scores(
            "99.42", "99.46", "99.58", "97.61", "99.42", "99.52", "99.46", "99.58", "86.50", "80.00"
        ),
        item_scores=_items(
            "i1=99.42 i2=98.84 i3=100 i4=98.96 i5=99.65 i6=99.77 i7=99.31 i8=100 i9=99.42 i10=97.69 i11=98.73 "
            "i12=96.42 i13=99.77 i14=98.96 i15=99.54 e1=99.19 e2=98.72 e3=100 e4=99.09 e5=98.99 e6=98.99 "
            "e7=99.12 e8=100 e9=100 o1-o28=100 o6=0 o15=0 o27=0"
        ),
        findings=findings,
        measures=measures,
    )


def report_2565() -> Year:
    """Six weak indicators, measures of five of them and one that answers nothing."""
    weak = (3, 2, 7, 6, 4, 8)
    findings = tuple(Finding(id=f"f{n}", indicator=n, text="ต้องพัฒนา") for n in weak)
    findings = (*findings, Finding(id="f9", indicator=9, text="รักษามาตรฐาน"))
    year_long = {"start": date(2022, 10, 1), "end": date(2023, 9, 30), "followup": "เผยแพร่ทางเว็บไซต์"}
    measures = tuple(
        Measure(
            id=f"m{n}",
            findings=(f"f{n}",),
            indicator=n,
            title="มาตรการ",
            steps=("ทำ",),
            owners=("กองคลัง",),
            **year_long,
        )
        for n in weak
        if n != 3
    )
    measures = (*measures, Measure(id="m99", title="พัฒนาบุคคล", steps=("ทำ",), owners=("กองการเจ้าหน้าที่",), **year_long))
    office = office_in(REPORT_2565)
    last = Year(
        number=2564,
        measures_year=2565,
        office=office,
        framework=framework(2564),
        reported=Reported(total=Decimal("89.76"), level="A"),
        indicator_scores=scores("89.98", "82.07", "85.13", "79.53", "83.47", "87.36", "87.24", "85.21", "100", "92.86"),
    )
    return Year(
        number=2565,
        measures_year=2566,
        office=office,
        framework=framework(2565),
        reported=Reported(total=Decimal("88.53"), level="A"),
        indicator_scores=scores("90.79", "81.43", "83.97", "80.74", "85.75", "80.81", "80.98", "78.74", "95.56", "100"),
        findings=findings,
        measures=measures,
        previous=last,
    )


def topics_2567() -> Year:
    """Seven topics, all done by February, nothing to follow up."""
    about = ((1, "e8"), (2, "e9"), (3, "e5"), (4, "i10"), (5, None), (6, None), (7, "i15"))
    of_topic = {1: 8, 2: 8, 3: 7, 4: 4, 5: 2, 6: 3, 7: 5}
    dates = {"start": date(2024, 10, 1), "end": date(2025, 2, 28)}
    return Year(
        number=2567,
        measures_year=2568,
        office=office_in(TOPICS_2567),
        framework=framework(2567),
        reported=Reported(total=Decimal("99.84"), level="ผ่านดีเยี่ยม"),
        indicator_scores=scores("100", "100", "100", "99.10", "99.82", "99.72", "99.86", "99.44", "100", "100"),
        findings=tuple(
            Finding(id=f"f{n}", indicator=of_topic[n], topic=n, items=(item,) if item else (), text="ข้อบกพร่อง")
            for n, item in about
        ),
        measures=tuple(
            Measure(
                id=f"m{n}", findings=(f"f{n}",), topic=n, title="มาตรการ", steps=("ทำ",), owners=("สำนักปลัด",), **dates
            )
            for n, _ in about
        ),
        rounds=(),
    )


def with_rounds(year: Year, *due: date) -> Year:
    return replace(year, rounds=tuple(Round(id=f"r{n}", name=f"รอบที่ {n}", due=day) for n, day in enumerate(due, 1)))
