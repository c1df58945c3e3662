"""Published results of other offices, kept in the workbook year by year: a table of comparison, not of this office."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.standing import (
    PublishedResult,
    PublishedResults,
    as_table,
    from_table,
    office_key,
    province_key,
)
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Document

SHELF = "published"
"""By year, the results of that year as one table: thousands of offices are a second's reading, not thousands of rows
in the way of every other."""

KIND = "shelf"
"""What announcements call a change of it."""

log = logging.getLogger(__name__)


def published_results(document: Document) -> PublishedResults:
    return PublishedResults(result for rows in _kept(document).values() for result in rows)


def take_published(document: Document, results: Iterable[PublishedResult]) -> int:
    """Beside what is there already; an office that is there gets its new figures. How many there were is the answer."""
    kept, count = _kept(document), 0
    by_year: dict[int, dict[tuple[str, str], PublishedResult]] = {}
    for result in results:
        count += 1
        by_year.setdefault(result.year, {})[_key(result)] = result
    with document.change("นำเข้าผลคะแนนของหน่วยงานอื่น") as change:
        for year, new in by_year.items():
            _put(change, year, ({_key(row): row for row in kept.get(year, ())} | new).values())
    return count


def save_published(
    document: Document, year: int, lines: Iterable[tuple[PublishedResult | None, PublishedResult]]
) -> None:
    """Lines as they were and as they were typed; one that was not there is new."""
    rows: dict[tuple[str, str], PublishedResult] = {_key(row): row for row in _kept(document).get(year, ())}
    for before, after in lines:
        if not after.office.strip():
            raise WrongUsage("แถวนี้ยังไม่มีชื่อหน่วยงาน", do="พิมพ์ชื่อหน่วยงานก่อน")
        if _key(after) in rows and (before is None or _key(before) != _key(after)):
            raise WrongUsage(f"มี {after.office} ของปี {year} ในตารางแล้ว", do="แก้คะแนนในแถวเดิม หรือระบุจังหวัดให้ต่างกัน")
        if before is not None and _key(before) != _key(after):
            del rows[_key(before)]
        rows[_key(after)] = after
    with document.change("แก้ผลคะแนนของหน่วยงานอื่น") as change:
        _put(change, year, rows.values())


def delete_published(document: Document, year: int, gone: Iterable[PublishedResult] | None = None) -> None:
    """Some lines of a year, or all of them."""
    keys = None if gone is None else {_key(row) for row in gone}
    left = [] if keys is None else [row for row in _kept(document).get(year, ()) if _key(row) not in keys]
    with document.change("ลบผลคะแนนของหน่วยงานอื่น") as change:
        _put(change, year, left)


def _put(change: Change, year: int, rows: Iterable[PublishedResult]) -> None:
    table = [replace(row, year=year) for row in rows]
    if table:
        change.put_on_shelf(SHELF, str(year), as_table(table))
    else:
        change.take_off_shelf(SHELF, str(year))


def _kept(document: Document) -> dict[int, tuple[PublishedResult, ...]]:
    """What cannot be read any more is left out, and not touched unless its year is written anew."""
    kept: dict[int, tuple[PublishedResult, ...]] = {}
    for name, table in document.shelf(SHELF).items():
        try:
            year = int(name)
            kept[year] = tuple(from_table(year, table))
        except (ValueError, KeyError, TypeError, ArithmeticError) as problem:
            log.info("published results of %s cannot be read: %s", name, problem)
    return kept


def _key(row: PublishedResult) -> tuple[str, str]:
    return office_key(row.office), province_key(row.province)
