"""The records of a year as they stand while an import goes on: what its rows see of each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by

from ita_desktop.actions.matching import Titles
from ita_desktop.domain.records import Finding, FollowUp, Measure, Respondents, Round


@dataclass(slots=True)
class Kept:
    findings: dict[str, Finding]
    measures: dict[str, Measure]
    rounds: dict[str, Round]
    followups: dict[str, FollowUp]
    respondents: dict[tuple[str, str, str], Respondents]
    meant: dict[int, str] = made_by(default_factory=dict)
    """Entry (by its identity) → the record it means."""
    titles: Titles | None = None
    """Of the measures; made anew when there is one more."""
    highest: dict[str, int] = made_by(default_factory=dict)
    """The highest number among the ids that begin with a letter."""

    def measure_meant(self, id: str, title: str) -> str | None:
        self.titles = self.titles or Titles(self.measures)
        return self.titles.meant(id, title)

    def new_id(self, taken: Mapping[str, object], wanted: str, prefix: str) -> str:
        """The id the record had in our own sheet where it is free, else the next one."""
        if prefix not in self.highest:
            numbers = [int(known[1:]) for known in taken if re.fullmatch(rf"{prefix}[0-9]+", known)]
            self.highest[prefix] = max(numbers, default=0)
        if wanted in taken or not re.fullmatch(rf"{prefix}[1-9][0-9]*", wanted):
            wanted = f"{prefix}{self.highest[prefix] + 1}"
        self.highest[prefix] = max(self.highest[prefix], int(wanted[1:]))
        return wanted
