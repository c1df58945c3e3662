"""What is written about one item, one indicator or one topic, and the measures that are suggested for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_desktop.domain.framework import Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A measure as it can be proposed to any office."""

    title: str
    steps: tuple[str, ...]
    owners: tuple[str, ...] = ()
    """Divisions as an office named them in a measure of its own; empty = whoever usually does it."""
    followup: str = ""
    evidence: tuple[str, ...] = ()
    """What is said of this measure alone; empty = what is said of the whole entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    key: str
    """`items.iit-procedure`, `indicators.8`, `topics.2`."""
    about: str = ""
    indicator: Indicator | None = None
    """The one that it was written about; a reform may give its number to another."""
    topic: int | None = None
    """The one of the seven topics it belongs to."""
    owner: str
    """A kind of division."""
    period: str
    said: Mapping[str, tuple[str, ...]]
    """Variants by what they say: `good`, `weak`, `advice`, …"""
    measures: tuple[Suggestion, ...]
    own_said: Mapping[str, tuple[str, ...]]
    own_measures: tuple[Suggestion, ...] = ()

    def with_own(self, said: Mapping[str, tuple[str, ...]], measures: tuple[Suggestion, ...]) -> Entry:
        return replace(self, own_said=said, own_measures=measures)
