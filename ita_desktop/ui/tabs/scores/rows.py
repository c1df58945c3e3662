"""The rows of the scores table: ten indicators, and under each, unfolded, its items."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import IndicatorResult, ItemResult, Results, half_up
from ita_desktop.ui import reading
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.widgets.score_labels import change_spoken, change_text, change_tone
from ita_desktop.ui.words import GROUPS

TO_CHECK = "ตรวจสอบกับคู่มือ"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    indicator: int | None
    item: str = ""
    """Empty for the row of an indicator."""
    number: str
    name: str
    tip: str = ""
    score: Decimal | None
    previous: Decimal | None
    change: Decimal | None
    rank: int | None = None
    group: str | None = None
    lost: Decimal | None
    lost_share: float | None = None
    """Of the largest loss among the rows of this kind: what the bars compare."""
    open: bool | None = None
    """Whether its items are unfolded; None where it has none."""

    @property
    def id(self) -> tuple[int | None, str]:
        return self.indicator, self.item


def score_rows(year: Year, results: Results, opened: Container[int]) -> list[ScoreRow]:
    items: dict[int | None, list[ItemResult]] = {}
    for item in results.items:
        items.setdefault(item.indicator, []).append(item)
    most = max((r.points_lost for r in results.indicators if r.points_lost is not None), default=Decimal(0))
    rows = []
    for result in results.indicators:
        mine = items.get(result.number, [])
        unfolded = result.number in opened
        rows.append(_indicator_row(year, result, most, open=unfolded if mine else None))
        if unfolded:
            rows += [_item_row(year, item, most) for item in mine]
    rows += [_item_row(year, item, most) for item in items.get(None, [])]
    return rows


def _indicator_row(year: Year, result: IndicatorResult, most: Decimal, *, open: bool | None) -> ScoreRow:
    tool = year.framework.tool(result.tool)
    return ScoreRow(
        indicator=result.number,
        number=str(result.number),
        name=result.name,
        tip=f"ตัวชี้วัดที่ {result.number} {result.name} · เครื่องมือ {tool.name if tool else result.tool}",
        score=result.score,
        previous=result.previous,
        change=result.change,
        rank=result.rank,
        group=result.group,
        lost=result.points_lost,
        lost_share=_share(result.points_lost, most),
        open=open,
    )


def _item_row(year: Year, item: ItemResult, most: Decimal) -> ScoreRow:
    known = year.framework.item(item.code)
    remark = next((remark.text for remark in year.remarks if remark.item == item.code), "")
    unsure = known is not None and known.confidence is not Confidence.SURE
    return ScoreRow(
        indicator=item.indicator,
        item=item.code,
        number=item.code,
        name=item.title or "ไม่อยู่ในหลักเกณฑ์ของปีนี้",
        tip="\n".join(filter(None, (item.title, TO_CHECK if unsure else "", remark and f"ผู้ประเมิน: {remark}"))),
        score=item.score,
        previous=item.previous,
        change=item.change,
        lost=item.points_lost,
        lost_share=_share(item.points_lost, most),
    )


def _share(lost: Decimal | None, most: Decimal) -> float | None:
    if lost is None:
        return None
    return float(lost / most) if most else 0.0


# Columns


def columns(year: Year) -> tuple[Column, ...]:
    last = year.number - 1
    return (
        Column(
            title="ที่",
            value=lambda r: r.number,
            spoken=_folded,
            width=58,
            icon=_fold,
            tone=_quiet,
            head_tip="ลำดับของตัวชี้วัด",
        ),
        Column(
            title="ตัวชี้วัด", value=lambda r: r.name, tip=lambda r: r.tip, tone=_quiet, indent=lambda r: int(bool(r.item))
        ),
        Column(
            title=f"คะแนน {year.number}",
            value=lambda r: figure(r.score),
            sort=lambda r: r.score,
            right=True,
            width=92,
            bold=lambda r: not r.item,
            read=reading.score,
            head_tip="พิมพ์หรือวางคะแนน เลขไทยหรืออารบิกก็ได้",
        ),
        Column(
            title=f"ปี {last}",
            value=lambda r: figure(r.previous),
            sort=lambda r: r.previous,
            right=True,
            width=74,
            tone=lambda _r: "muted",
            head_tip=f"คะแนนของปีก่อน แก้ได้โดยเลือกปี {last} ด้านบน",
        ),
        Column(
            title="เปลี่ยนแปลง",
            value=lambda r: change_text(r.change),
            spoken=lambda r: change_spoken(r.change),
            sort=lambda r: r.change,
            right=True,
            width=98,
            tone=lambda r: change_tone(r.change),
        ),
        Column(
            title="อันดับ",
            value=lambda r: str(r.rank or ""),
            sort=lambda r: r.rank,
            right=True,
            width=58,
            head_tip="คะแนนเท่ากันได้อันดับเดียวกัน",
        ),
        Column(
            title="กลุ่ม",
            value=lambda r: GROUPS[r.group].text if r.group else "",
            icon=lambda r: GROUPS[r.group].icon if r.group else "",
            tone=lambda r: GROUPS[r.group].tone if r.group else "muted",
            width=98,
            head_tip="แบ่งตามเกณฑ์จุดแข็งที่เลือกไว้",
        ),
        Column(
            title="คะแนนที่หายไป",
            value=lambda r: figure(r.lost),
            sort=lambda r: r.lost,
            right=True,
            width=136,
            bar=lambda r: r.lost_share,
            head_tip="ตัวชี้วัดหรือข้อนี้ทำให้คะแนนรวม 100 ลดลงเท่าใด",
        ),
    )


def figure(value: Decimal | None) -> str:
    """Two decimals; an empty cell where nothing is known."""
    return "" if value is None else str(half_up(value))


def _fold(row: ScoreRow) -> str:
    if row.open is None:
        return ""
    return "chevron-down" if row.open else "chevron-right"


def _folded(row: ScoreRow) -> str:
    if row.open is None:
        return row.number
    return f"{row.number} {'แสดงรายข้ออยู่' if row.open else 'มีรายข้อ กดเว้นวรรคเพื่อแสดง'}"


def _quiet(row: ScoreRow) -> str:
    return "muted" if row.item else "ink"


Known = Decimal | None


def edits_of(rows: Iterable[tuple[ScoreRow, Known]]) -> tuple[dict[int, Known], dict[str, Known]]:
    """What was typed, apart by where it belongs: indicators, items."""
    indicators: dict[int, Known] = {}
    items: dict[str, Known] = {}
    for row, score in rows:
        if row.item:
            items[row.item] = score
        elif row.indicator is not None:
            indicators[row.indicator] = score
    return indicators, items
