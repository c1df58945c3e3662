"""A new assessed year: empty, or as the next one after a year that is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ita_desktop.actions.measures import carried_over
from ita_desktop.domain.records import (
    ChecklistEntry,
    FollowUpState,
    Measure,
    Memo,
    Order,
    Report,
    Round,
    Section,
    Year,
)
from ita_desktop.storage.document import Document


def add_year(document: Document, number: int, *, measures_year: int | None = None) -> None:
    with document.change(f"เพิ่มปี {number}") as change:
        change.add_year(number, measures_year=measures_year)


def set_measures_year(document: Document, year: int, measures_year: int) -> None:
    with document.change("เปลี่ยนปีที่ดำเนินมาตรการ") as change:
        change.save_year_facts(year, measures_year=measures_year)


def delete_year(document: Document, number: int) -> None:
    with document.change(f"ลบปี {number}") as change:
        change.delete_year(number)


def start_new_year(document: Document, after: int) -> int:
    """The year that follows, with what stays true carried over: rules, unfinished measures, who signs, who prepares.

    Whatever held figures, dates or numbers of the old year comes over empty, so that none of it can slip through.
    """
    old = document.year(after)
    number = after + 1
    with document.change(f"เริ่มปี {number}") as change:
        change.add_year(number, measures_year=number + (old.measures_year - old.number))
        change.save_year_facts(number, strength_rule=old.strength_rule)
        change.save(number, *_open_measures(old, document.year(number)), *_rounds(old.rounds))
        if old.memo:
            change.save(number, _memo(old.memo))
        if old.report:
            change.save(number, _report(old.report))
        if old.order:
            change.save(number, _order(old.order))
        change.save(number, *_checklist(old, document.year(number)))
        change.save(number, *(replace(entry, start=None, end=None) for entry in old.calendar))
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """What goes on in the year after, and what does not, to be known before it is begun."""

    measures: int
    finished: int
    """Measures that are done or called off and stay behind."""
    rounds: int
    people: int
    signatures: int
    report_texts: int
    """Sections of the report in the officer's own words."""
    checklist: int
    """Items whose owner is known, of those the next year asks for too."""


def carried_over_from(document: Document, number: int) -> CarriedOver:
    year = document.year(number)
    finished = sum(is_done(year, measure) for measure in year.measures)
    return CarriedOver(
        measures=len(year.measures) - finished,
        finished=finished,
        rounds=len(year.rounds),
        people=len(year.office.people),
        signatures=len(year.memo.signatures) if year.memo else 0,
        report_texts=sum(bool(s.text.strip()) and not s.drafts for s in year.report.sections) if year.report else 0,
        checklist=sum(bool(entry.owner) for entry in year.checklist),
    )


def is_done(year: Year, measure: Measure) -> bool:
    """Done in any round, or called off: nothing of it is left for the next year."""
    over = {FollowUpState.DONE, FollowUpState.CANCELLED}
    return any(report.state in over for report in year.followups if report.measure == measure.id)


def _open_measures(old: Year, new: Year) -> Iterable[Measure]:
    for measure in old.measures:
        if not is_done(old, measure):
            yield carried_over(measure, old.framework, new.framework)


def _rounds(rounds: Iterable[Round]) -> Iterable[Round]:
    for round in rounds:
        due = round.due
        if due is not None:
            due = due.replace(year=due.year + 1, day=28 if (due.month, due.day) == (2, 29) else due.day)
        yield replace(round, due=due)


def _memo(memo: Memo) -> Memo:
    return Memo(
        division=memo.division,
        to=memo.to,
        parts=tuple(replace(part, text="", drafts=()) for part in memo.parts),
        signatures=tuple(replace(signature, date=None) for signature in memo.signatures),
    )


def _report(report: Report) -> Report:
    """A section that was drafted from figures is drafted anew; a person's own words stay."""
    return replace(report, sections=tuple(_section(section) for section in report.sections))


def _section(section: Section) -> Section:
    return replace(section, text="" if section.drafts else section.text, drafts=())


def _order(order: Order) -> Order:
    return replace(order, number="", date=None, effective=None)


def _checklist(old: Year, new: Year) -> Iterable[ChecklistEntry]:
    """Who prepares what, by what the item asks for and not by its code."""
    for entry in old.checklist:
        item = old.framework.item(entry.item)
        same = new.framework.item_meaning(item.meaning) if item else None
        if same is not None:
            yield ChecklistEntry(item=same.code, owner=entry.owner)
