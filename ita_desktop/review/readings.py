"""One figure of a text, with its sense and what it is held against: what the rules about figures look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.known import Known
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found
from ita_desktop.review.sayings import Role, Said
from ita_desktop.review.subjects import About, Subject
from ita_desktop.review.words_about import as_said, in_these_digits
from ita_desktop.thai.numbers import FoundNumber
from ita_desktop.thai.quoting import quoted


@dataclass(frozen=True, slots=True)
class Reading:
    prose: Prose
    said: Said
    known: Known

    def found(self, figure: Decimal | None, message: str, severity: Severity | None = None) -> Found:
        number = self.said.number
        expected = None if figure is None else as_said(figure, number)
        return Found(
            where=self.prose.at(number.start, number.end),
            quote=number.text,
            expected=expected,
            fix=expected if severity is None else None,
            message=message,
            severity=severity,
        )

    def instead(self) -> str:
        """What the wrong figure really is, where it stands somewhere in the data."""
        what = self.known.what(self.said.number.value)
        return f" ({quoted(self.said.number.text)} คือ{what})" if what else ""


def readings(case: Case, *roles: Role) -> Iterator[Reading]:
    for prose, all_said in case.said:
        for said in all_said:
            if said.role in roles:
                yield Reading(prose, said, case.known)


def subjects_of(said: Said) -> tuple[Subject, ...]:
    """What "the office got" is the total, where it is scores that are spoken of."""
    if said.subjects and said.subjects[0].about is About.OFFICE:
        return (Subject(About.TOTAL),) if "คะแนน" in said.before else ()
    return said.subjects


def count_found(prose: Prose, number: FoundNumber, right: int, message: str, severity: Severity | None = None) -> Found:
    """The right count in the same form: figures, Thai figures or words."""
    text = in_these_digits(right, number.text)
    return Found(
        where=prose.at(number.start, number.end),
        quote=number.text,
        expected=text,
        fix=text if severity is None else None,
        message=message,
        severity=severity,
    )
