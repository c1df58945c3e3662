"""Findings: what is weak, what is strong, what is advised."""

from __future__ import annotations

from ita_desktop.domain.records import Finding, FindingKind
from ita_desktop.exchange.grid import Place
from ita_desktop.exchange.recognise.about import About, Above, about
from ita_desktop.exchange.recognise.body import Reading, is_sum
from ita_desktop.exchange.recognise.cells import read_finding_kind
from ita_desktop.exchange.recognise.found import Column, Entry
from ita_desktop.exchange.recognise.groups import Group, group_rows, id_of
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import year_said
from ita_desktop.exchange.recognise.words import bare, clean


def read_findings(reading: Reading) -> None:
    layout = reading.layout
    texts = layout.all(Meaning.FINDING, Meaning.STRENGTH) or layout.all(Meaning.ADVICE)
    above = Above()
    for group in group_rows(reading.body(), texts, ()):
        if is_sum(group.cells.first_text()):
            reading.leave_out(group.cells, "แถวรวม")
            continue
        entries = [
            _finding_entry(
                group,
                column,
                about(group, reading.framework, above, (group.texts.get(column, ""),)),
                alone=len(texts) == 1,
            )
            for column in texts
            if group.texts.get(column, "").strip("-–— ") or id_of(group.cells)
        ]
        if not entries:
            reading.leave_out(group.cells, "ไม่มีข้อค้นพบในแถวนี้")
            continue
        reading.rows.append(group.cells.done(*entries, continued=group.continued))


def _finding_entry(group: Group, column: Column, found: About, *, alone: bool) -> Entry:
    cells, layout = group.cells, group.cells.layout
    given: dict[str, Place] = dict(found.given)
    kind = FindingKind.STRENGTH if column.meaning is Meaning.STRENGTH else FindingKind.FIX
    if column.meaning is not Meaning.ADVICE:
        given["text"] = cells.place(column)
    kind_column = layout.column(Meaning.FINDING_KIND)
    if kind_column and alone:
        said = cells.read(kind_column, lambda value: read_finding_kind(clean(str(value or ""))))
        given["kind"] = cells.place(kind_column)
        kind = said or kind
    elif column.meaning is not Meaning.ADVICE:
        given["kind"] = cells.place(column)
    elif _speaks_of_keeping(column):
        kind = FindingKind.KEEP
    advice = layout.column(Meaning.ADVICE)
    if advice and (column.meaning is not Meaning.STRENGTH or alone):
        given["advice"] = cells.place(advice)
    if found.items:
        given.setdefault("items", cells.place(column))
    record = Finding(
        id="",
        indicator=found.indicator,
        items=found.items,
        topic=found.topic,
        kind=kind,
        text="" if column.meaning is Meaning.ADVICE else group.texts.get(column, ""),
        advice=group.texts.get(advice, "") if "advice" in given and advice else "",
    )
    return Entry(record=record, year=year_said(cells), given=given, id=id_of(cells) if alone else "")


def _speaks_of_keeping(column: Column) -> bool:
    return "รักษา" in bare(column.heading)
