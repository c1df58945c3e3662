"""The review: a Year in, Problems out; one small function per rule, grouped by what they read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review.case import Case
from ita_desktop.review.catalogue import rules
from ita_desktop.review.outside import Passage, case_of
from ita_desktop.review.texts import texts_of

__all__ = ["Passage", "by_rule", "in_order", "review", "review_text"]

_ORDER = {severity: at for at, severity in enumerate(Severity)}
_KINDS = (
    "office",
    "scores",
    "respondents",
    "finding",
    "measure",
    "round",
    "followup",
    "checklist",
    "calendar",
    "memo",
    "report",
    "order",
    "agenda",
)


def review(year: Year, today: datetime.date | None = None) -> tuple[Problem, ...]:
    """What is inconsistent or missing in a year, the errors first; what the officer silenced stays silent."""
    return in_order(year, chain.from_iterable(by_rule(year, today)))


def by_rule(year: Year, today: datetime.date | None = None) -> Iterator[list[Problem]]:
    """The same, as one rule after the other finds it: who reviews beside a window can let the window go first."""
    case = Case(year=year, texts=texts_of(year), today=today)
    for rule in rules():
        yield list(rule.review(case))


def in_order(year: Year, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors first, each kind as it stands in the year, and without what the officer silenced."""
    silenced = {one.id for one in year.silenced}
    ids = _positions(year)
    return tuple(
        sorted((problem for problem in found if silenced_id(problem) not in silenced), key=lambda one: _key(one, ids))
    )


def review_text(year: Year, paper: str | Sequence[Passage], today: datetime.date | None = None) -> tuple[Problem, ...]:
    """What an outside paper says wrongly about a year, the errors first. What is right is said; mending is for Word."""
    case = case_of(year, paper, today=today)
    pages = {prose.place.field: at for at, prose in reversed(list(enumerate(case.texts)))}
    found = [replace(problem, fix=None) for rule in rules() if rule.texts for problem in rule.review(case)]
    return tuple(
        sorted(
            found, key=lambda one: (_ORDER[one.severity], pages.get(one.where.field, 0), one.where.start or 0, one.rule)
        )
    )


def silenced_id(problem: Problem) -> str:
    """What a problem is remembered by when it is silenced; `Silenced.id` is made the same way."""
    where = problem.where
    return f"{problem.rule}/{where.kind}/{where.id or ''}/{where.field or ''}/{problem.quote or ''}"


def _positions(year: Year) -> dict[tuple[str, str | None], int]:
    """Where each record stands in its list."""
    lists: dict[str, Iterable[str]] = {
        "finding": (record.id for record in year.findings),
        "measure": (record.id for record in year.measures),
        "round": (record.id for record in year.rounds),
        "followup": (record.id for record in year.followups),
    }
    return {(kind, id): at for kind, ids in lists.items() for at, id in enumerate(ids)}


def _key(problem: Problem, ids: dict[tuple[str, str | None], int]) -> tuple[int, int, int, str, str, int, str]:
    where: Place = problem.where
    kind = _KINDS.index(where.kind) if where.kind in _KINDS else len(_KINDS)
    place = ids.get((where.kind, where.id), 10_000)
    return (_ORDER[problem.severity], kind, place, where.id or "", where.field or "", where.start or 0, problem.rule)
