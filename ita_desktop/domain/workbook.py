"""The whole content of one office's file as one value: what the data document carries, what two files are compared by.

The house works on `Year`, which adds the office, the rules and the year before; this is what is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from ita_desktop.domain.records import (
    NO_ITEMS,
    NOTHING,
    Agenda,
    CalendarEntry,
    ChecklistEntry,
    Finding,
    FollowUp,
    Measure,
    Memo,
    Office,
    Order,
    Remark,
    Report,
    Reported,
    Respondents,
    Round,
    Silenced,
    StrengthRule,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRecords:
    """One assessed year as it is kept: the rules by their name, everything else by value."""

    number: int
    measures_year: int
    framework: str
    reported: Reported = made_by(default_factory=Reported)
    strength_rule: StrengthRule = made_by(default_factory=StrengthRule)
    indicator_scores: Mapping[int, Decimal] = made_by(default_factory=lambda: NOTHING)
    eit_parts: Mapping[int, Decimal] = made_by(default_factory=lambda: NOTHING)
    item_scores: Mapping[str, Decimal] = made_by(default_factory=lambda: NO_ITEMS)
    respondents: tuple[Respondents, ...] = ()
    remarks: tuple[Remark, ...] = ()
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[Round, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    checklist: tuple[ChecklistEntry, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    memo: Memo | None = None
    report: Report | None = None
    order: Order | None = None
    agenda: Agenda | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image of the office: the emblem, a logo."""

    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    office: Office
    years: tuple[YearRecords, ...] = ()
    shelf: Mapping[str, Mapping[str, Any]] = made_by(default_factory=lambda: MappingProxyType({}))
    """What the office keeps beside its years, by kind and name: corrected rules, presets, its own phrases, …"""
    pictures: Mapping[str, Picture] = made_by(default_factory=lambda: MappingProxyType({}))
