"""The findings as a table, for whoever wants to go through them quickly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.measure_facts import indicator_of_finding
from ita_desktop.domain.records import Finding, FindingKind, Year
from ita_desktop.domain.scoring import Results, half_up
from ita_desktop.papers import wording
from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui.record_columns import INDICATOR
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.words import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    finding: Finding
    place: int
    indicator: int | None
    indicator_name: str
    score: Decimal | None
    measures: int
    """How many answer it."""

    @property
    def id(self) -> str:
        return self.finding.id


def finding_rows(year: Year, results: Results, findings: Iterable[Finding]) -> list[FindingRow]:
    answering: dict[str, int] = {}
    for measure in year.measures:
        for id in measure.findings:
            answering[id] = answering.get(id, 0) + 1
    places = {finding.id: place for place, finding in enumerate(year.findings)}
    rows = []
    for finding in findings:
        number = indicator_of_finding(year, finding)
        known = results.indicator(number) if number is not None else None
        rows.append(
            FindingRow(
                finding=finding,
                place=places[finding.id],
                indicator=number,
                indicator_name=wording.indicator_name(year.framework, number) if number is not None else "",
                score=known.score if known else None,
                measures=answering.get(finding.id, 0),
            )
        )
    return rows


def kind(text: str) -> FindingKind:
    """By its name, or as much of it as tells it from the others."""
    wanted = text.strip()
    found = [kind for kind, look in KINDS.items() if wanted and look.text.startswith(wanted)]
    if len(found) != 1:
        raise ItaError(f"“{wanted}” ไม่ใช่ประเภทของข้อค้นพบ", do="พิมพ์ " + " ".join(look.text for look in KINDS.values()))
    return found[0]


def items(text: str) -> tuple[str, ...]:
    """`i3 e11`, with commas or without."""
    return tuple(dict.fromkeys(to_arabic(text).lower().replace(",", " ").split()))


COLUMNS = (
    INDICATOR,
    Column(
        title="คะแนน",
        value=lambda row: "" if row.score is None else str(half_up(row.score)),
        sort=lambda row: row.score,
        right=True,
        width=74,
        tone=lambda _row: "muted",
        head_tip="คะแนนของตัวชี้วัด",
    ),
    Column(
        title="ประเภท",
        value=lambda row: KINDS[row.finding.kind].text,
        sort=lambda row: list(KINDS).index(row.finding.kind),
        icon=lambda row: KINDS[row.finding.kind].icon,
        tone=lambda row: KINDS[row.finding.kind].tone,
        read=kind,
        field="kind",
        width=116,
        head_tip="จุดแข็ง รักษาระดับ ควรพัฒนา หรือต้องแก้ไข",
    ),
    Column(
        title="ข้อคำถาม",
        value=lambda row: " ".join(row.finding.items),
        read=items,
        field="items",
        width=96,
        head_tip="รหัสข้อ คั่นด้วยช่องว่าง เช่น i3 e11",
    ),
    Column(
        title="ข้อค้นพบ",
        value=lambda row: row.finding.text,
        tip=lambda row: row.finding.text,
        read=str.strip,
        field="text",
    ),
    Column(
        title="ข้อเสนอแนะ",
        value=lambda row: row.finding.advice,
        tip=lambda row: row.finding.advice,
        read=str.strip,
        field="advice",
    ),
    Column(
        title="มาตรการ",
        value=lambda row: str(row.measures or ""),
        sort=lambda row: row.measures,
        right=True,
        width=80,
        head_tip="มีมาตรการรองรับกี่ข้อ",
    ),
)
