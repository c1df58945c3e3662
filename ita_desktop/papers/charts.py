"""What a chart shows; `render.charts` draws it, on paper and on the screen alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str
    value: float | None
    """None is drawn as "ไม่มีข้อมูล", never as a bar of no length."""
    note: str = ""
    tone: str = "accent"
    """`accent`, `good`, `warn`, `bad`, `muted`: the meaning; the palette belongs to whoever draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    value: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Horizontal bars in the order given, with thresholds as thin lines."""

    bars: tuple[Bar, ...]
    thresholds: tuple[Threshold, ...] = ()
    maximum: float = 100.0
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    name: str
    values: tuple[float | None, ...]
    tone: str = "accent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """A trend: one point a year and series; a gap where a value is not known."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    thresholds: tuple[Threshold, ...] = ()
    minimum: float = 0.0
    maximum: float = 100.0
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RadarChart:
    """A profile of several axes, this year over last year."""

    axes: tuple[str, ...]
    series: tuple[Series, ...]
    minimum: float = 0.0
    """In the middle. Above 0 it makes small differences visible, and the drawing says so."""
    maximum: float = 100.0
    title: str = ""


def floor_of(values: Iterable[float | None]) -> float:
    """Where an axis of scores may begin: a round value below them all, so that what differs is seen to differ."""
    known = [value for value in values if value is not None]
    return max(0.0, min(80.0, 10.0 * ((min(known) - 1e-9) // 10.0))) if known else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeChart:
    """Gains to the right and losses to the left of a middle line."""

    bars: tuple[Bar, ...]
    title: str = ""


Chart = BarChart | LineChart | RadarChart | ChangeChart
