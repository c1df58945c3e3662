"""What can be done within one change. All writing to the file goes through here, so all of it can be undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.json_text import write_json
from ita_desktop.domain.plain import EIT_PART, INDICATOR, ITEM, SCORE, YEAR, fitting, to_plain
from ita_desktop.domain.plain_values import Misfit, anything
from ita_desktop.domain.records import Agenda, Measure, Memo, Office, Order, Report, Reported, StrengthRule
from ita_desktop.domain.workbook import Picture
from ita_desktop.storage.rows import Rows
from ita_desktop.storage.tables import (
    BY_RECORD,
    EIT_PARTS,
    FINDINGS,
    INDICATOR_SCORES,
    ITEM_SCORES,
    MEASURES,
    OFFICE,
    OFFICE_CELLS,
    PAPER_NAMES,
    PAPERS,
    PICTURES,
    ROUNDS,
    SHELF,
    YEAR_CELLS,
    YEAR_TABLES,
    YEARS,
    Cell,
    RecordTable,
    Row,
    Table,
    YearFacts,
)
from ita_desktop.storage.undo import Edit
from ita_desktop.storage.years import Years


class Change:
    """One thing the officer does. What is saved can at once be read back from the document, also within the change."""

    def __init__(self, rows: Rows, years: Years) -> None:
        self._rows = rows
        self._years = years
        self.edits: list[Edit] = []
        self._last: dict[tuple[str, int], int] = {}
        """The last place given out in a year's list, so that a long import does not look for it row after row."""

    # The records of a year

    def save(self, year: int, *records: object) -> None:
        """Put records in: in the place of the one with the same id, or at the end of their list."""
        for record in records:
            record = _fitting(record)
            if isinstance(record, Memo | Report | Order | Agenda):
                self._put(PAPERS, (year, PAPER_NAMES[type(record)], write_json(to_plain(record))))
                continue
            table = _table_of(type(record))
            if isinstance(record, Measure):
                self._check_findings(year, record)
            before = self._rows.get(table.table, table.key(year, record))
            position = self._next_place(table.table, year) if before is None else table.position(before)
            self._write(table.table, before, table.row(year, position, record))

    def delete(self, year: int, *records: object) -> None:
        """Take records out, together with what makes no sense without them."""
        by_table: dict[RecordTable[Any], list[Row]] = {}
        for record in records:
            if isinstance(record, Memo | Report | Order | Agenda):
                self._drop(PAPERS, (year, PAPER_NAMES[type(record)]))
            else:
                table = _table_of(type(record))
                by_table.setdefault(table, []).append(table.key(year, record))
        for table, keys in by_table.items():
            self._let_go(year, table, {key[1] for key in keys})
            for key in keys:
                self._drop(table.table, key)

    def _let_go(self, year: int, table: RecordTable[Any], ids: set[Cell]) -> None:
        """Nothing refers any more to these records, which are about to go."""
        if table is FINDINGS:
            for measure in self._years.records(year).measures:
                left = tuple(id for id in measure.findings if id not in ids)
                if left != measure.findings:
                    self.save(year, replace(measure, findings=left))
        elif table in {MEASURES, ROUNDS}:
            reports_of = "measure" if table is MEASURES else "round"
            reports = self._years.records(year).followups
            self.delete(year, *(report for report in reports if getattr(report, reports_of) in ids))

    def reorder(self, year: int, record_class: type, ids: Sequence[str]) -> None:
        """Put a year's records into this order. All of them are to be named."""
        table = _table_of(record_class)
        rows = {table.id(row): row for row in self._rows.all(table.table, year)}
        if sorted(rows) != sorted(ids):
            raise ValueError(f"{sorted(ids)} are not the ids of {sorted(rows)}")
        if list(rows) == list(ids):
            return
        for position, id in enumerate(ids, start=1):
            self._write(table.table, rows[id], table.row(year, position, table.from_row(rows[id])))

    def new_id(self, year: int, record_class: type) -> str:
        """An id that no record of this kind has in this year: `f7`."""
        table = _table_of(record_class)
        taken = [re.fullmatch(rf"{table.prefix}(\d+)", str(id)) for id in self._rows.column(table.table, "id", year)]
        return f"{table.prefix}{1 + max((int(found[1]) for found in taken if found), default=0)}"

    # Scores; None is not known, and never zero

    def set_indicator_score(self, year: int, number: int, score: Decimal | None) -> None:
        self._set_score(INDICATOR_SCORES, (year, _read(INDICATOR, number)), score)

    def set_item_score(self, year: int, code: str, score: Decimal | None) -> None:
        self._set_score(ITEM_SCORES, (year, _read(ITEM, code)), score)

    def set_eit_part(self, year: int, number: int, score: Decimal | None) -> None:
        self._set_score(EIT_PARTS, (year, _read(EIT_PART, number)), score)

    # Years

    def add_year(self, number: int, *, measures_year: int | None = None, framework: str | None = None) -> None:
        """A new, empty year. Its measures usually run in the year that follows."""
        if number in self._years.numbers():
            raise WrongUsage(f"ไฟล์นี้มีปี {number} อยู่แล้ว", do="เลือกปีนั้นจากรายการปี")
        facts = YearFacts(
            number=_read(YEAR, number),
            measures_year=_read(YEAR, number + 1 if measures_year is None else measures_year),
            framework=framework or str(number),
        )
        self._put(YEARS, YEAR_CELLS.of(facts))

    def save_year_facts(
        self,
        year: int,
        *,
        measures_year: int | None = None,
        framework: str | None = None,
        reported: Reported | None = None,
        strength_rule: StrengthRule | None = None,
    ) -> None:
        """What is given replaces what was; what is not given stays."""
        records = self._years.records(year)
        reported = _fitting(reported or records.reported)
        strength_rule = _fitting(strength_rule or records.strength_rule)
        facts = YearFacts(
            number=year,
            measures_year=records.measures_year if measures_year is None else _read(YEAR, measures_year),
            framework=framework or records.framework,
            reported_total=reported.total,
            reported_level=reported.level,
            strength_mark=strength_rule.mark,
            strength_top=strength_rule.top,
        )
        self._put(YEARS, YEAR_CELLS.of(facts))

    def delete_year(self, number: int) -> None:
        for table in reversed(YEAR_TABLES):
            for row in self._rows.all(table, number):
                self._write(table, row, None)
        self._drop(YEARS, (number,))

    # What belongs to the office as a whole

    def save_office(self, office: Office) -> None:
        self._put(OFFICE, (1, *OFFICE_CELLS.of(_fitting(office))))

    def put_on_shelf(self, kind: str, name: str, value: object) -> None:
        """Keep anything that JSON can say: an office's own rules, a preset, the columns of a sheet."""
        self._put(SHELF, (kind, name, write_json(_read(anything, to_plain(value)))))

    def take_off_shelf(self, kind: str, name: str) -> None:
        self._drop(SHELF, (kind, name))

    def save_picture(self, name: str, picture: Picture) -> None:
        self._put(PICTURES, (name, picture.media_type, picture.content))

    def delete_picture(self, name: str) -> None:
        self._drop(PICTURES, (name,))

    # Underneath

    def _next_place(self, table: Table, year: int) -> int:
        list_of_year = table.name, year
        if list_of_year not in self._last:
            self._last[list_of_year] = self._rows.highest(table, "position", year)
        self._last[list_of_year] += 1
        return self._last[list_of_year]

    def replay(self, edits: Sequence[Edit]) -> None:
        """Write rows as they once were: going back or forward."""
        for edit in edits:
            self._write(edit.table, edit.before, edit.after)

    def _set_score(self, table: Table, key: Row, score: Decimal | None) -> None:
        if score is None:
            self._drop(table, key)
        else:
            self._put(table, (*key, format(_read(SCORE, score), "f")))

    def _put(self, table: Table, row: Row) -> None:
        self._write(table, self._rows.get(table, table.key_of(row)), row)

    def _drop(self, table: Table, key: Row) -> None:
        self._write(table, self._rows.get(table, key), None)

    def _write(self, table: Table, before: Row | None, after: Row | None) -> None:
        if before == after:
            return
        self._rows.write(table, before, after)
        edit = Edit(table, before, after)
        self.edits.append(edit)
        self._years.follow(edit)

    def _check_findings(self, year: int, measure: Measure) -> None:
        for id in measure.findings:
            if self._rows.get(FINDINGS.table, (year, id)) is None:
                raise LookupError(f"measure {measure.id} answers finding {id}, which year {year} does not have")


def _table_of(record_class: type) -> RecordTable[Any]:
    return BY_RECORD[record_class]


def _fitting(record: Any) -> Any:  # noqa: ANN401 - the same class comes back
    try:
        return fitting(record)
    except Misfit as misfit:
        raise _refused(misfit) from misfit


def _read(reader: Any, value: Any) -> Any:  # noqa: ANN401 - what the reader reads
    try:
        return reader(value)
    except Misfit as misfit:
        raise _refused(misfit) from misfit


def _refused(misfit: Misfit) -> WrongUsage:
    where = f" ({misfit.where})" if misfit.where else ""
    return WrongUsage(f"บันทึกไม่ได้ เพราะค่า{where} {misfit.reason}", safe="ข้อมูลเดิมไม่เปลี่ยน", do="แก้ค่านั้นแล้วบันทึกอีกครั้ง")
