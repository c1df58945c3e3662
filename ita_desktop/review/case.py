"""What the rules look at: a Year and its prose, or an outside paper held against a Year."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, results
from ita_desktop.review.known import Known
from ita_desktop.review.prose import Prose
from ita_desktop.review.sayings import Said, sayings


@dataclass(frozen=True)
class Case:
    year: Year
    texts: tuple[Prose, ...]
    today: datetime.date | None = None
    outside: bool = False
    """An outside paper: what is odd all through it is told once."""

    @cached_property
    def results(self) -> Results:
        return results(self.year)

    @cached_property
    def known(self) -> Known:
        return Known(self.year)

    @cached_property
    def said(self) -> tuple[tuple[Prose, tuple[Said, ...]], ...]:
        """What each text says of scores."""
        return tuple((prose, sayings(prose, self.year)) for prose in self.texts)
