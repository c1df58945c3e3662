"""Rows become years: read once, kept in parts, and only what a change touched is made anew.

A file may hold twenty years, and each leads to the one before; so an edit must not cost reading them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_file import read_framework
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.json_text import read_json
from ita_desktop.domain.plain import from_plain
from ita_desktop.domain.records import Office, Reported, StrengthRule, Year
from ita_desktop.domain.workbook import Picture, Workbook, YearRecords
from ita_desktop.storage.rows import Rows
from ita_desktop.storage.tables import (
    EIT_PARTS,
    INDICATOR_SCORES,
    ITEM_SCORES,
    OFFICE,
    OFFICE_CELLS,
    PAPER_RECORDS,
    PAPERS,
    PICTURES,
    RECORD_TABLES,
    SHELF,
    YEAR_CELLS,
    YEARS,
    RecordTable,
    Row,
    Table,
    YearFacts,
)
from ita_desktop.storage.undo import Edit

FRAMEWORK_SHELF = "framework"
"""The shelf on which an office's own version of a year's rules lies, by the rules' name, as the text of its file."""

_RECORDS_OF = {table.table.name: table for table in RECORD_TABLES}
_PARTS: tuple[Table, ...] = (
    YEARS,
    INDICATOR_SCORES,
    EIT_PARTS,
    ITEM_SCORES,
    *(table.table for table in RECORD_TABLES),
    PAPERS,
)
_SHARED_FIELDS = tuple(field.name for field in fields(YearRecords) if field.name != "framework")


class Years:
    def __init__(self, rows: Rows, frameworks: Frameworks) -> None:
        self._rows = rows
        self._frameworks = frameworks
        self._parts: dict[tuple[int, str], Mapping[str, Any]] = {}
        self._records: dict[tuple[int, str], dict[Row, Any]] = {}
        """Those of a year's list by the keys of their rows, in the officer's order."""
        self._years: dict[int, Year] = {}
        self._office: Office | None = None
        self._numbers: tuple[int, ...] | None = None
        self._rules: dict[str, Framework] = {}

    def forget(self, edits: Iterable[Edit]) -> None:
        """What these rows were read into is read anew when it is next asked for."""
        for edit in edits:
            if edit.table is OFFICE:
                self._office = None
                self._years.clear()
            elif edit.table is SHELF and edit.key[0] == FRAMEWORK_SHELF:
                self._rules.clear()
                self._years.clear()
            elif edit.year is not None:
                self._parts.pop((edit.year, edit.table.name), None)
                self._records.pop((edit.year, edit.table.name), None)
                if edit.table is YEARS:
                    self._numbers = None
                # Every later year leads back to this one.
                for number in [number for number in self._years if number >= edit.year]:
                    del self._years[number]

    def follow(self, edit: Edit) -> None:
        """This row was written. A year has a thousand follow-ups, and they are not all read again for one of them."""
        table = _RECORDS_OF.get(edit.table.name)
        records = self._records.get((edit.year, edit.table.name)) if edit.year is not None else None
        self.forget([edit])
        if table is None or records is None or edit.year is None:
            return
        if edit.after is None:
            del records[edit.key]
        elif edit.before is not None and table.position(edit.before) == table.position(edit.after):
            records[edit.key] = table.from_row(edit.after)
        else:
            return  # it is new or was moved, and all are read again in their order
        self._records[edit.year, edit.table.name] = records

    def office(self) -> Office:
        if self._office is None:
            (row,) = self._rows.all(OFFICE)
            self._office = OFFICE_CELLS.record(row[1:])
        return self._office

    def numbers(self) -> tuple[int, ...]:
        if self._numbers is None:
            self._numbers = tuple(int(str(row[0])) for row in self._rows.all(YEARS))
        return self._numbers

    def year(self, number: int) -> Year:
        previous = None
        for earlier in self.numbers():
            if earlier > number:
                break
            if earlier not in self._years:
                self._years[earlier] = self._assembled(earlier, previous)
            previous = self._years[earlier]
        if previous is None or previous.number != number:
            raise WrongUsage(f"ไฟล์นี้ไม่มีปี {number}", do=f"ปีที่มีคือ {' '.join(map(str, self.numbers())) or 'ยังไม่มีสักปี'}")
        return previous

    def records(self, number: int) -> YearRecords:
        if number not in self.numbers():
            raise WrongUsage(f"ไฟล์นี้ไม่มีปี {number}")
        values: dict[str, Any] = {}
        for table in _PARTS:
            part = self._parts.get((number, table.name))
            if part is None:
                part = self._parts[number, table.name] = self._part(number, table)
            values |= part
        return YearRecords(**values)

    def shelf(self, kind: str) -> Mapping[str, Any]:
        return MappingProxyType({str(name): read_json(str(body)) for _, name, body in self._rows.all(SHELF, kind)})

    def pictures(self) -> Mapping[str, Picture]:
        return MappingProxyType(
            {
                str(name): Picture(media_type=str(media_type), content=content if isinstance(content, bytes) else b"")
                for name, media_type, content in self._rows.all(PICTURES)
            }
        )

    def workbook(self) -> Workbook:
        kinds = dict.fromkeys(str(row[0]) for row in self._rows.all(SHELF))
        return Workbook(
            office=self.office(),
            years=tuple(map(self.records, self.numbers())),
            shelf=MappingProxyType({kind: self.shelf(kind) for kind in kinds}),
            pictures=self.pictures(),
        )

    def _assembled(self, number: int, previous: Year | None) -> Year:
        records = self.records(number)
        shared = {name: getattr(records, name) for name in _SHARED_FIELDS}
        framework = self._framework(records.framework, number)
        return Year(**shared, office=self.office(), framework=framework, previous=previous)

    def _framework(self, name: str, number: int) -> Framework:
        if name not in self._rules:
            own = self.shelf(FRAMEWORK_SHELF).get(name)
            if own is not None:
                found = replace(read_framework(str(own), name=name, base=self._frameworks.get), corrected=True)
            elif name in self._frameworks.names():
                found = self._frameworks.get(name)
            else:
                return self._frameworks.for_year(number)
            self._rules[name] = found
        return self._rules[name]

    def _part(self, number: int, table: Table) -> Mapping[str, Any]:
        if table.name in _RECORDS_OF:
            return {table.name: tuple(self._list(number, _RECORDS_OF[table.name]).values())}
        rows = self._rows.all(table, number)
        if table is PAPERS:
            bodies = {str(name): read_json(str(body)) for _, name, body in rows}
            return {
                name: from_plain(record, bodies[name]) if name in bodies else None
                for name, record in PAPER_RECORDS.items()
            }
        if table is YEARS:
            return _facts(YEAR_CELLS.record(rows[0]))
        scores = {key: Decimal(str(score)) for _, key, score in rows}
        return {table.name: MappingProxyType(dict(sorted(scores.items(), key=_in_natural_order)))}

    def _list(self, number: int, table: RecordTable[Any]) -> Mapping[Row, Any]:
        place = number, table.table.name
        if place not in self._records:
            rows = self._rows.all(table.table, number)
            self._records[place] = {table.table.key_of(row): table.from_row(row) for row in rows}
        return self._records[place]


def _facts(facts: YearFacts) -> Mapping[str, Any]:
    return {
        "number": facts.number,
        "measures_year": facts.measures_year,
        "framework": facts.framework,
        "reported": Reported(total=facts.reported_total, level=facts.reported_level),
        "strength_rule": StrengthRule(mark=facts.strength_mark, top=facts.strength_top),
    }


def _in_natural_order(score: tuple[Any, Decimal]) -> tuple[int, int, str]:
    """Indicators by number, items as IIT, EIT, OIT and by number: i2 before i10."""
    key = str(score[0])
    return "ieo".find(key[0]), len(key), key
