"""Measures: what will be done about what was found, by whom and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Measure
from ita_desktop.storage.document import Document


def add_measure(document: Document, year: int, measure: Measure | None = None) -> str:
    with document.change("เพิ่มมาตรการ") as change:
        id = change.new_id(year, Measure)
        change.save(year, replace(measure or Measure(id=id), id=id))
    return id


def change_measure(document: Document, year: int, measure: Measure, what: str) -> None:
    with document.change(f"แก้{what}ของมาตรการ") as change:
        change.save(year, measure)


def give_measure_back(document: Document, year: int, then: Measure) -> None:
    """The measure as it once was, answering those of its findings that are still there."""
    there = {finding.id for finding in document.year(year).findings}
    with document.change("คืนค่าเดิมของมาตรการ") as change:
        change.save(year, replace(then, findings=tuple(id for id in then.findings if id in there)))


def duplicate_measure(document: Document, year: int, measure: Measure) -> str:
    """A copy right behind the original, without its follow-up reports."""
    with document.change("ทำสำเนามาตรการ") as change:
        id = change.new_id(year, Measure)
        change.save(year, replace(measure, id=id, drafts=()))
        order = [other.id for other in document.year(year).measures if other.id != id]
        order.insert(order.index(measure.id) + 1, id)
        change.reorder(year, Measure, order)
    return id


def move_measure(document: Document, year: int, measure: Measure, by: int) -> None:
    """Earlier or later in the list, which is the order of the papers."""
    order = [other.id for other in document.year(year).measures]
    at = order.index(measure.id)
    to = min(max(at + by, 0), len(order) - 1)
    if to == at:
        return
    order.insert(to, order.pop(at))
    with document.change("ย้ายลำดับมาตรการ") as change:
        change.reorder(year, Measure, order)


def delete_measures(document: Document, year: int, measures: Sequence[Measure]) -> None:
    """Their follow-up reports go with them, and come back with them on undo."""
    with document.change("ลบมาตรการ" if len(measures) == 1 else f"ลบมาตรการ {len(measures)} ข้อ") as change:
        change.delete(year, *measures)


def copy_from_year(document: Document, year: int, source: int, measures: Sequence[Measure]) -> tuple[str, ...]:
    """Measures of another year as this year's own: their words and owners, without its findings and dates."""
    taken = []
    with document.change(f"คัดลอกมาตรการ {len(measures)} ข้อจากปี {source}") as change:
        for measure in measures:
            id = change.new_id(year, Measure)
            change.save(
                year,
                replace(measure, id=id, findings=(), start=None, end=None, revised_end=None, period_text="", drafts=()),
            )
            taken.append(id)
    return tuple(taken)
