"""How the fields of records stand in the cells of our own sheets.

What comes back from Excel is compared with this first: a cell that says what we wrote has not been changed, whatever
reading it would make of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Evidence, Finding, FollowUp, Measure
from ita_desktop.exchange.grid import Value
from ita_desktop.exchange.recognise.cells import KIND_LABELS, STATE_LABELS
from ita_desktop.thai.dates import DateStyle, thai_date

Writer = Callable[[Any, Framework], Value]


def _text(name: str) -> Writer:
    return lambda record, _framework: getattr(record, name) or None


def _date(name: str) -> Writer:
    return lambda record, _framework: day_text(getattr(record, name))


def day_text(day: datetime.date | None) -> str | None:
    return thai_date(day, DateStyle.SHORT_LONG_YEAR) or None


def indicator_text(number: int | None, framework: Framework) -> str | None:
    indicator = framework.indicator(number) if number is not None else None
    if indicator is None:
        return None if number is None else f"ตัวชี้วัดที่ {number}"
    return f"{number}. {indicator.name}"


def topic_text(number: int | None, framework: Framework) -> str | None:
    topic = framework.topic(number) if number is not None else None
    if topic is None:
        return None if number is None else f"{number}."
    return f"{number}. {topic.name}"


def numbered(lines: Sequence[str]) -> str | None:
    """Steps as they can be edited: a single one as it is, several with their numbers."""
    if len(lines) < 2:
        return "\n".join(lines) or None
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _evidence(evidence: Sequence[Evidence]) -> str | None:
    return "\n".join(f"{one.title} | {one.link}" if one.link else one.title for one in evidence) or None


_ABOUT: Mapping[str, Writer] = {
    "indicator": lambda record, framework: indicator_text(record.indicator, framework),
    "topic": lambda record, framework: topic_text(record.topic, framework),
    "items": lambda record, _framework: " ".join(record.items) or None,
}
WRITTEN: Mapping[type, Mapping[str, Writer]] = {
    Finding: {
        **_ABOUT,
        "kind": lambda record, _framework: KIND_LABELS[record.kind],
        "text": _text("text"),
        "advice": _text("advice"),
    },
    Measure: {
        **_ABOUT,
        "title": _text("title"),
        "analysis": _text("analysis"),
        "steps": lambda record, _framework: numbered(record.steps),
        "owners": lambda record, _framework: "\n".join(record.owners) or None,
        "period_text": _text("period_text"),
        "start": _date("start"),
        "end": _date("end"),
        "revised_end": _date("revised_end"),
        "followup": _text("followup"),
        "budget": lambda record, _framework: None if record.budget is None else float(record.budget),
        "findings": lambda record, _framework: " ".join(record.findings) or None,
    },
    FollowUp: {
        "state": lambda record, _framework: STATE_LABELS[record.state],
        "progress": lambda record, _framework: record.progress,
        "result": _text("result"),
        "obstacles": _text("obstacles"),
        "reported": _date("reported"),
        "evidence": lambda record, _framework: _evidence(record.evidence),
    },
}


def written(record: object, field: str, framework: Framework) -> Value:
    return WRITTEN[type(record)][field](record, framework)
