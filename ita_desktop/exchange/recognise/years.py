"""Which year a table is of: its columns say so, else its title, else the name of its sheet."""

from __future__ import annotations

from dataclasses import replace

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.grid import shown
from ita_desktop.exchange.recognise.body import Reading
from ita_desktop.exchange.recognise.found import CellProblem, Column, Kind
from ita_desktop.exchange.recognise.layouts import years_of_title
from ita_desktop.exchange.recognise.meanings import Meaning

_OF_ONE_YEAR = {Kind.SCORES, Kind.ITEMS, Kind.RESPONDENTS}


def choose_scores(reading: Reading) -> None:
    """One column of scores a year. Of two that say the same the first is taken; two that differ are for a person."""
    scores = reading.layout.all(Meaning.SCORE)
    by_year: dict[int | None, list[Column]] = {}
    for column in scores:
        by_year.setdefault(column.year, []).append(column)
    ignored: set[int] = set()
    for columns in by_year.values():
        first, *others = columns
        for other in others:
            if _values(reading, first) != _values(reading, other):
                names = " และ ".join(f"“{column.heading}”" for column in columns)
                reading.refuse(f"มีคะแนนมากกว่าหนึ่งคอลัมน์ คือ {names} โปรดเลือกคอลัมน์เดียว", "two-scores", column=other)
            ignored.add(other.index)
    if ignored:
        columns_left = tuple(
            replace(column, meaning=Meaning.IGNORED) if column.index in ignored else column
            for column in reading.layout.columns
        )
        reading.layout = replace(reading.layout, columns=columns_left)


def _values(reading: Reading, column: Column) -> list[str]:
    layout = reading.layout
    return [shown(layout.sheet.value(row, column.index)) for row in range(layout.first, layout.last + 1)]


def check_years(reading: Reading, kind: Kind, *, any_year: bool) -> int | None:
    """The year a table names; where it is not the one asked for, scores are refused and the rest is questioned."""
    asked, layout = reading.known.year, reading.layout
    if layout.has(Meaning.YEAR):
        return None  # each row says its own
    named = tuple(dict.fromkeys(column.year for column in layout.all(Meaning.SCORE) if column.year))
    if named:
        if asked not in named and not any_year:
            listed = " และ ".join(map(str, named))
            reading.refuse(f"ตารางนี้เป็นคะแนนปี {listed} ไม่ใช่ปี {asked} เลือกปีให้ตรงกับตาราง", "other-year")
        return max(named)
    titled = years_of_title(layout.title) or years_of_title(layout.name)
    year = titled[0] if len(titled) == 1 else (asked if asked in titled else None)
    if any_year or not titled or asked in titled:
        return year
    if kind in _OF_ONE_YEAR and len(titled) == 1:
        reading.refuse(f"ตารางนี้เป็นของปี {titled[0]} ไม่ใช่ปี {asked} เลือกปีให้ตรงกับตาราง", "other-year")
    elif kind in _OF_ONE_YEAR or not {asked + 1, reading.known.measures_year} & set(titled):
        _question(reading, titled)
    return year


def _question(reading: Reading, titled: tuple[int, ...]) -> None:
    listed = " และ ".join(map(str, titled))
    reading.notices.append(
        CellProblem(
            sheet=reading.layout.name,
            row=max(reading.layout.first - 1, 0),
            column=reading.layout.columns[0].index,
            severity=Severity.WARNING,
            message=f"หัวตารางกล่าวถึงปี {listed} แต่กำลังนำเข้าปี {reading.known.year}",
            value=reading.layout.title[:60],
            group="other-year",
        )
    )
