"""A year's first draft, and every later one: findings, measures, rounds, memo and report from one set of figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar

from ita_desktop.domain.figures import Figures
from ita_desktop.domain.records import Finding, Measure, Memo, MemoPart, Report, Round, Section, Year
from ita_desktop.drafting import memo as memos
from ita_desktop.drafting import report as reports
from ita_desktop.drafting.arranging import usual_rounds
from ita_desktop.drafting.desk import Desk
from ita_desktop.drafting.measures import linked
from ita_desktop.drafting.pairing import DeskAt, PairedFindings, PairedMeasures
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.drafting.renewing import Pair, Stale

Record = TypeVar("Record", bound=Finding | Measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What drafting adds or changes; what it leaves out stays as it is."""

    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[Round, ...] = ()
    memo: Memo | None = None
    report: Report | None = None
    gone_findings: tuple[Finding, ...] = ()
    """Drafts nobody touched that the figures no longer ask for."""
    gone_measures: tuple[Measure, ...] = ()

    def __bool__(self) -> bool:
        lists = (self.findings, self.measures, self.rounds, self.gone_findings, self.gone_measures)
        return any(lists) or self.memo is not None or self.report is not None

    def only(self, year: Year, *, kinds: Collection[str], indicator: int | None = None) -> Drafted:
        """A part of the draft: `findings`, `measures`, `memo`, `report`; those of one indicator."""

        def chosen(records: Sequence[Record]) -> tuple[Record, ...]:
            return tuple(one for one in records if indicator is None or one.indicator == indicator)

        findings = chosen(self.findings) if "findings" in kinds else ()
        gone = chosen(self.gone_findings) if "findings" in kinds else ()
        there = {one.id for one in (*year.findings, *findings)} - {one.id for one in gone}
        measures = chosen(self.measures) if "measures" in kinds else ()
        return Drafted(
            findings=findings,
            measures=tuple(replace(m, findings=tuple(id for id in m.findings if id in there)) for m in measures),
            rounds=self.rounds if measures else (),
            memo=self.memo if "memo" in kinds else None,
            report=self.report if "report" in kinds else None,
            gone_findings=gone,
            gone_measures=chosen(self.gone_measures) if "measures" in kinds else (),
        )

    def on(self, year: Year) -> Year:
        """The year with the draft in it."""
        return replace(
            year,
            findings=_put(year.findings, self.findings, self.gone_findings),
            measures=_put(year.measures, self.measures, self.gone_measures),
            rounds=(*year.rounds, *self.rounds),
            memo=self.memo or year.memo,
            report=self.report or year.report,
        )


def draft(year: Year, phrases: Phrases, sections: Sequence[str] = reports.SECTIONS) -> Drafted:
    """Fills what is missing and renews what nobody touched; a year without any score has nothing to say yet.

    `sections` are those of the report that are wanted, in their order.
    """
    if not year.indicator_scores and not year.item_scores:
        return Drafted()
    rounds = () if year.rounds else usual_rounds(year)
    now = replace(year, rounds=(*year.rounds, *rounds))
    findings, gone_findings = _findings(now, phrases)
    now = replace(now, findings=_put(now.findings, findings, gone_findings))
    measures, gone_measures = _measures(now, phrases, gone_findings)
    now = replace(now, measures=_put(now.measures, measures, gone_measures))
    return Drafted(
        findings=findings,
        measures=measures,
        rounds=rounds,
        memo=_memo(now, phrases),
        report=_report(now, phrases, sections),
        gone_findings=gone_findings,
        gone_measures=gone_measures,
    )


def stale(year: Year, phrases: Phrases) -> tuple[Stale, ...]:
    """Untouched drafts whose figures have changed, each with what would be written now."""
    figures, desk_at = Figures(year), _desks(year, phrases)
    found: list[Stale] = []
    for finding in PairedFindings(year, desk_at).pairs:
        found += finding.stale("finding", finding.record.id, figures)
    for measure in PairedMeasures(year, desk_at).pairs:
        found += measure.stale("measure", measure.record.id, figures)
    for part in _memo_pairs(year.memo, desk_at) if year.memo else ():
        found += part.stale("memo", part.record.heading, figures)
    for section in _section_pairs(year.report, desk_at) if year.report else ():
        found += section.stale("report", section.record.key, figures)
    return tuple(found)


def pairs_of(year: Year, phrases: Phrases) -> tuple[Pair[Any], ...]:
    """Every record of the year that can be drafted, with what would be written in its place."""
    desk_at = _desks(year, phrases)
    return (
        *PairedFindings(year, desk_at).pairs,
        *PairedMeasures(year, desk_at).pairs,
        *(_memo_pairs(year.memo, desk_at) if year.memo else ()),
        *(_section_pairs(year.report, desk_at) if year.report else ()),
    )


# -------------------------------------------------------------------------------------------- findings, measures


def _findings(year: Year, phrases: Phrases) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    paired = PairedFindings(year, _desks(year, phrases))
    gone = tuple(pair.record for pair in paired.pairs if pair.is_gone() and not _has_report(year, pair.record))
    renewed = _renewed((pair for pair in paired.pairs if pair.record not in gone), Figures(year))
    return (*renewed, *_numbered("f", paired.new, year.findings)), gone


def _measures(
    year: Year, phrases: Phrases, gone_findings: Sequence[Finding]
) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    paired = PairedMeasures(year, _desks(year, phrases))
    reported = {report.measure for report in year.followups}
    gone = tuple(pair.record for pair in paired.pairs if pair.is_gone() and pair.record.id not in reported)
    renewed = _renewed((pair for pair in paired.pairs if pair.record not in gone), Figures(year))
    new = (linked(measure, year.findings) for measure in _numbered("m", paired.new, year.measures))
    changed = {measure.id: measure for measure in (*renewed, *new)}
    lost = {finding.id for finding in gone_findings}
    for measure in year.measures:
        if measure not in gone and lost & set(measure.findings):
            changed[measure.id] = _linked_again(changed.get(measure.id, measure), lost, year.findings)
    return tuple(changed.values()), gone


def _linked_again(measure: Measure, lost: set[str], findings: Sequence[Finding]) -> Measure:
    left = tuple(id for id in measure.findings if id not in lost)
    return replace(measure, findings=left) if left else linked(measure, findings)


def _has_report(year: Year, finding: Finding) -> bool:
    """A measure that was already reported on answers it: then it is history, and stays."""
    reported = {report.measure for report in year.followups}
    return any(finding.id in measure.findings for measure in year.measures if measure.id in reported)


def _renewed(pairs: Iterable[Pair[Record]], figures: Figures) -> tuple[Record, ...]:
    both = ((pair.record, pair.renewed(figures)) for pair in pairs)
    return tuple(after for before, after in both if after != before)


def _numbered(prefix: str, new: Iterable[Record], there: Iterable[Record]) -> tuple[Record, ...]:
    """Ids that go on from those that are there."""
    taken = (re.fullmatch(rf"{prefix}(\d+)", record.id) for record in there)
    highest = max((int(found[1]) for found in taken if found), default=0)
    return tuple(replace(record, id=f"{prefix}{highest + place}") for place, record in enumerate(new, 1))


def _put(there: Sequence[Record], changed: Sequence[Record], gone: Sequence[Record]) -> tuple[Record, ...]:
    new: dict[str, Record] = {record.id: record for record in changed}
    lost = {record.id for record in gone}
    kept: list[Record] = [new.pop(record.id, record) for record in there if record.id not in lost]
    return (*kept, *new.values())


# --------------------------------------------------------------------------------------------------- memo, report


def _memo(year: Year, phrases: Phrases) -> Memo | None:
    desk_at = _desks(year, phrases)
    fresh = memos.memo(desk_at(0))
    there = year.memo
    if there is None:
        return fresh
    figures = Figures(year)
    parts = tuple(pair.renewed(figures) for pair in _memo_pairs(there, desk_at))
    filled = replace(
        there,
        division=there.division or fresh.division,
        subject=there.subject or fresh.subject,
        to=there.to or fresh.to,
        parts=parts or fresh.parts,
        signatures=there.signatures or fresh.signatures,
    )
    return filled if filled != there else None


def _memo_pairs(memo: Memo, desk_at: DeskAt) -> list[Pair[MemoPart]]:
    written = cache(lambda turn: {part.heading: part for part in memos.memo(desk_at(turn)).parts})
    return [Pair(part, partial(_by_key, written, part.heading), ("text",)) for part in memo.parts]


def _report(year: Year, phrases: Phrases, sections: Sequence[str]) -> Report | None:
    desk_at, figures = _desks(year, phrases), Figures(year)
    there = year.report or Report()
    renewed = {pair.record.key: pair.renewed(figures) for pair in _section_pairs(there, desk_at, sections)}
    for key in sections:
        if key not in {section.key for section in there.sections} and (new := _section(desk_at, key, 0)):
            renewed[key] = new
    ordered = (renewed.pop(key) for key in sections if key in renewed)
    filled = replace(there, sections=(*ordered, *renewed.values()))
    return filled if filled != there else None


def _section_pairs(report: Report, desk_at: DeskAt, wanted: Sequence[str] | None = None) -> list[Pair[Section]]:
    """A section that nobody wants is not filled, but what is drafted in it is still renewed."""
    return [
        Pair(section, partial(_section, desk_at, section.key), ("text",) if _is_used(section, wanted) else ())
        for section in report.sections
    ]


def _is_used(section: Section, wanted: Sequence[str] | None) -> bool:
    return wanted is None or section.key in wanted or bool(section.drafts)


def _section(desk_at: DeskAt, key: str, turn: int) -> Section | None:
    draft = reports.section(desk_at(turn), key)
    return Section(key=key, text=draft.text, drafts=(draft,)) if draft else None


def _by_key(written: Callable[[int], dict[str, MemoPart]], key: str, turn: int) -> MemoPart | None:
    return written(turn).get(key)


def _desks(year: Year, phrases: Phrases) -> DeskAt:
    return cache(lambda turn: Desk(year, phrases, turn=turn))
