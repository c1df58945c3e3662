"""The shapes in which offices publish their analysis: which sections, in which order, with which table of measures.

Five come with the program; an office saves its own as a `Preset`, which goes to the workbook and back as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ita_desktop.domain.errors import WrongUsage

SECTION_KEYS = (
    "cover",
    "foreword",
    "contents",
    "background",
    "rationale",
    "tools",
    "criteria",
    "respondents",
    "scores",
    "remarks",
    "comparison",
    "strengths",
    "weaknesses",
    "improve",
    "by_item",
    "by_tool",
    "topics",
    "measures",
    "note",
    "appendix",
)
"""All sections of the analysis report in their usual order."""


class MeasureShape(StrEnum):
    """How the table of measures is laid out."""

    FIVE = "five"
    BY_INDICATOR = "by_indicator"
    BY_TOPIC = "by_topic"
    BY_OIT_ITEM = "by_oit_item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A shape of the report, by the name it is asked for."""

    name: str
    title: str
    sections: tuple[str, ...]
    measures: MeasureShape = MeasureShape.FIVE
    ranked: bool = False
    """The table of scores goes from the best indicator to the weakest, not by number."""

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "title": self.title,
            "sections": list(self.sections),
            "measures": self.measures.value,
            "ranked": self.ranked,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Preset:
        """Refuses what is no preset: it may come from another office's file."""
        name, title, sections = data.get("name"), data.get("title", ""), data.get("sections")
        if not isinstance(name, str) or not name.strip() or not isinstance(title, str):
            raise WrongUsage("แบบรายงานที่บันทึกไว้ไม่มีชื่อ", do="ตั้งชื่อแบบรายงานแล้วบันทึกใหม่")
        if not isinstance(sections, list | tuple):
            raise WrongUsage(f"แบบรายงาน “{name}” ไม่มีรายการส่วนของรายงาน", do="เลือกส่วนของรายงานแล้วบันทึกใหม่")
        unknown = [key for key in sections if key not in SECTION_KEYS]
        if unknown:
            raise WrongUsage(
                f"แบบรายงาน “{name}” มีส่วนที่ไม่รู้จัก: {', '.join(map(str, unknown))}",
                do=f"ส่วนที่ใช้ได้คือ {', '.join(SECTION_KEYS)}",
            )
        shape = data.get("measures", MeasureShape.FIVE.value)
        if shape not in set(MeasureShape):
            raise WrongUsage(
                f"แบบรายงาน “{name}” ใช้ตารางมาตรการที่ไม่รู้จัก: {shape}",
                do=f"ตารางที่ใช้ได้คือ {', '.join(MeasureShape)}",
            )
        return cls(
            name=name,
            title=title or name,
            sections=tuple(dict.fromkeys(sections)),
            measures=MeasureShape(shape),
            ranked=bool(data.get("ranked", False)),
        )


BY_ITEM = Preset(
    name="by-item",
    title="วิเคราะห์รายตัวชี้วัดและรายข้อ",
    sections=("cover", "scores", "by_item", "measures"),
    measures=MeasureShape.BY_INDICATOR,
)
COMPARISON = Preset(
    name="comparison",
    title="เปรียบเทียบกับปีก่อน",
    sections=(
        "background",
        "rationale",
        "tools",
        "criteria",
        "scores",
        "comparison",
        "strengths",
        "weaknesses",
        "by_tool",
        "measures",
    ),
    ranked=True,
)
SEVEN_TOPICS = Preset(
    name="seven-topics",
    title="วิเคราะห์ 7 ประเด็น",
    sections=("scores", "topics"),
    measures=MeasureShape.BY_TOPIC,
)
FULL_BOOK = Preset(
    name="full-book",
    title="รายงานฉบับเต็ม",
    sections=tuple(key for key in SECTION_KEYS if key not in {"by_item", "by_tool", "topics"}),
)
SHORT = Preset(
    name="short",
    title="ฉบับย่อ",
    sections=("scores", "weaknesses", "by_tool", "measures"),
)

PRESETS: Mapping[str, Preset] = {
    preset.name: preset for preset in (BY_ITEM, COMPARISON, SEVEN_TOPICS, FULL_BOOK, SHORT)
}


def find_preset(name: str, own: tuple[Preset, ...] = ()) -> Preset:
    """A preset by its name, the office's own before ours."""
    known = {**PRESETS, **{preset.name: preset for preset in own}}
    if name not in known:
        raise WrongUsage(f"ไม่รู้จักแบบรายงาน “{name}”", do=f"แบบรายงานที่ใช้ได้คือ {', '.join(known)}")
    return known[name]
