"""Whom a claim about many means in a year, and what they got."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.scoring import compared_tools
from ita_desktop.review.known import Known
from ita_desktop.review.many import Claim, Quantity
from ita_desktop.review.prose import Prose
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About, Subject, called


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    score: Decimal
    before: Decimal | None


def members(known: Known, prose: Prose, claim: Claim, year: int, *, wide: bool = False) -> tuple[Member, ...]:
    """Those of whom the claim is made, as far as their scores are known. Nothing where the text means others.

    What was named last before the claim may narrow it, or may not: `wide` leaves that out.
    """
    subjects = _subjects(known, prose, claim, wide=wide)
    if subjects and subjects[0].about is About.ITEM and claim.predicate.asks_own_mark:
        return ()  # by which mark an item passes is not the same for every tool
    if claim.count is not None and len(subjects) != claim.count:
        return () if wide else members(known, prose, claim, year, wide=True)
    before = claim.predicate.since or year - 1
    as_level = claim.quantity in {Quantity.ALL, Quantity.NONE} and not claim.predicate.is_move
    if subjects and subjects[0].about is About.TOOL and as_level and year == known.year.number:
        return _compared(known, {subject.key for subject in subjects})
    framework = known.year.framework
    found = ((subject, known.score(subject, year)) for subject in subjects)
    return tuple(
        Member(called(subject, framework), score, known.score(subject, before))
        for subject, score in found
        if score is not None
    )


def _compared(known: Known, tools: set[str]) -> tuple[Member, ...]:
    """Tools as the level's condition looks at them: both parts of EIT where they are known."""
    year = known.year
    scores = compared_tools(year.framework, year.indicator_scores, year.eit_parts)
    return tuple(Member(name, score, None) for name, score in scores.items() if name.split()[0] in tools)


def _subjects(known: Known, prose: Prose, claim: Claim, *, wide: bool) -> list[Subject]:
    framework = known.year.framework
    if claim.noun in {"เครื่องมือ", "แบบวัด"}:
        return [Subject(About.TOOL, tool.code) for tool in framework.tools]
    around = None if wide else _around(prose, claim)
    tool = claim.tool or (around.subjects[0].key if around and around.about is About.TOOL else None)
    if claim.noun in {"ตัวชี้วัด", "ด้าน"}:
        indicators = framework.indicators_of(tool) if tool else framework.indicators
        return [Subject(About.INDICATOR, str(one.number)) for one in indicators]
    if around and around.about is About.ITEM and claim.tool is None:
        return list(around.subjects) if len(around.subjects) > 1 else []
    number = claim.indicator
    if number is None and claim.tool is None and (tool is None or around is None):
        number = int(around.subjects[0].key) if around and around.about is About.INDICATOR else None
        number = prose.indicator if number is None and not wide else number
    indicators = framework.indicators_of(tool) if tool and number is None else framework.indicators
    return [
        Subject(About.ITEM, item.code)
        for indicator in indicators
        if number in {None, indicator.number}
        for item in framework.items_of(indicator.number)
    ]


def _around(prose: Prose, claim: Claim) -> Mention | None:
    """What was named last before the claim: "แบบวัด EIT … ทุกตัวชี้วัด" is about those of EIT."""
    line, _ = prose.line_of(claim.start)
    near = [
        one for one in prose.mentions if line <= one.start < claim.start and claim.start - one.end <= 80 and one.firm
    ]
    return near[-1] if near else None
