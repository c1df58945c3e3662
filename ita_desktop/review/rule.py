"""What a rule of the review is, and the list of all of them.

A rule is one small generator: it looks at a `Case` (a Year, or an outside paper held against it) and yields what it
found. Its name is part of the contract of `check --json` and of what officers silenced; it never changes. Its two
examples speak of the sample workbook, stand in the help, and are run by the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.problems import Place, Problem, Severity
from ita_desktop.review.case import Case


class Group(StrEnum):
    """Under which head the window and the help list a rule."""

    FIGURES = "ตัวเลขและระดับ"
    CODES = "ตัวชี้วัดและรหัสข้อ"
    DATES = "วันที่และปี"
    NAMES = "ชื่อ เลขที่ และตำแหน่ง"
    COVERAGE = "ความครบถ้วน"
    LANGUAGE = "ภาษา"
    PRIVACY = "ข้อมูลส่วนบุคคล"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule came upon; with the rule's name and severity it is a Problem."""

    where: Place
    message: str
    quote: str | None = None
    expected: str | None = None
    fix: str | None = None
    severity: Severity | None = None
    """Only where it is not the rule's own: the same mistake, less sure."""


Ask = Callable[[Case], Iterator[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    name: str
    severity: Severity
    group: Group
    title: str
    """In Thai, what the rule guards against."""
    bad: str
    good: str
    texts: bool
    """Whether it reads prose alone, so that it can read an outside paper too."""
    ask: Ask

    def review(self, case: Case) -> Iterator[Problem]:
        for found in self.ask(case):
            yield Problem(
                rule=self.name,
                severity=found.severity or self.severity,
                where=found.where,
                message=found.message,
                quote=found.quote,
                expected=found.expected,
                fix=found.fix,
            )


RULES: dict[str, Rule] = {}
"""By name, in the order in which they were declared. `catalogue` makes sure that all of them are."""


def rule(
    name: str, severity: Severity, group: Group, *, title: str, bad: str, good: str, texts: bool = False
) -> Callable[[Ask], Ask]:
    """Declares a rule. `texts` rules read prose only, and their examples are texts that the tests try as they stand."""

    def declare(ask: Ask) -> Ask:
        if name in RULES:
            raise ValueError(f"two rules are called {name}")
        RULES[name] = Rule(
            name=name, severity=severity, group=group, title=title, bad=bad, good=good, texts=texts, ask=ask
        )
        return ask

    return declare
