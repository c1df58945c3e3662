"""What the workbook of one office holds. Every record is a value: changed by `replace`, never in place.

Names are the officer's words in English; the Thai the officer reads lives in resources and beside the widgets.
Years are Buddhist Era numbers, dates are `datetime.date`, scores are `Decimal`. Unknown is `None`, never zero.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from ita_desktop.domain.framework import Framework

NOTHING: Mapping[int, Decimal] = MappingProxyType({})
NO_ITEMS: Mapping[str, Decimal] = MappingProxyType({})


class FindingKind(StrEnum):
    STRENGTH = "strength"
    FIX = "fix"
    IMPROVE = "improve"
    KEEP = "keep"


class FollowUpState(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text the program wrote, so that it is known which words are still ours and from which figures they came.

    While the field still equals `text`, it is an untouched draft: drafting may renew it and the review may call it
    stale. Once a person changed the field, it is theirs.
    """

    field: str
    text: str
    basis: Mapping[str, str] = made_by(default_factory=dict)
    """Figure → value at the time of writing, such as `indicator.8` → `83.40`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the office who signs, owns or receives."""

    name: str
    position: str = ""
    division: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    name: str
    kind: str = ""
    district: str = ""
    province: str = ""
    divisions: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    telephone: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Total and level as ป.ป.ช. announced them, kept beside what we compute."""

    total: Decimal | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthRule:
    """How an office tells strengths from weak points: a mark (85 for nearly all), or its best N indicators."""

    mark: Decimal = Decimal(85)
    top: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondents:
    """How many people of one class answered; men, women and others."""

    tool: str
    by: str
    """`age`, `education` or `visitor`."""
    group: str
    male: int = 0
    female: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the assessor wrote about an item that lost points."""

    item: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    id: str
    indicator: int | None = None
    items: tuple[str, ...] = ()
    topic: int | None = None
    """One of the seven topics, 1–7, where the year's report goes by topics."""
    kind: FindingKind = FindingKind.FIX
    text: str = ""
    advice: str = ""
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    id: str
    findings: tuple[str, ...] = ()
    indicator: int | None = None
    items: tuple[str, ...] = ()
    topic: int | None = None
    title: str = ""
    analysis: str = ""
    steps: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    start: datetime.date | None = None
    end: datetime.date | None = None
    revised_end: datetime.date | None = None
    """A later end agreed on; the planned one is kept beside it."""
    period_text: str = ""
    followup: str = ""
    budget: Decimal | None = None
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A point in the year at which every measure is reported on."""

    id: str
    name: str
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    title: str
    link: str = ""
    file: str = ""
    """Name in the workbook's evidence folder, where a file was copied in."""
    size: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What became of one measure by one round."""

    measure: str
    round: str
    state: FollowUpState = FollowUpState.NOT_STARTED
    progress: int | None = None
    result: str = ""
    obstacles: str = ""
    reported: datetime.date | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.measure}/{self.round}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistEntry:
    """One OIT item of the year: who prepares it, by when, where it is published."""

    item: str
    owner: str = ""
    due: datetime.date | None = None
    link: str = ""
    state: FollowUpState = FollowUpState.NOT_STARTED
    note: str = ""

    @property
    def id(self) -> str:
        return self.item


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A date of the assessment's year: when IIT opens, when OIT data is due, when measures are due."""

    id: str
    title: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoPart:
    heading: str
    text: str
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One stop of the memo on its way up: who is addressed, what is noted, who signs."""

    to: str = ""
    comments: tuple[str, ...] = ()
    name: str = ""
    position: str = ""
    acting_for: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    division: str = ""
    number: str = ""
    date: datetime.date | None = None
    subject: str = ""
    to: str = ""
    parts: tuple[MemoPart, ...] = ()
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the analysis report: in or out, with the officer's text (empty = the default text)."""

    key: str
    included: bool = True
    text: str = ""
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    preset: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    name: str
    position: str = ""
    role: str = ""
    charge: tuple[str, ...] = ()
    """Indicators, sub-indicators or items in this member's hands: `9.1`, `o12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    number: str = ""
    date: datetime.date | None = None
    subject: str = ""
    whereas: str = ""
    members: tuple[Member, ...] = ()
    duties: tuple[str, ...] = ()
    effective: datetime.date | None = None
    signatory: Signatory = Signatory()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    number: str
    title: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    meeting: str = ""
    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silenced:
    """A problem the officer looked at and declared to be none, with the reason on record."""

    rule: str
    kind: str
    record: str
    field: str
    quote: str
    reason: str
    when: datetime.date | None = None

    @property
    def id(self) -> str:
        return f"{self.rule}/{self.kind}/{self.record}/{self.field}/{self.quote}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Everything the file knows about one assessed year. It flows through the house; nothing else does."""

    number: int
    measures_year: int
    office: Office
    framework: Framework
    reported: Reported = Reported()
    strength_rule: StrengthRule = StrengthRule()
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
    memo: Memo | None = None
    report: Report | None = None
    order: Order | None = None
    agenda: Agenda | None = None
    silenced: tuple[Silenced, ...] = ()
    previous: Year | None = None
    """The nearest earlier year in the workbook; its own `previous` leads further back."""

    @property
    def last_year(self) -> Year | None:
        """The year a change is measured against: exactly one year earlier, or none."""
        return self.previous if self.previous is not None and self.previous.number == self.number - 1 else None

    def finding(self, id: str) -> Finding | None:
        return next((finding for finding in self.findings if finding.id == id), None)

    def measure(self, id: str) -> Measure | None:
        return next((measure for measure in self.measures if measure.id == id), None)
