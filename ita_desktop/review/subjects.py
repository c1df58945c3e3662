"""What a score can be the score of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.framework import Framework


class About(StrEnum):
    INDICATOR = "indicator"
    ITEM = "item"
    TOOL = "tool"
    PART = "part"
    """One of the two parts of EIT."""
    SUB = "sub"
    TOTAL = "total"
    OFFICE = "office"
    """The office itself: what it "got" is the total, where a score follows."""


@dataclass(frozen=True, slots=True)
class Subject:
    about: About
    key: str = ""
    """The number of an indicator, the code of an item, a sub-indicator or a tool, the number of a part."""


def called(subject: Subject, framework: Framework) -> str:
    """As the officer calls it."""
    match subject.about:
        case About.INDICATOR:
            indicator = framework.indicator(int(subject.key))
            return f"ตัวชี้วัดที่ {subject.key} {indicator.name}" if indicator else f"ตัวชี้วัดที่ {subject.key}"
        case About.ITEM:
            return f"ข้อ {subject.key}"
        case About.TOOL:
            return f"แบบวัด {subject.key}"
        case About.PART:
            return f"EIT ส่วนที่ {subject.key}"
        case About.SUB:
            return f"ตัวชี้วัดย่อยที่ {subject.key}"
        case About.TOTAL | About.OFFICE:
            return "คะแนนรวม"
