"""The office's own phrases: kept in the workbook, carried to the next year, shared with the office next door.

They are saved from a record that a person finished. What belongs to one year only, its scores and its number, must not
go along, so it is turned back into gaps, and a text with figures that cannot be is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.records import Finding, Measure, Year
from ita_desktop.domain.scoring import score_text
from ita_desktop.drafting.entries import Suggestion
from ita_desktop.drafting.template import PhraseTrouble, placeholders
from ita_desktop.thai.digits import to_arabic

T = TypeVar("T")
FORMAT = "ita-phrases/1"
GAPS = frozenset({"office", "year", "measures_year"})
"""What an office's own phrase may leave open: known wherever it is used again."""
Advice = Mapping[str, tuple[str, ...]]
Suggestions = Mapping[str, tuple[Suggestion, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPhrases:
    """Advice and measures by what they are about: `items.iit-procedure`, `indicators.8`, `topics.2`."""

    advice: Advice = field(default_factory=lambda: MappingProxyType({}))
    measures: Suggestions = field(default_factory=lambda: MappingProxyType({}))

    def with_advice(self, key: str, text: str) -> OwnPhrases:
        return OwnPhrases(advice=_added(self.advice, key, text), measures=self.measures)

    def with_measure(self, key: str, measure: Suggestion) -> OwnPhrases:
        return OwnPhrases(advice=self.advice, measures=_added(self.measures, key, measure))

    def without(self, key: str, one: str | Suggestion) -> OwnPhrases:
        return OwnPhrases(advice=_taken(self.advice, key, one), measures=_taken(self.measures, key, one))

    def merged(self, other: OwnPhrases) -> OwnPhrases:
        """Ours and theirs; what both have stands once."""
        merged = self
        for key, texts in other.advice.items():
            for text in texts:
                merged = merged.with_advice(key, text)
        for key, measures in other.measures.items():
            for measure in measures:
                merged = merged.with_measure(key, measure)
        return merged

    def to_json(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "advice": {key: list(texts) for key, texts in self.advice.items()},
            "measures": {key: [_plain(one) for one in ones] for key, ones in self.measures.items()},
        }

    @classmethod
    def from_json(cls, data: object) -> OwnPhrases:
        """Refuses what is no list of phrases: it may come from another office's file."""
        if not isinstance(data, Mapping) or data.get("format") != FORMAT:
            raise WrongUsage("ไฟล์นี้ไม่ใช่ชุดถ้อยคำของโปรแกรม", do="เลือกไฟล์ที่ส่งออกจากเมนูถ้อยคำของหน่วยงาน")
        advice, measures = data.get("advice", {}), data.get("measures", {})
        if not isinstance(advice, Mapping) or not isinstance(measures, Mapping):
            raise _broken("advice หรือ measures")
        return cls(
            advice={key: _texts(texts, key) for key, texts in advice.items()},
            measures={key: _suggestions(ones, key) for key, ones in measures.items()},
        )


# ----------------------------------------------------------------------------------------- saved from a record


def key_of(year: Year, record: Finding | Measure) -> str:
    """What a record is about, by meaning where it has one: codes change from year to year."""
    if len(record.items) == 1:
        item = year.framework.item(record.items[0])
        if item and item.meaning:
            return f"items.{item.meaning}"
    if record.indicator is not None:
        return f"indicators.{record.indicator}"
    if record.topic is not None:
        return f"topics.{record.topic}"
    raise WrongUsage("เก็บเป็นถ้อยคำของหน่วยงานไม่ได้ เพราะยังไม่ระบุตัวชี้วัด ข้อ หรือประเด็น", do="เลือกตัวชี้วัดก่อนแล้วลองอีกครั้ง")


def advice_from(year: Year, finding: Finding) -> tuple[str, str]:
    """The advice of a finding as it can serve again, and what it is about."""
    if not finding.advice.strip():
        raise WrongUsage("ข้อค้นพบนี้ยังไม่มีข้อเสนอแนะให้เก็บ", do="เขียนข้อเสนอแนะก่อนแล้วลองอีกครั้ง")
    return key_of(year, finding), _general(year, finding.advice)


def measure_from(year: Year, measure: Measure) -> tuple[str, Suggestion]:
    """A measure as it can serve again, and what it is about."""
    if not measure.title.strip() or not any(step.strip() for step in measure.steps):
        raise WrongUsage("มาตรการนี้ยังไม่มีชื่อหรือขั้นตอนให้เก็บ", do="เขียนชื่อและขั้นตอนก่อนแล้วลองอีกครั้ง")
    return key_of(year, measure), Suggestion(
        title=_general(year, measure.title),
        steps=tuple(_general(year, step) for step in measure.steps if step.strip()),
        owners=measure.owners,
    )


_SCORE = re.compile(r"\d{1,3}\.\d{2}")
_CODE = re.compile(r"(?<![A-Za-z0-9])[ieo]\d{1,2}(?!\d)")
_REFERENCE = re.compile(r"\s*\(อ้างอิงจาก ([^)]*)\)")
_LEAD = re.compile(
    r"^(?:(?:ส่วน|สำหรับ|ใน|เพื่อยกระดับ|เพื่อรักษาและยกระดับ)?ข้อ [ieo]\d{1,2} )?"
    r"(?:หน่วยงาน)?(?:เห็นควร|ต้องเร่ง|ควร|ต้อง)"
)
"""What our frames put before an advice; it is put there again, so it is not kept with it."""


def _general(year: Year, text: str) -> str:
    """The text without what is true of one year only; braces of the officer's own stay what they are."""
    general = to_arabic(text).strip().replace("{", "{{").replace("}", "}}")
    general = _REFERENCE.sub(lambda found: _reference(year, found), _LEAD.sub("", general))
    for number, gap in ((year.measures_year, "{measures_year}"), (year.number, "{year}")):
        general = re.sub(rf"(?<!\d){number}(?!\d)", gap, general)
    if year.office.name:
        general = general.replace(year.office.name, "{office}")
    known = {score_text(score) for score in (*year.indicator_scores.values(), *year.item_scores.values())}
    scores = [score for score in _SCORE.findall(general) if score in known]
    if bound := next(iter([*scores, *_CODE.findall(general)]), None):
        raise WrongUsage(
            f"เก็บเป็นถ้อยคำของหน่วยงานไม่ได้ เพราะมีคะแนนหรือรหัสข้อของปีนี้อยู่ในข้อความ ({bound})",
            do="ตัดส่วนนั้นออกจากข้อความก่อนแล้วลองอีกครั้ง",
        )
    return general


def _reference(year: Year, found: re.Match[str]) -> str:
    """`(อ้างอิงจาก o8)` by what the item asks for; codes of no meaning stay and are then refused."""
    items = [year.framework.item(code) for code in _CODE.findall(found[1])]
    meanings = [item.meaning for item in items if item and item.meaning]
    return f"{{ref:{','.join(meanings)}}}" if items and len(meanings) == len(items) else found[0]


# ------------------------------------------------------------------------------------------------------- as JSON


def _plain(one: Suggestion) -> dict[str, Any]:
    return {"title": one.title, "steps": list(one.steps), "owners": list(one.owners), "followup": one.followup}


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(one, str) for one in value):
        raise _broken(where)
    return tuple(_usable(one, where) for one in value)


def _usable(text: str, where: str) -> str:
    """With no gap that would stay open."""
    try:
        open_gaps = placeholders(text) - GAPS
    except PhraseTrouble as trouble:
        raise _broken(where) from trouble
    if open_gaps:
        raise _broken(where)
    return text


def _suggestions(value: object, where: str) -> tuple[Suggestion, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise _broken(where)
    return tuple(_suggestion(one, where) for one in value)


def _suggestion(value: object, where: str) -> Suggestion:
    if not isinstance(value, Mapping):
        raise _broken(where)
    title, followup = value.get("title"), value.get("followup", "")
    if not isinstance(title, str) or not title.strip() or not isinstance(followup, str):
        raise _broken(where)
    return Suggestion(
        title=_usable(title, where),
        steps=_texts(value.get("steps", ()), where),
        owners=_texts(value.get("owners", ()), where),
        followup=_usable(followup, where),
    )


def _broken(where: str) -> WrongUsage:
    return WrongUsage(f"ชุดถ้อยคำนี้อ่านไม่ได้ที่ {where}", safe="ถ้อยคำเดิมไม่เปลี่ยน", do="ส่งออกจากโปรแกรมอีกครั้งแล้วนำเข้าใหม่")


def _added(kept: Mapping[str, tuple[T, ...]], key: str, one: T) -> Mapping[str, tuple[T, ...]]:
    before = kept.get(key, ())
    return kept if one in before else {**kept, key: (*before, one)}


def _taken(kept: Mapping[str, tuple[T, ...]], key: str, one: object) -> Mapping[str, tuple[T, ...]]:
    left = tuple(other for other in kept.get(key, ()) if other != one)
    others = {name: ones for name, ones in kept.items() if name != key}
    return {**others, key: left} if left else others
