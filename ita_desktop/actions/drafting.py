"""Drafting: the program writes what is missing and renews what nobody touched; all of it is one step to undo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ita_desktop.actions.own_phrases import own_phrases
from ita_desktop.actions.papers import paper_options
from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.records import Finding, Measure, Memo, MemoPart, Report, Section, Year
from ita_desktop.drafting import drafting
from ita_desktop.drafting.choosing import Wording, accepted, with_wording, wordings
from ita_desktop.drafting.desk import Desk
from ita_desktop.drafting.drafting import Drafted
from ita_desktop.drafting.effect import Effect, effects
from ita_desktop.drafting.library import Offered, library
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.drafting.renewing import Stale
from ita_desktop.papers.arrangement import printed
from ita_desktop.storage.document import Document

EVERYTHING = frozenset({"findings", "measures", "memo", "report"})
Drafts = Finding | Measure | MemoPart | Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    added: int = 0
    renewed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.renewed or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSummary:
    """What was written, for the officer to know before reading it."""

    findings: Count = Count()
    measures: Count = Count()
    rounds: int = 0
    memo: bool = False
    report: int = 0
    """Sections of the report that were written or renewed."""

    def __bool__(self) -> bool:
        return any((self.findings, self.measures, self.rounds, self.memo, self.report))

    def in_words(self) -> str:
        """`ร่างข้อค้นพบ 19 ข้อ มาตรการ 11 ข้อ และบันทึกข้อความ`"""
        done = [
            *_counted("ข้อค้นพบ", self.findings),
            *_counted("มาตรการ", self.measures),
            f"รอบติดตาม {self.rounds} รอบ" if self.rounds else "",
            f"รายงาน {self.report} ส่วน" if self.report else "",
            "บันทึกข้อความ" if self.memo else "",
        ]
        told = " ".join(part for part in done if part)
        return f"ร่าง{told}" if told else "ไม่มีสิ่งใดต้องร่างเพิ่ม"


def draft_year(
    document: Document,
    number: int,
    phrases: Phrases,
    *,
    kinds: Collection[str] = EVERYTHING,
    indicator: int | None = None,
) -> DraftSummary:
    """Findings, measures, rounds, memo and report of a year; or only some kinds, or those of one indicator."""
    year = document.year(number)
    if not year.indicator_scores and not year.item_scores:
        raise AnswerIsNo(f"ยังร่างให้ไม่ได้ เพราะปี {number} ยังไม่มีคะแนน", do="กรอกหรือนำเข้าคะแนนก่อน")
    sections = printed(year, paper_options(document))
    drafted = drafting.draft(year, with_own(document, phrases), sections)
    if indicator is not None:
        kinds = EVERYTHING & {"findings", "measures"} & set(kinds)
    if set(kinds) != EVERYTHING or indicator is not None:
        drafted = drafted.only(year, kinds=kinds, indicator=indicator)
    if drafted:
        with document.change("ร่างให้") as change:
            change.save(number, *drafted.rounds, *drafted.findings)
            change.delete(number, *drafted.gone_measures)
            change.save(number, *drafted.measures)
            change.delete(number, *drafted.gone_findings)
            papers: tuple[Memo | Report | None, ...] = (drafted.memo, drafted.report)
            change.save(number, *(paper for paper in papers if paper is not None))
    return _summary(year, drafted)


def stale_drafts(document: Document, number: int, phrases: Phrases) -> tuple[Stale, ...]:
    """Drafts nobody touched whose figures have changed since, old beside new."""
    return drafting.stale(document.year(number), with_own(document, phrases))


def wordings_of(document: Document, number: int, phrases: Phrases, record: Drafts, field: str) -> tuple[Wording, ...]:
    """What can be written in a field, to choose from side by side."""
    return wordings(document.year(number), with_own(document, phrases), record, field)


def measures_in_library(document: Document, number: int, phrases: Phrases) -> tuple[Offered, ...]:
    """Every measure known for what this year's rules ask, the office's own among them."""
    return library(document.year(number), with_own(document, phrases))


def effects_of(document: Document, number: int, phrases: Phrases) -> tuple[Effect, ...]:
    """What became of last year's measures in this year's scores."""
    return effects(Desk(document.year(number), phrases).pen())


def take_wording(document: Document, number: int, record: Finding | Measure, wording: Wording) -> None:
    """One of them into the field; it stays a draft until a person accepts or edits it."""
    with document.change("เลือกถ้อยคำ") as change:
        change.save(number, with_wording(record, wording))


def accept_drafts(document: Document, number: int, *records: Finding | Measure) -> None:
    """From here on these are the officer's own words."""
    with document.change("รับร่าง") as change:
        change.save(number, *(accepted(record) for record in records))


def with_own(document: Document, phrases: Phrases) -> Phrases:
    return phrases.with_own(own_phrases(document))


# ------------------------------------------------------------------------------------------------------ counting


def _summary(year: Year, drafted: Drafted) -> DraftSummary:
    before = {section.key: section for section in year.report.sections} if year.report else {}
    after = drafted.report.sections if drafted.report else ()
    return DraftSummary(
        findings=_count(drafted.findings, year.findings, drafted.gone_findings),
        measures=_count(drafted.measures, year.measures, drafted.gone_measures),
        rounds=len(drafted.rounds),
        memo=drafted.memo is not None,
        report=sum(before.get(section.key) != section for section in after),
    )


def _count(
    changed: Collection[Finding | Measure],
    there: Collection[Finding | Measure],
    gone: Collection[Finding | Measure],
) -> Count:
    known = {record.id for record in there}
    added = sum(record.id not in known for record in changed)
    return Count(added=added, renewed=len(changed) - added, removed=len(gone))


def _counted(what: str, count: Count) -> list[str]:
    parts = (("", count.added), ("ปรับปรุง", count.renewed), ("นำออก", count.removed))
    return [f"{how}{what} {number} ข้อ" for how, number in parts if number]
