"""Where an office stands among others, from a table of published results that somebody typed or imported."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

Yardstick = str | int
"""What is compared: `total`, a tool's code, or an indicator's number."""

TOTAL = "total"

NO_SCORES: Mapping[Yardstick, Decimal] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedResult:
    """One office's result of one year as it was published. What the table does not give is left out."""

    office: str
    year: int
    total: Decimal | None = None
    scores: Mapping[Yardstick, Decimal] = made_by(default_factory=lambda: NO_SCORES)
    """Tools by code, indicators by number."""
    province: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One value among those of all other offices of the year."""

    year: int
    yardstick: Yardstick
    value: Decimal
    position: int
    """1 is the best; equal values share the better position."""
    of: int
    """How many offices are compared, this one included."""
    percentile: Decimal | None
    """How many per cent of the other offices have less; None where there is no other."""
    median: Decimal | None
    best: Decimal | None
    province_position: int | None
    province_of: int
    province_median: Decimal | None
    kind_median: Decimal | None


_Group = tuple[int, str, str]
"""A year and whom it is about: everybody, a province, a kind of office."""


def _everybody(year: int) -> _Group:
    return year, "", ""


class PublishedResults:
    """The table, sorted once so that every question is quick: 8,300 offices, seven years."""

    def __init__(self, rows: Iterable[PublishedResult]) -> None:
        self._rows: dict[tuple[int, str], list[PublishedResult]] = defaultdict(list)
        self._years: set[int] = set()
        self._by_group: dict[_Group, list[PublishedResult]] = defaultdict(list)
        self._values: dict[tuple[_Group, Yardstick], list[Decimal]] = {}
        for row in rows:
            self._add(row)

    def _add(self, row: PublishedResult) -> None:
        self._rows[row.year, office_key(row.office)].append(row)
        self._years.add(row.year)
        self._by_group[_everybody(row.year)].append(row)
        if row.province:
            self._by_group[row.year, "province", province_key(row.province)].append(row)
        if kind := row.kind or kind_of(row.office):
            self._by_group[row.year, "kind", kind].append(row)

    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self._years))

    def count(self, year: int) -> int:
        return len(self.rows(year))

    def rows(self, year: int) -> Sequence[PublishedResult]:
        return self._by_group.get(_everybody(year), ())

    def everything(self) -> Iterator[PublishedResult]:
        for year in self.years():
            yield from self.rows(year)

    def medians(self, year: int, *, province: str = "") -> Mapping[Yardstick, Decimal]:
        """Of every yardstick the table gives, among all or in one province."""
        group = (year, "province", province_key(province)) if province else _everybody(year)
        known = ((yardstick, _median(self._sorted(group, yardstick))) for yardstick in self.yardsticks(year))
        return {yardstick: median for yardstick, median in known if median is not None}

    def yardsticks(self, year: int) -> tuple[Yardstick, ...]:
        """What the table gives for a year: the total first, then tools, then indicators."""
        rows = self._by_group.get(_everybody(year), ())
        given: set[Yardstick] = {yardstick for row in rows for yardstick in row.scores}
        total: list[Yardstick] = [TOTAL] if any(row.total is not None for row in rows) else []
        return tuple(total + sorted(given, key=lambda yardstick: (isinstance(yardstick, int), yardstick)))

    def find(self, office: str, year: int, province: str = "") -> PublishedResult | None:
        """The row of an office; names repeat between provinces, so without one a repeated name finds nothing."""
        wanted = province_key(province)
        found = [
            row
            for row in self._rows.get((year, office_key(office)), ())
            if not wanted or province_key(row.province) in ("", wanted)
        ]
        return found[0] if len(found) == 1 else None

    def standing(
        self,
        office: str,
        year: int,
        *,
        yardstick: Yardstick = TOTAL,
        value: Decimal | None = None,
        province: str = "",
        kind: str = "",
    ) -> Standing | None:
        """Where an office stands with `value`, or with what the table says of it; None where neither is known.

        The office's own row, if there is one, is not compared with itself.
        """
        row = self.find(office, year, province)
        own = _value(row, yardstick) if row else None
        value = own if value is None else value
        if value is None:
            return None
        province = province_key(province or (row.province if row else ""))
        kind = kind or (row.kind if row else "") or kind_of(office)
        everybody, neighbours = _everybody(year), (year, "province", province)
        position, of, fewer = self._place(everybody, yardstick, value, own)
        near = own if row and province_key(row.province) == province else None
        near_position, near_of, _ = self._place(neighbours, yardstick, value, near) if province else (None, 0, 0)
        return Standing(
            year=year,
            yardstick=yardstick,
            value=value,
            position=position,
            of=of,
            percentile=Decimal(100 * fewer) / (of - 1) if of > 1 else None,
            median=_median(self._sorted(everybody, yardstick)),
            best=max((*self._sorted(everybody, yardstick)[-1:], value)),
            province_position=near_position,
            province_of=near_of,
            province_median=_median(self._sorted(neighbours, yardstick)) if province else None,
            kind_median=_median(self._sorted((year, "kind", kind), yardstick)) if kind else None,
        )

    def _place(self, group: _Group, yardstick: Yardstick, value: Decimal, own: Decimal | None) -> tuple[int, int, int]:
        """Position, number of offices with this one, number of others with less."""
        values = self._sorted(group, yardstick)
        more = len(values) - bisect_right(values, value)
        fewer = bisect_left(values, value)
        others = len(values)
        if own is not None:
            others -= 1
            more -= own > value
            fewer -= own < value
        return more + 1, others + 1, fewer

    def _sorted(self, group: _Group, yardstick: Yardstick) -> list[Decimal]:
        if (group, yardstick) not in self._values:
            values = (_value(row, yardstick) for row in self._by_group.get(group, ()))
            self._values[group, yardstick] = sorted(value for value in values if value is not None)
        return self._values[group, yardstick]


def _value(row: PublishedResult, yardstick: Yardstick) -> Decimal | None:
    return row.total if yardstick == TOTAL else row.scores.get(yardstick)


def _median(values: list[Decimal]) -> Decimal | None:
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


_KINDS = {
    "เทศบาลนคร": ("เทศบาลนคร", "ทน."),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม."),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต."),
    "องค์การบริหารส่วนตำบล": ("องค์การบริหารส่วนตำบล", "อบต."),
    "องค์การบริหารส่วนจังหวัด": ("องค์การบริหารส่วนจังหวัด", "อบจ."),
}


@cache
def province_key(province: str) -> str:
    """`จังหวัดตัวอย่าง` and `จ.ตัวอย่าง` are one."""
    name = "".join(province.split())
    return next((name.removeprefix(word) for word in ("จังหวัด", "จ.") if name.startswith(word)), name)


@cache
def office_key(office: str) -> str:
    """A name as it is compared: with its kind written out, and without the spaces that people set differently."""
    name = "".join(office.split())
    for kind, starts in _KINDS.items():
        for start in starts:
            if name.startswith(start):
                return kind + name.removeprefix(start)
    return name


@cache
def kind_of(office: str) -> str:
    """The kind of local government that a name begins with, written out; empty where it is none."""
    name = office.strip()
    return next((kind for kind, starts in _KINDS.items() if name.startswith(starts)), "")


# ------------------------------------------------------------------------------------------------------ for the shelf


def as_table(results: Iterable[PublishedResult]) -> dict[str, Any]:
    """The results of one year as JSON keeps them, short: there may be thousands, each of fourteen figures."""
    rows = list(results)
    yardsticks: list[Yardstick] = [TOTAL, *dict.fromkeys(yardstick for row in rows for yardstick in row.scores)]
    return {
        "measures": yardsticks,
        "rows": [[row.office, row.province, row.kind, *(_written(_value(row, m)) for m in yardsticks)] for row in rows],
    }


def from_table(year: int, table: Mapping[str, Any]) -> Iterator[PublishedResult]:
    """Raises ValueError, KeyError or TypeError where it is no such table."""
    yardsticks: list[Yardstick] = table["measures"]
    for office, province, kind, *figures in table["rows"]:
        values = zip(yardsticks, figures, strict=True)
        scores = {yardstick: Decimal(figure) for yardstick, figure in values if figure is not None}
        total = scores.pop(TOTAL, None)
        yield PublishedResult(office=office, year=year, province=province, kind=kind, total=total, scores=scores)


def _written(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
