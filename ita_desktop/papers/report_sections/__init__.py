"""The twenty sections of the analysis report, each a function of the Year, by their keys in the usual order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import Block, PaperOptions
from ita_desktop.papers.presets import PRESETS, SECTION_KEYS
from ita_desktop.papers.report_sections import (
    about,
    by_item,
    by_tool,
    closing,
    comparison,
    findings,
    front,
    respondents,
    scores,
    topics,
)

Writer = Callable[[Year, PaperOptions, str], tuple[Block, ...]]
"""Nothing to say = no blocks, and the section with its heading is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    key: str
    title: str
    """Its name in the window, and its heading on paper."""
    write: Writer
    heading: bool = True
    numbered: bool = True

    @property
    def presets(self) -> tuple[str, ...]:
        """The presets in which it is on."""
        return tuple(preset.name for preset in PRESETS.values() if self.key in preset.sections)


def _section(key: str, title: str, write: Writer, *, heading: bool = True, numbered: bool = True) -> ReportSection:
    return ReportSection(key=key, title=title, write=write, heading=heading, numbered=numbered)


_ALL = (
    _section("cover", "ปก", front.cover, heading=False, numbered=False),
    _section("foreword", "คำนำ", front.foreword, numbered=False),
    _section("contents", "สารบัญ", front.contents, heading=False, numbered=False),
    _section("background", "ความเป็นมา", about.background),
    _section("rationale", "หลักการและเหตุผล", about.rationale),
    _section("tools", "เครื่องมือการประเมิน", about.tools),
    _section("criteria", "เกณฑ์การประเมิน", about.criteria),
    _section("respondents", "จำนวนผู้ตอบแบบวัด", respondents.respondents),
    _section("scores", "ผลคะแนนการประเมิน", scores.scores),
    _section("remarks", "ข้อเสนอแนะของผู้ประเมิน", scores.remarks),
    _section("comparison", "เปรียบเทียบผลการประเมินกับปีก่อน", comparison.comparison),
    _section("strengths", "จุดแข็ง", findings.strengths),
    _section("weaknesses", "จุดอ่อนและข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน", findings.weaknesses),
    _section("improve", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น", findings.improve),
    _section("by_item", "การวิเคราะห์ผลการประเมินรายตัวชี้วัดและรายข้อ", by_item.by_item),
    _section("by_tool", "ข้อเสนอแนะรายเครื่องมือ", by_tool.by_tool),
    _section("topics", "การวิเคราะห์ผลการประเมินรายประเด็น", topics.topics),
    _section("measures", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", closing.measures),
    _section("note", "หมายเหตุ", closing.note),
    _section("appendix", "ภาคผนวก", closing.appendix, numbered=False),
)
SECTIONS: Mapping[str, ReportSection] = {key: section for key in SECTION_KEYS for section in _ALL if section.key == key}
