"""Scores in: of indicators, items and the parts of EIT; what ป.ป.ช. announced; which are strengths."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_desktop.domain.records import Remark, Reported, Respondents, StrengthRule
from ita_desktop.storage.document import Document

Scores = Mapping[int, Decimal | None]
ItemScores = Mapping[str, Decimal | None]
NO_SCORES: Scores = {}
NO_ITEM_SCORES: ItemScores = {}


def set_scores(
    document: Document,
    year: int,
    *,
    indicators: Scores = NO_SCORES,
    items: ItemScores = NO_ITEM_SCORES,
    eit_parts: Scores = NO_SCORES,
) -> None:
    """All scores given at once are one step; None takes a score away."""
    with document.change(_what(indicators, items, eit_parts)) as change:
        for number, score in indicators.items():
            change.set_indicator_score(year, number, score)
        for code, score in items.items():
            change.set_item_score(year, code, score)
        for part, score in eit_parts.items():
            change.set_eit_part(year, part, score)


def set_reported(document: Document, year: int, reported: Reported) -> None:
    with document.change("แก้ผลที่ประกาศ") as change:
        change.save_year_facts(year, reported=reported)


def set_strength_rule(document: Document, year: int, rule: StrengthRule) -> None:
    with document.change("เปลี่ยนเกณฑ์จุดแข็งและจุดอ่อน") as change:
        change.save_year_facts(year, strength_rule=rule)


def set_respondents(document: Document, year: int, *respondents: Respondents) -> None:
    with document.change("แก้จำนวนผู้ตอบ") as change:
        change.save(year, *respondents)


def set_remarks(document: Document, year: int, *remarks: Remark) -> None:
    """What the assessor wrote about items; an emptied remark is none."""
    items = " ".join(remark.item for remark in remarks[:3])
    with document.change(f"แก้ข้อเสนอแนะของผู้ประเมินข้อ {items}") as change:
        for remark in remarks:
            if remark.text:
                change.save(year, remark)
            else:
                change.delete(year, remark)


def _what(indicators: Scores, items: ItemScores, eit_parts: Scores) -> str:
    if len(indicators) + len(items) + len(eit_parts) > 1:
        return f"ใส่คะแนน {len(indicators) + len(items) + len(eit_parts)} ช่อง"
    for number in indicators:
        return f"แก้คะแนนตัวชี้วัดที่ {number}"
    for code in items:
        return f"แก้คะแนนข้อ {code}"
    return "แก้คะแนน EIT"
