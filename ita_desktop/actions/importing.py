"""How what a sheet says becomes records: which record a row means, and what of it changes.

The rows of one import see each other: a record is meant by one row at most, so nothing is doubled and nothing is
overwritten by a namesake.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ita_desktop.actions.kept import Kept
from ita_desktop.actions.matching import (
    matches,
    respondents_key,
    round_meant,
    text_of_finding,
    title_of_measure,
)
from ita_desktop.actions.outcomes import Duplicates, FieldChange, Outcome, RowState, joined
from ita_desktop.actions.saying import in_words
from ita_desktop.domain.progress import is_reported
from ita_desktop.domain.records import Evidence, Finding, Measure, Remark, Respondents, Round
from ita_desktop.exchange.grid import shown
from ita_desktop.exchange.own.written import WRITTEN, written
from ita_desktop.exchange.recognise import Entry
from ita_desktop.exchange.recognise.found import EitPartScore, IndicatorScore, ItemScore, Report
from ita_desktop.exchange.recognise.sent import mark
from ita_desktop.exchange.recognise.words import clean
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Document


class Importer:
    """Puts entries into a document within one change."""

    def __init__(self, document: Document, change: Change, year: int, duplicates: Duplicates) -> None:
        self._document = document
        self._change = change
        self._year = year
        self._duplicates = duplicates
        self._kept: dict[int, Kept] = {}

    def year_of(self, entry: Entry) -> int:
        return entry.year if entry.year is not None else self._year

    def prepare(self, entries: Sequence[Entry], measures_years: Mapping[int, int]) -> None:
        """Makes the years there are to be, and finds out which records the entries mean, all of them together."""
        for year in sorted({self.year_of(entry) for entry in entries}):
            if year not in self._document.years():
                self._change.add_year(year, measures_year=measures_years.get(year))
            kept = self._keep(year)
            of_year = [entry for entry in entries if self.year_of(entry) == year]
            findings = [entry for entry in of_year if isinstance(entry.record, Finding)]
            findings += [entry.answers for entry in of_year if entry.answers is not None]
            measures = [entry for entry in of_year if isinstance(entry.record, Measure)]
            kept.meant |= matches(findings, kept.findings, text_of_finding)
            kept.meant |= matches(measures, kept.measures, title_of_measure)

    def take(self, entry: Entry) -> Outcome:
        year = self.year_of(entry)
        match entry.record:
            case IndicatorScore() | EitPartScore() | ItemScore():
                return self._score(entry, entry.record, year)
            case Remark():
                return self._remark(entry, entry.record, year)
            case Respondents():
                return self._respondents(entry, entry.record, year)
            case Finding():
                return self._finding(entry, entry.record, year)[1]
            case Measure():
                return self._measure(entry, entry.record, year)
            case Report():
                return self._followup(entry, entry.record, year)

    def _keep(self, year: int) -> Kept:
        if year not in self._kept:
            records = self._document.records(year)
            self._kept[year] = Kept(
                findings={finding.id: finding for finding in records.findings},
                measures={measure.id: measure for measure in records.measures},
                rounds={round.id: round for round in records.rounds},
                followups={report.id: report for report in records.followups},
                respondents={respondents_key(row): row for row in records.respondents},
            )
        return self._kept[year]

    # Scores

    def _score(self, entry: Entry, record: IndicatorScore | EitPartScore | ItemScore, year: int) -> Outcome:
        known, change = self._document.records(year), self._change
        match record:
            case IndicatorScore(indicator=number):
                what, before = f"ตัวชี้วัดที่ {number}", known.indicator_scores.get(number)
                put = partial(change.set_indicator_score, year, number)
            case EitPartScore(part=number):
                what, before = f"EIT ส่วนที่ {number}", known.eit_parts.get(number)
                put = partial(change.set_eit_part, year, number)
            case ItemScore(code=code):
                what, before = f"ข้อ {code}", known.item_scores.get(code)
                put = partial(change.set_item_score, year, code)
        score = record.score
        if before == score:
            return Outcome(state=RowState.UNCHANGED, what=what, year=year)
        changed = FieldChange(
            field="score", before=in_words(before), after=in_words(score), place=entry.given.get("score")
        )
        return self._decide(what, year, (changed,), partial(put, score), is_new=before is None)

    def _remark(self, entry: Entry, record: Remark, year: int) -> Outcome:
        before = next((remark for remark in self._document.records(year).remarks if remark.item == record.item), None)
        what = f"ความเห็นผู้ประเมินข้อ {record.item}"
        return self._merge(entry, before, record, what, year)

    def _respondents(self, entry: Entry, record: Respondents, year: int) -> Outcome:
        kept = self._keep(year).respondents
        before = kept.get(respondents_key(record))
        if before is not None:
            record = replace(record, group=before.group)
        return self._merge(entry, before, record, f"ผู้ตอบ {record.tool} {record.group}", year)

    # Sentences

    def _finding(self, entry: Entry, record: Finding, year: int) -> tuple[str, Outcome]:
        kept = self._keep(year)
        before = kept.findings.get(kept.meant.get(id(entry), ""))
        record = replace(record, id=before.id if before else kept.new_id(kept.findings, entry.id, "f"))
        outcome = self._merge(entry, before, record, f"ข้อค้นพบ {_short(record.text or record.advice)}", year)
        if before is None:
            kept.findings[record.id] = record
        return record.id, outcome

    def _measure(self, entry: Entry, record: Measure, year: int) -> Outcome:
        kept = self._keep(year)
        before = kept.measures.get(kept.meant.get(id(entry), ""))
        links = [finding for finding in entry.answers_ids if finding in kept.findings]
        outcomes = []
        if entry.answers is not None and isinstance(entry.answers.record, Finding):
            finding, outcome = self._finding(entry.answers, entry.answers.record, year)
            outcomes.append(outcome)
            links.append(finding)
        known = before.findings if before else ()
        record = replace(
            record,
            id=before.id if before else kept.new_id(kept.measures, entry.id, "m"),
            findings=tuple(dict.fromkeys((*known, *(link for link in links if link in kept.findings)))),
        )
        given = (
            {**entry.given, "findings": next(iter(entry.given.values()))} if record.findings != known else entry.given
        )
        merged = self._merge(replace(entry, given=given), before, record, f"มาตรการ {_short(record.title)}", year)
        if before is None:
            kept.measures[record.id] = record
            kept.titles = None
        return joined(merged, outcomes)

    def _followup(self, entry: Entry, report: Report, year: int) -> Outcome:
        kept = self._keep(year)
        what = f"การติดตามมาตรการ {_short(report.measure)}"
        of_id = kept.followups.get(entry.id) if entry.id else None
        round_of_id = entry.id.partition("/")[2]
        measure = of_id.measure if of_id else kept.measure_meant(entry.id, report.measure)
        if measure is None:
            message = "ไม่พบมาตรการชื่อนี้ในปีนี้ นำเข้าหรือเพิ่มมาตรการก่อน"
            return Outcome(state=RowState.ERROR, what=what, year=year, message=message)
        round = round_of_id if round_of_id in kept.rounds else self._round(year, kept, report)
        if round is None:
            message = "ไม่รู้ว่าเป็นผลของรอบใด ระบุรอบไว้ในตาราง"
            return Outcome(state=RowState.ERROR, what=what, year=year, message=message)
        record = replace(report.followup, measure=measure, round=round)
        before = kept.followups.get(record.id)
        if before is None and not is_reported(record):
            return Outcome(state=RowState.UNCHANGED, what=what, year=year)  # a row of a form that nobody filled in
        if before is not None:
            record = replace(record, evidence=_with_files(record.evidence, before.evidence))
        outcome = self._merge(entry, before, record, what, year)
        kept.followups.setdefault(record.id, record)
        return outcome

    def _round(self, year: int, kept: Kept, report: Report) -> str | None:
        """The round by its name; a name not heard before is a new round."""
        if not report.round:
            return next(iter(kept.rounds)) if len(kept.rounds) == 1 else None
        found = round_meant(report.round, kept.rounds)
        if found is None:
            found = kept.new_id(kept.rounds, "", "r")
            kept.rounds[found] = Round(id=found, name=report.round, due=report.due)
            self._change.save(year, kept.rounds[found])
        return found

    # Underneath

    def _merge(self, entry: Entry, before: Any, record: Any, what: str, year: int) -> Outcome:  # noqa: ANN401
        """Only fields that the sheet has a column for; what it leaves empty stays, unless the sheet is our own."""
        if before is None:
            return self._decide(what, year, (), lambda: self._change.save(year, record), is_new=True)
        given = {
            name: place
            for name, place in entry.given.items()
            if (entry.id or getattr(record, name) not in (None, "", ()))
            and not _says_the_same(getattr(before, name), getattr(record, name))
            and not self._untouched(entry, before, name, year)
        }
        if words := given.get("period_text"):  # words without dates do not keep the dates of other words
            given |= {name: place for name, place in entry.given.items() if place == words}
        merged = replace(before, **{name: getattr(record, name) for name in given})
        changes = tuple(
            FieldChange(
                field=name, before=in_words(getattr(before, name)), after=in_words(getattr(merged, name)), place=place
            )
            for name, place in given.items()
            if getattr(before, name) != getattr(merged, name)
        )
        if not changes:
            return Outcome(state=RowState.UNCHANGED, what=what, year=year)
        return self._decide(what, year, changes, lambda: self._change.save(year, merged), is_new=False)

    def _untouched(self, entry: Entry, before: object, field: str, year: int) -> bool:
        """The cell of our own sheet says what we once wrote there."""
        if field not in entry.said or type(before) not in WRITTEN:
            return False
        if entry.sent is not None:
            return entry.sent.get(field, "") == mark(entry.said[field])
        ours = written(before, field, self._document.year(year).framework)
        return entry.said[field] == clean(shown(ours))

    def _decide(
        self, what: str, year: int, changes: tuple[FieldChange, ...], write: Callable[[], None], *, is_new: bool
    ) -> Outcome:
        if is_new:
            write()
            return Outcome(state=RowState.NEW, what=what, year=year, changes=changes)
        if self._duplicates is Duplicates.SKIP:
            return Outcome(state=RowState.SKIPPED, what=what, year=year, changes=changes)
        write()
        return Outcome(state=RowState.UPDATED, what=what, year=year, changes=changes)


def _says_the_same(before: object, after: object) -> bool:
    """Blanks and line ends that nobody sees are no change."""
    if isinstance(before, str) and isinstance(after, str):
        return clean(before) == clean(after)
    return before == after


def _with_files(said: Sequence[Evidence], kept: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What a sheet says of evidence, with the files that the workbook keeps of it: a sheet tells names and links."""
    known: dict[tuple[str, str], list[Evidence]] = {}
    for piece in kept:
        known.setdefault((piece.title, piece.link), []).append(piece)
    return tuple(found.pop(0) if (found := known.get((piece.title, piece.link))) else piece for piece in said)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= 50 else f"“{line[:50]}…”"
