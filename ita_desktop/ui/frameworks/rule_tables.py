"""The parts of a year's rules as tables: what is shown of them, and how what is typed becomes a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.fields import with_field
from ita_desktop.domain.framework import Confidence, Framework, Item, Level, SubIndicator
from ita_desktop.domain.framework_rules import letter
from ita_desktop.thai.digits import NumberProblem, read_number, to_arabic

DOUBT = "ตรวจสอบกับคู่มือ"
_PASSED = ("ผ่าน", "ไม่ผ่าน")

Record = Any
"""A tool, an indicator, a sub-indicator, an item or a level."""


@dataclass(frozen=True, slots=True)
class RuleColumn:
    field: str
    title: str
    show: Callable[[Any], str] = str
    read: Callable[[str], Any] | None = str.strip
    """None = it is looked at and never typed."""
    width: int = 0
    right: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One part of the rules: the field of `Framework`, and its records as rows."""

    field: str
    title: str
    noun: str
    columns: tuple[RuleColumn, ...]
    blank: Callable[[Framework, Record | None], Record] | None = None
    """A new record, like the one that is looked at; None = nothing is added or taken away here."""
    confirmed: bool = True
    """Whether each record says how sure it is."""

    def records(self, rules: Framework) -> tuple[Record, ...]:
        found: tuple[Record, ...] = getattr(rules, self.field)
        return found

    def put(self, rules: Framework, records: tuple[Record, ...]) -> Framework:
        return with_field(rules, self.field, records)

    def changed(self, record: Record, field: str, value: object) -> Record:
        """What an officer typed was looked up: it is sure from then on."""
        change: dict[str, object] = {field: value}
        if self.confirmed:
            change["confidence"] = Confidence.SURE
        return replace(record, **change)


def _number(text: str) -> int:
    value = _decimal(text)
    if value is None or value != int(value):
        raise ItaError(f"“{text.strip()}” ไม่ใช่เลขจำนวนเต็ม", do="พิมพ์เลขของตัวชี้วัด เช่น 9")
    return int(value)


def _score(text: str) -> Decimal:
    value = _decimal(text)
    if value is None:
        raise ItaError("ช่องนี้ต้องมีตัวเลข", do="พิมพ์คะแนน 0 ถึง 100")
    return value


def _decimal(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except NumberProblem as trouble:
        raise ItaError(trouble.reason) from trouble


def _code(text: str) -> str:
    return to_arabic(text).strip().lower()


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(alias.strip() for alias in text.replace(";", ",").split(",") if alias.strip())


def _passed(text: str) -> bool:
    if text.strip() not in _PASSED:
        raise ItaError(f"“{text.strip()}” ไม่ใช่ผลการประเมิน", do=f"พิมพ์ {' หรือ '.join(_PASSED)}")
    return text.strip() == _PASSED[0]


def _or_nothing(value: object) -> str:
    return "" if value is None else str(value)


def _new_item(rules: Framework, like: Item | None) -> Item:
    """Behind the last one of its tool, in the indicator that is looked at."""
    indicator = rules.indicator(like.indicator) if like else rules.indicators[-1]
    assert indicator is not None
    first = letter(indicator.tool)
    last = max((int(item.code[1:]) for item in rules.items if item.code[:1] == first), default=0)
    return Item(
        code=f"{first}{last + 1}",
        title="ข้อใหม่",
        indicator=indicator.number,
        sub=like.sub if like else "",
        confidence=Confidence.UNSURE,
    )


def _new_sub(rules: Framework, like: SubIndicator | None) -> SubIndicator:
    number = like.indicator if like else rules.indicators[-1].number
    taken = {sub.code for sub in rules.sub_indicators}
    code = next(f"{number}.{place}" for place in range(1, 100) if f"{number}.{place}" not in taken)
    return SubIndicator(code=code, name="ตัวชี้วัดย่อยใหม่", indicator=number, confidence=Confidence.UNSURE)


def _new_level(rules: Framework, like: Level | None) -> Level:
    """Half way between the level that is looked at and the next one, so that the levels stay in order."""
    levels = rules.levels
    at = levels.index(like) if like in levels else 0
    below = levels[at + 1].minimum if at + 1 < len(levels) else Decimal(0)
    middle = ((levels[at].minimum + below) / 2).quantize(Decimal("0.01"))
    return Level(name="ระดับใหม่", minimum=middle, passed=False, confidence=Confidence.UNSURE)


ITEMS = RuleTable(
    field="items",
    title="ข้อ",
    noun="ข้อ",
    columns=(
        RuleColumn("code", "รหัส", read=_code, width=64, tip="อักษรแรกของแบบวัด ตามด้วยเลขข้อ เช่น o27"),
        RuleColumn("title", "ข้อหรือประเด็น"),
        RuleColumn("indicator", "ตัวชี้วัด", read=_number, width=76, right=True),
        RuleColumn("sub", "ย่อย", read=_code, width=64, tip="ตัวชี้วัดย่อยที่ข้อนี้อยู่ เช่น 9.1"),
    ),
    blank=_new_item,
)
INDICATORS = RuleTable(
    field="indicators",
    title="ตัวชี้วัด",
    noun="ตัวชี้วัด",
    columns=(
        RuleColumn("number", "ที่", read=None, width=44, right=True),
        RuleColumn("name", "ชื่อ"),
        RuleColumn("tool", "แบบวัด", read=lambda text: text.strip().upper(), width=76),
        RuleColumn("aliases", "ชื่ออื่นที่ใช้กัน", show=", ".join, read=_aliases, tip="คั่นด้วยจุลภาค ใช้จับคู่เมื่อนำเข้าตาราง"),
    ),
    confirmed=False,
)
SUB_INDICATORS = RuleTable(
    field="sub_indicators",
    title="ตัวชี้วัดย่อย",
    noun="ตัวชี้วัดย่อย",
    columns=(
        RuleColumn("code", "รหัส", read=_code, width=64),
        RuleColumn("name", "ชื่อ"),
        RuleColumn("indicator", "ตัวชี้วัด", read=_number, width=76, right=True),
    ),
    blank=_new_sub,
)
LEVELS = RuleTable(
    field="levels",
    title="ระดับผล",
    noun="ระดับ",
    columns=(
        RuleColumn("name", "ระดับ"),
        RuleColumn("minimum", "คะแนนรวมตั้งแต่", read=_score, width=112, right=True),
        RuleColumn(
            "tools_minimum",
            "ทุกเครื่องมือตั้งแต่",
            show=_or_nothing,
            read=_decimal,
            width=128,
            right=True,
            tip="เว้นว่างเมื่อระดับนี้ไม่มีเงื่อนไขรายเครื่องมือ",
        ),
        RuleColumn("passed", "ผล", show=lambda passed: _PASSED[not passed], read=_passed, width=76),
    ),
    blank=_new_level,
)
TOOLS = RuleTable(
    field="tools",
    title="แบบวัด",
    noun="แบบวัด",
    columns=(
        RuleColumn("code", "รหัส", read=None, width=64),
        RuleColumn("name", "ชื่อ"),
        RuleColumn("weight", "น้ำหนัก %", read=_score, width=92, right=True),
        RuleColumn("aliases", "ชื่ออื่นที่ใช้กัน", show=", ".join, read=_aliases),
    ),
    confirmed=False,
)
ALL = (ITEMS, INDICATORS, SUB_INDICATORS, LEVELS, TOOLS)
