"""Putting whole years into a file in one change: from a data document, or from another file."""

from __future__ import annotations

from ita_desktop.domain.workbook import Workbook, YearRecords
from ita_desktop.storage.change import Change
from ita_desktop.storage.tables import PAPER_RECORDS, RECORD_TABLES

# In the order of RECORD_TABLES: findings before the measures that answer them.
_LISTS = tuple(table.table.name for table in RECORD_TABLES)


def add_years(change: Change, workbook: Workbook) -> None:
    """Everything the workbook holds besides its office, into a file that has none of these years."""
    for year in workbook.years:
        _add_year(change, year)
    for kind, items in workbook.shelf.items():
        for name, value in items.items():
            change.put_on_shelf(kind, name, value)
    for name, picture in workbook.pictures.items():
        change.save_picture(name, picture)


def _add_year(change: Change, records: YearRecords) -> None:
    number = records.number
    change.add_year(number, measures_year=records.measures_year, framework=records.framework)
    change.save_year_facts(number, reported=records.reported, strength_rule=records.strength_rule)
    for indicator, score in records.indicator_scores.items():
        change.set_indicator_score(number, indicator, score)
    for part, score in records.eit_parts.items():
        change.set_eit_part(number, part, score)
    for code, score in records.item_scores.items():
        change.set_item_score(number, code, score)
    for name in _LISTS:
        change.save(number, *getattr(records, name))
    for name in PAPER_RECORDS:
        paper = getattr(records, name)
        if paper is not None:
            change.save(number, paper)
