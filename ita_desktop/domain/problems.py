"""What the review finds, and where: down to the field and its characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is. Errors must not reach the mayor; hints are for a calm moment."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.ERROR: "ข้อผิดพลาด",
    Severity.WARNING: "ควรตรวจสอบ",
    Severity.HINT: "ข้อแนะนำ",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a record: enough for the window to go there and for a fix to be written."""

    kind: str
    """`scores`, `finding`, `measure`, `followup`, `memo`, `report`, `order`, `agenda`, `respondents`, `office`, …"""
    id: str | None = None
    field: str | None = None
    """The record's field; an element of a list as `steps[2]`, of a part as `parts[0].text`."""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is inconsistent or missing."""

    rule: str
    severity: Severity
    where: Place
    message: str
    quote: str | None = None
    expected: str | None = None
    fix: str | None = None
    """What to put in place of the quote; None where a person has to decide."""
