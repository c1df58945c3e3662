"""What the review says of one paper: the problems of everything that is printed on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year

Review = Callable[[Year], tuple[Problem, ...]]

_PRINTED_ON = {
    "memo": ("memo",),
    "report": ("report",),
    "order": ("order", "report"),
    "agenda": ("agenda", "report"),
    "calendar": ("calendar",),
    "checklist": ("checklist",),
    "scores": ("memo", "report"),
    "respondents": ("report",),
    "finding": ("report",),
    "measure": ("report", "measures", "followup", "announcement", "circular", "forms"),
    "round": ("followup", "circular", "forms"),
    "followup": ("followup", "forms"),
}
"""Which papers a kind of record is printed on; kinds that are not named may be on any. The report's appendix holds
order and agenda."""


def concerns(paper: str, problem: Problem) -> bool:
    return paper in _PRINTED_ON.get(problem.where.kind, (paper,))


def of_paper(problems: Iterable[Problem], paper: str) -> tuple[Problem, ...]:
    """In the order given: the review says the worst first."""
    return tuple(problem for problem in problems if concerns(paper, problem))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
