"""What the review says of one paper: the problems of everything that is printed on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.letters import lost_letters
from ita_desktop.papers.registry import PAPERS

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


@dataclass(frozen=True, slots=True)
class Objections:
    """What is said before papers leave the house."""

    errors: tuple[Problem, ...] = ()
    lost: tuple[str, ...] = ()
    """A line for each text with letters that cannot be printed; in Word they can."""

    @property
    def title(self) -> str:
        return f"ยังมีข้อผิดพลาด {len(self.errors)} จุด" if self.errors else "มีตัวอักษรที่พิมพ์ไม่ได้" if self.lost else ""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(f"• {line}" for line in dict.fromkeys((*(error.message for error in self.errors), *self.lost)))


def objections(year: Year, papers: Collection[str], options: PaperOptions, problems: tuple[Problem, ...]) -> Objections:
    return Objections(
        tuple(problem for problem in errors(problems) if any(concerns(paper, problem) for paper in papers)),
        lost_letters(*(PAPERS[paper].make(year, options) for paper in papers)),
    )
