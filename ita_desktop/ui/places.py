"""Where a problem is, as the officer calls it."""

from __future__ import annotations

from ita_desktop.domain.kinds import KIND_NAMES
from ita_desktop.domain.problems import SEVERITY_NAMES, Place, Severity
from ita_desktop.domain.records import Year
from ita_desktop.ui.words import Look

SEVERITIES: dict[Severity, Look] = {
    Severity.ERROR: Look(SEVERITY_NAMES[Severity.ERROR], "error", "bad", "ต้องแก้ก่อนเสนอผู้บริหาร"),
    Severity.WARNING: Look(SEVERITY_NAMES[Severity.WARNING], "warning", "warn", "น่าจะผิดหรือขาด โปรดดูอีกครั้ง"),
    Severity.HINT: Look(SEVERITY_NAMES[Severity.HINT], "info", "muted", "ทำให้ดีขึ้นได้เมื่อมีเวลา"),
}


def place_words(place: Place, year: Year) -> str:
    kind = KIND_NAMES.get(place.kind, place.kind)
    return " ".join(filter(None, (kind, _which(place, year))))


def _which(place: Place, year: Year) -> str:
    if place.id is None:
        return ""
    if place.kind == "finding" and (finding := year.finding(place.id)):
        return _short(finding.text or finding.advice)
    measure = year.measure(place.id.partition("/")[0]) if place.kind in {"measure", "followup"} else None
    if measure is not None:
        return _short(measure.title)
    return place.id if place.kind in {"scores", "checklist"} else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:38].rstrip()} …"
