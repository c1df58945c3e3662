"""Which record of the officer's answers which proposal of ours, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from ita_desktop.domain.drafts import draft_of
from ita_desktop.domain.framework import Indicator
from ita_desktop.domain.records import Finding, FindingKind, Measure, Year
from ita_desktop.drafting.desk import Desk
from ita_desktop.drafting.findings import TOLD_FIELDS as FINDING_FIELDS
from ita_desktop.drafting.findings import findings_of, more_items
from ita_desktop.drafting.measures import TOLD_FIELDS as MEASURE_FIELDS
from ita_desktop.drafting.measures import for_topics, measures_of
from ita_desktop.drafting.renewing import Pair
from ita_desktop.drafting.scored_items import scored_items, weak_items

DeskAt = Callable[[int], Desk]
_MAIN = {FindingKind.STRENGTH, FindingKind.FIX}
_TIED = ("kind", "items")
_FILLED_FIELDS = ("analysis", "owners", "start", "end", "followup")
"""What a measure of the officer's own may lack; steps of ours would not fit its title."""


class PairedFindings:
    """The year's findings beside what its scores ask for."""

    def __init__(self, year: Year, desk_at: DeskAt) -> None:
        self.pairs: list[Pair[Finding]] = []
        self.new: list[Finding] = []
        self._desk_at = desk_at
        for indicator in year.framework.indicators:
            self._pair(indicator, [one for one in year.findings if one.indicator == indicator.number])

    def _pair(self, indicator: Indicator, there: Sequence[Finding]) -> None:
        proposals = cache(lambda turn: {_role(p): p for p in findings_of(self._desk_at(turn), indicator)})
        told: set[str] = set()
        left = list(there)
        for role, proposal in proposals(0).items():
            match = _best(one for one in left if _fits(one, role))
            if match is None:
                self.new.append(proposal)
                told.update(proposal.items)
                continue
            left.remove(match)
            told.update(match.items)
            if draft_of(match, "text") or match.kind is proposal.kind:
                self.pairs.append(Pair(match, partial(_of_role, proposals, role), FINDING_FIELDS, _TIED))
                told.update(proposal.items if draft_of(match, "items") else ())
        for one in left:
            told.update(one.items)
            if draft_of(one, "text"):
                self.pairs.append(Pair(one, partial(self._more, indicator, one.items), FINDING_FIELDS, _TIED))
        self._untold(indicator, told)

    def _untold(self, indicator: Indicator, told: set[str]) -> None:
        codes = tuple(code for code in _weak_codes(self._desk_at(0), indicator) if code not in told)
        if codes:
            self.new.append(more_items(self._desk_at(0), indicator, codes))

    def _more(self, indicator: Indicator, items: Sequence[str], turn: int) -> Finding | None:
        desk = self._desk_at(turn)
        weak = [code for code in _weak_codes(desk, indicator) if code in items]
        return more_items(desk, indicator, weak) if weak else None


class PairedMeasures:
    """The year's measures beside what its findings ask for."""

    def __init__(self, year: Year, desk_at: DeskAt) -> None:
        self.pairs: list[Pair[Measure]] = []
        self.new: list[Measure] = []
        self._year = year
        self._desk_at = desk_at
        for indicator in year.framework.indicators:
            self._pair(indicator)
        self._pair_topics()

    def _pair(self, indicator: Indicator) -> None:
        proposals = cache(lambda turn: {p.items: p for p in measures_of(self._desk_at(turn), indicator)})
        there = [m for m in self._year.measures if m.indicator == indicator.number or _asks(self._year, m, indicator)]
        ours = {m.items: m for m in there if draft_of(m, "title") and len(m.items) < 2}
        for items, proposal in proposals(0).items():
            written = partial(_of_items, proposals, items)
            if items in ours:
                self.pairs.append(Pair(ours.pop(items), written, MEASURE_FIELDS))
            elif not _is_covered(indicator, items, there):
                self.new.append(proposal)
            for own in there:
                if own.items == items and not draft_of(own, "title"):
                    self.pairs.append(Pair(own, written, _FILLED_FIELDS, is_ours=False))
        # What is left of ours is asked for no more; the officer's own stay without a word.
        self.pairs += [Pair(one, lambda _: None, MEASURE_FIELDS) for one in ours.values()]

    def _pair_topics(self) -> None:
        """Measures for a topic as a whole, where no other serves it."""
        ours = {m.topic: m for m in self._year.measures if _is_for_topic(m)}
        others = [m for m in self._year.measures if not _is_for_topic(m)]
        wanted = cache(partial(_by_topic, self._desk_at, (*others, *self.new)))
        self.pairs += [Pair(one, partial(_of_topic, wanted, topic), MEASURE_FIELDS) for topic, one in ours.items()]
        self.new += [measure for topic, measure in wanted(0).items() if topic not in ours]


Role = tuple[bool, int | None]
"""Whether it is the indicator's own finding or what follows from it, and of which topic."""


def _role(finding: Finding) -> Role:
    return finding.kind in _MAIN, finding.topic


def _fits(finding: Finding, role: Role) -> bool:
    """A finding that a person wrote need not name a topic."""
    is_persons = draft_of(finding, "text") is None
    return _role(finding) == role or (is_persons and finding.topic is None and _role(finding)[0] == role[0])


def _best(findings: Iterable[Finding]) -> Finding | None:
    """A draft of ours before a finding of the officer's own."""
    return min(findings, key=lambda one: draft_of(one, "text") is None, default=None)


def _of_role(proposals: Callable[[int], dict[Role, Finding]], role: Role, turn: int) -> Finding | None:
    return proposals(turn).get(role)


def _of_items(
    proposals: Callable[[int], dict[tuple[str, ...], Measure]], items: tuple[str, ...], turn: int
) -> Measure | None:
    return proposals(turn).get(items)


def _is_for_topic(measure: Measure) -> bool:
    return measure.indicator is None and not measure.items and draft_of(measure, "title") is not None


def _by_topic(desk_at: DeskAt, others: Sequence[Measure], turn: int) -> dict[int | None, Measure]:
    return {measure.topic: measure for measure in for_topics(desk_at(turn), others)}


def _of_topic(wanted: Callable[[int], dict[int | None, Measure]], topic: int | None, turn: int) -> Measure | None:
    return wanted(turn).get(topic)


def _weak_codes(desk: Desk, indicator: Indicator) -> tuple[str, ...]:
    return tuple(one.code for one in weak_items(desk.year, scored_items(desk.pen(), indicator.number)))


def _asks(year: Year, measure: Measure, indicator: Indicator) -> bool:
    """Only by its items: the officer need not name the indicator as well."""
    items = (year.framework.item(code) for code in measure.items)
    return measure.indicator is None and any(item and item.indicator == indicator.number for item in items)


def _is_covered(indicator: Indicator, items: tuple[str, ...], there: Sequence[Measure]) -> bool:
    """By a measure that names the item; one for the whole indicator covers what people answered, but every published
    item needs a measure of its own."""
    if not items:
        return bool(there)
    if any(set(items) <= set(measure.items) for measure in there):
        return True
    return indicator.tool != "OIT" and any(not m.items and not draft_of(m, "title") for m in there)
