"""Measures: what will be done about what was found, by whom and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.actions.placing import behind, moved
from ita_desktop.domain.framework import Framework
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


def change_measures(document: Document, year: int, changed: Sequence[Measure], cells: int) -> None:
    """Many cells of a table at once."""
    with document.change(f"แก้มาตรการ {cells} ช่อง") as change:
        change.save(year, *changed)


def give_measure_back(document: Document, year: int, then: Measure) -> None:
    """The measure as it once was, answering those of its findings that are still there."""
    there = {finding.id for finding in document.year(year).findings}
    with document.change("คืนค่าเดิมของมาตรการ") as change:
        change.save(year, replace(then, findings=tuple(id for id in then.findings if id in there)))


def duplicate_measure(document: Document, year: int, measure: Measure) -> str:
    """A copy right behind the original, without its follow-up reports."""
    with document.change("ทำสำเนามาตรการ") as change:
        id, before = change.new_id(year, Measure), document.year(year).measures
        change.save(year, replace(measure, id=id, drafts=()))
        change.reorder(year, Measure, behind(before, measure.id, id))
    return id


def move_measure(document: Document, year: int, measure: Measure, by: int) -> None:
    """Earlier or later in the list, which is the order of the papers."""
    with document.change("ย้ายลำดับมาตรการ") as change:
        change.reorder(year, Measure, moved(document.year(year).measures, measure.id, by))


def delete_measures(document: Document, year: int, measures: Sequence[Measure]) -> None:
    """Their follow-up reports go with them, and come back with them on undo."""
    with document.change("ลบมาตรการ" if len(measures) == 1 else f"ลบมาตรการ {len(measures)} ข้อ") as change:
        change.delete(year, *measures)


def take_measures(document: Document, year: int, offered: Sequence[Measure]) -> tuple[str, ...]:
    """Measures from elsewhere as this year's own, behind those that are there."""
    taken = []
    with document.change(f"คัดลอกมาตรการ {len(offered)} ข้อ") as change:
        for measure in offered:
            id = change.new_id(year, Measure)
            change.save(year, replace(measure, id=id))
            taken.append(id)
    return tuple(taken)


def carried_over(measure: Measure, old: Framework, new: Framework) -> Measure:
    """A measure's words and owners for another year, without its findings and dates. Codes change with the year."""
    topic = measure.topic if measure.topic is not None and new.topic(measure.topic) else None
    return replace(
        measure,
        findings=(),
        indicator=measure.indicator if measure.indicator and new.indicator(measure.indicator) else None,
        items=old.same_items(measure.items, new),
        topic=topic,
        analysis="",
        start=None,
        end=None,
        revised_end=None,
        period_text="",
        drafts=(),
    )
