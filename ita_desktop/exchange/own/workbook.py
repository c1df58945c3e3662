"""The whole workbook as sheets: scores, items, respondents, findings, measures, follow-up, all years together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Finding, FindingKind, FollowUpState, Measure, Office, Year
from ita_desktop.domain.respondents import ASKED, DIVISIONS, in_order
from ita_desktop.domain.scoring import EIT_PART, results
from ita_desktop.exchange.grid import Value
from ita_desktop.exchange.own.layout import OwnColumn, OwnSheet, make_workbook
from ita_desktop.exchange.own.written import WRITTEN, day_text, indicator_text, topic_text, written
from ita_desktop.exchange.recognise.cells import KIND_LABELS, STATE_LABELS

SCORE_FORMAT = "0.00"
_YEAR = OwnColumn("ปี", 8, centred=True)
_INDICATOR = OwnColumn("ตัวชี้วัด", 22, "ตัวชี้วัด")
_TOPIC = OwnColumn("ประเด็น", 20, "ประเด็น")
_ITEMS = OwnColumn("ข้อที่เกี่ยวข้อง", 11)
FINDING_COLUMNS: Mapping[str, OwnColumn] = {
    "indicator": _INDICATOR,
    "topic": _TOPIC,
    "items": _ITEMS,
    "kind": OwnColumn("ประเภทข้อค้นพบ", 15, "ประเภทข้อค้นพบ"),
    "text": OwnColumn("ข้อค้นพบ", 50),
    "advice": OwnColumn("ข้อเสนอแนะ", 42),
}
MEASURE_COLUMNS: Mapping[str, OwnColumn] = {
    "indicator": _INDICATOR,
    "topic": _TOPIC,
    "items": _ITEMS,
    "title": OwnColumn("มาตรการ", 28),
    "analysis": OwnColumn("ผลการวิเคราะห์", 28),
    "steps": OwnColumn("ขั้นตอนการดำเนินการ", 38),
    "owners": OwnColumn("ผู้รับผิดชอบ", 17, "ผู้รับผิดชอบ"),
    "period_text": OwnColumn("ระยะเวลาดำเนินการ", 17),
    "start": OwnColumn("วันที่เริ่ม", 12),
    "end": OwnColumn("วันที่สิ้นสุด", 12),
    "revised_end": OwnColumn("วันที่สิ้นสุดที่ขยาย", 12),
    "followup": OwnColumn("การติดตามผล", 28),
    "budget": OwnColumn("งบประมาณ", 12, number_format="#,##0.00"),
    "findings": OwnColumn("ข้อค้นพบที่แก้", 12, hidden=True),
}
FOLLOWUP_COLUMNS: Mapping[str, OwnColumn] = {
    "state": OwnColumn("สถานะ", 16, "สถานะ"),
    "progress": OwnColumn("ความก้าวหน้า (ร้อยละ)", 15),
    "result": OwnColumn("ผลการดำเนินการ", 50),
    "obstacles": OwnColumn("ปัญหาและอุปสรรค", 36),
    "reported": OwnColumn("วันที่รายงาน", 14),
    "evidence": OwnColumn("หลักฐาน", 36),
}
RESPONDENT_COLUMNS = (
    OwnColumn("แบบวัด", 9, "ผู้ตอบแบบวัด", centred=True),
    OwnColumn("จำแนกตาม", 18, "จำแนกตาม"),
    OwnColumn("กลุ่มผู้ตอบ", 26),
    OwnColumn("ชาย", 9),
    OwnColumn("หญิง", 9),
    OwnColumn("อื่น ๆ", 9),
)


def workbook_sheets(office: Office, years: Sequence[Year]) -> bytes:
    """An .xlsx that Excel edits and the import takes back: a hidden column knows each record again."""
    key = OwnColumn(f"รหัสในโปรแกรม ({office.name})", 14, hidden=True)
    sheets = (
        _scores(years),
        _items(years),
        _respondents(years),
        _records("ข้อค้นพบ", Finding, FINDING_COLUMNS, key, [(year, year.findings) for year in years]),
        _records("มาตรการ", Measure, MEASURE_COLUMNS, key, [(year, year.measures) for year in years]),
        _followups(years, key),
    )
    return make_workbook(
        [sheet for sheet in sheets if sheet.rows] or sheets[:1],
        header=office.name,
        choices=choices_of(office, [year.framework for year in years]),
    )


def choices_of(office: Office, rules: Sequence[Framework]) -> dict[str, tuple[str, ...]]:
    """What can be chosen from lists; whatever else is typed is accepted as well."""
    return {
        "ตัวชี้วัด": _each_once(indicator_text(one.number, rule) for rule in rules for one in rule.indicators),
        "ประเด็น": _each_once(topic_text(one.number, rule) for rule in rules for one in rule.topics),
        "ประเภทข้อค้นพบ": tuple(KIND_LABELS[kind] for kind in FindingKind),
        "ผู้รับผิดชอบ": office.divisions,
        "สถานะ": tuple(STATE_LABELS[state] for state in FollowUpState),
        "ผู้ตอบแบบวัด": tuple(ASKED),
        "จำแนกตาม": tuple(DIVISIONS.values()),
    }


def _each_once(texts: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _scores(years: Sequence[Year]) -> OwnSheet:
    """The years side by side, as people compare them."""
    columns = (
        OwnColumn("ตัวชี้วัดที่", 12, centred=True),
        OwnColumn("ตัวชี้วัด", 36),
        OwnColumn("แบบวัด", 9, centred=True),
        *(OwnColumn(f"คะแนนปี {year.number}", 14, number_format=SCORE_FORMAT) for year in years),
    )
    indicators = {one.number: one for year in years for one in year.framework.indicators}
    rows: list[list[Value]] = []
    for number in sorted(indicators.keys() | {key for year in years for key in year.indicator_scores}):
        indicator = indicators.get(number)
        known: list[Value] = [
            number,
            indicator.name if indicator else f"ตัวชี้วัดที่ {number}",
            indicator.tool if indicator else None,
        ]
        rows.append(known + [_number(year.indicator_scores.get(number)) for year in years])
    for part in (1, 2):
        if any(part in year.eit_parts for year in years):
            scores = [_number(year.eit_parts.get(part)) for year in years]
            rows.append([None, f"{EIT_PART}{part}", "EIT", *scores])
    scored = any(year.indicator_scores or year.eit_parts for year in years)
    return OwnSheet(name="คะแนน", columns=columns, rows=rows if scored else [], landscape=len(years) > 5)


def _number(value: object) -> Value:
    return None if value is None else float(str(value))


def _items(years: Sequence[Year]) -> OwnSheet:
    columns = (
        _YEAR,
        OwnColumn("รหัสข้อ", 9, centred=True),
        OwnColumn("ข้อคำถาม", 60),
        OwnColumn("ตัวชี้วัด", 28),
        OwnColumn("คะแนน", 10, number_format=SCORE_FORMAT),
        OwnColumn("ความเห็นผู้ประเมิน", 40),
    )
    rows: list[list[Value]] = []
    for year in years:
        remarks = {remark.item: remark.text for remark in year.remarks}
        for item in results(year).items:
            if item.score is not None or item.code in remarks:
                about = indicator_text(item.indicator, year.framework)
                rows.append(
                    [year.number, item.code, item.title, about, _number(item.score), remarks.pop(item.code, None)]
                )
        rows += [[year.number, code, None, None, None, text] for code, text in remarks.items()]
    return OwnSheet(name="คะแนนรายข้อ", columns=columns, rows=rows)


def _respondents(years: Sequence[Year]) -> OwnSheet:
    rows: list[list[Value]] = [
        [year.number, row.tool, DIVISIONS.get(row.by, row.by), row.group, row.male, row.female, row.other]
        for year in years
        for row in in_order(year.respondents)
    ]
    return OwnSheet(name="ผู้ตอบ", columns=(_YEAR, *RESPONDENT_COLUMNS), rows=rows, landscape=False)


def _records(
    name: str,
    kind: type,
    columns: Mapping[str, OwnColumn],
    key: OwnColumn,
    records: Sequence[tuple[Year, Sequence[Finding] | Sequence[Measure]]],
) -> OwnSheet:
    assert columns.keys() == WRITTEN[kind].keys()
    rows = [
        [year.number, *(written(record, field, year.framework) for field in columns), record.id]
        for year, of_year in records
        for record in of_year
    ]
    return OwnSheet(name=name, columns=(_YEAR, *columns.values(), key), rows=rows)


def _followups(years: Sequence[Year], key: OwnColumn) -> OwnSheet:
    """A row for each measure and round, also where nothing has been reported yet: to be filled in."""
    columns = (
        _YEAR,
        OwnColumn("มาตรการ", 40),
        OwnColumn("รอบ", 18),
        OwnColumn("กำหนดของรอบ", 14),
        *FOLLOWUP_COLUMNS.values(),
        key,
    )
    rows: list[list[Value]] = []
    for year in years:
        reports = {report.id: report for report in year.followups}
        for measure in year.measures:
            for round in year.rounds:
                report = reports.get(f"{measure.id}/{round.id}")
                told = [written(report, field, year.framework) if report else None for field in FOLLOWUP_COLUMNS]
                named: list[Value] = [year.number, measure.title or measure.id, round.name, day_text(round.due)]
                rows.append([*named, *told, report.id if report else None])
    return OwnSheet(name="การติดตามผล", columns=columns, rows=rows)
