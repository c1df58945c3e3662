"""Single rows become a whole workbook again, also where some of them are missing.

Nothing is made up: where a follow-up speaks of a measure that is lost, an empty measure takes its place and says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from ita_desktop.domain.json_text import read_json
from ita_desktop.domain.plain import fitting, from_plain
from ita_desktop.domain.plain_values import Misfit
from ita_desktop.domain.records import Measure, Office, Reported, Round, StrengthRule
from ita_desktop.domain.workbook import Picture, Workbook, YearRecords
from ita_desktop.storage.tables import OFFICE_CELLS, PAPER_RECORDS, RECORD_TABLES, YEAR_CELLS, Cell, YearFacts

_log = logging.getLogger(__name__)

Cells = Mapping[str, Cell]
Found = Mapping[str, Sequence[Cells]]
"""The rows that were found, by their table, each by its columns."""
T = TypeVar("T")

_LOST = "(กู้{}ไม่ได้)"
_SCORES = {"indicator_scores": "number", "eit_parts": "number", "item_scores": "code"}


def piece_together(found: Found) -> tuple[Workbook, Mapping[str, int], tuple[str, ...]]:
    """The workbook, how many rows of each table are in it, and what was put in the place of what is lost."""
    pieces = _Pieces(found)
    workbook = pieces.workbook()
    return workbook, pieces.used, tuple(pieces.stand_ins)


class _Pieces:
    def __init__(self, found: Found) -> None:
        self._found = found
        self.used = dict.fromkeys(found, 0)
        self.stand_ins: list[str] = []

    def workbook(self) -> Workbook:
        offices = self._read("office", self._found["office"], lambda cells: fitting(OFFICE_CELLS.record_of(cells)))
        if not offices:
            self.stand_ins.append("ข้อมูลหน่วยงาน")
        shelf: dict[str, dict[str, Any]] = {}
        for kind, name, value in self._read("shelf", self._found["shelf"], _shelf_item):
            shelf.setdefault(kind, {})[name] = value
        numbers = {cells["number"] for cells in self._found["years"]}
        numbers |= {cells["year"] for rows in self._found.values() for cells in rows if "year" in cells}
        return Workbook(
            office=offices[0] if offices else Office(name=_LOST.format("ชื่อหน่วยงาน")),
            years=tuple(self._year(number) for number in sorted(n for n in numbers if isinstance(n, int))),
            shelf=shelf,
            pictures=dict(self._read("pictures", self._found["pictures"], _picture)),
        )

    def _year(self, number: int) -> YearRecords:
        values: dict[str, Any] = {}
        for table, key in _SCORES.items():
            values[table] = dict(self._read(table, self._of(table, number), lambda cells, key=key: _score(cells, key)))  # type: ignore[misc]
        for records in RECORD_TABLES:
            name = records.table.name
            in_order = sorted(self._of(name, number), key=lambda cells: int(str(cells["position"])))
            values[name] = self._read(name, in_order, lambda cells, to=records.from_cells: fitting(to(cells)))  # type: ignore[misc]
        values |= dict(self._read("papers", self._of("papers", number), _paper))
        lost = YearFacts(number=number, measures_year=number + 1, framework=str(number))
        rows = [cells for cells in self._found["years"] if cells["number"] == number]
        known = self._read("years", rows, YEAR_CELLS.record_of)
        if not known:
            self.stand_ins.append(f"ข้อมูลของปี {number}")
        facts = known[0] if known else lost
        return self._mended(
            YearRecords(
                number=number,
                measures_year=facts.measures_year,
                framework=facts.framework,
                reported=Reported(total=facts.reported_total, level=facts.reported_level),
                strength_rule=StrengthRule(mark=facts.strength_mark, top=facts.strength_top),
                **values,
            )
        )

    def _mended(self, year: YearRecords) -> YearRecords:
        """What refers to something that is lost either lets go of it or gets an empty one to hold on to."""
        findings = {finding.id for finding in year.findings}
        measures = tuple(
            replace(measure, findings=tuple(id for id in measure.findings if id in findings))
            for measure in year.measures
        )
        lost_measures = self._lost("มาตรการ", year, (report.measure for report in year.followups), measures)
        lost_rounds = self._lost("รอบการติดตาม", year, (report.round for report in year.followups), year.rounds)
        return replace(
            year,
            measures=(*measures, *(Measure(id=id, title=_LOST.format("มาตรการนี้")) for id in lost_measures)),
            rounds=(*year.rounds, *(Round(id=id, name=_LOST.format("รอบนี้")) for id in lost_rounds)),
        )

    def _lost(self, what: str, year: YearRecords, wanted: Iterable[str], there: Sequence[Measure | Round]) -> list[str]:
        lost = sorted(set(wanted) - {record.id for record in there})
        self.stand_ins += [f"{what} {id} ปี {year.number}" for id in lost]
        return lost

    def _of(self, table: str, year: int) -> list[Cells]:
        return [cells for cells in self._found[table] if cells["year"] == year]

    def _read(self, table: str, rows: Iterable[Cells], read: Callable[[Cells], T]) -> tuple[T, ...]:
        """A row of an older version may say what this one no longer understands."""
        records = []
        for cells in rows:
            try:
                records.append(read(cells))
            except (Misfit, KeyError, ValueError, TypeError, InvalidOperation) as error:
                _log.info("a row of %s could be read but not understood: %s", table, type(error).__name__)
        self.used[table] += len(records)
        return tuple(records)


def _score(cells: Cells, key: str) -> tuple[Any, Decimal]:
    return cells[key], Decimal(str(cells["score"]))


def _shelf_item(cells: Cells) -> tuple[str, str, Any]:
    return str(cells["kind"]), str(cells["name"]), read_json(str(cells["body"]))


def _picture(cells: Cells) -> tuple[str, Picture]:
    content = cells["content"]
    if not isinstance(content, bytes):
        raise TypeError
    return str(cells["name"]), Picture(media_type=str(cells["media_type"]), content=content)


def _paper(cells: Cells) -> tuple[str, Any]:
    name = str(cells["name"])
    return name, from_plain(PAPER_RECORDS[name], read_json(str(cells["body"])))
