"""What was found in the scores, and the first step towards mending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.actions.placing import behind, moved
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.storage.document import Document


def add_finding(document: Document, year: int, finding: Finding | None = None) -> str:
    """A new finding at the end of the list, under an id of its own; the id is the answer."""
    with document.change("เพิ่มข้อค้นพบ") as change:
        id = change.new_id(year, Finding)
        change.save(year, replace(finding or Finding(id=id), id=id))
    return id


def change_finding(document: Document, year: int, finding: Finding, what: str) -> None:
    with document.change(f"แก้{what}ของข้อค้นพบ") as change:
        change.save(year, finding)


def change_findings(document: Document, year: int, changed: Sequence[Finding], cells: int) -> None:
    """Many cells of a table at once."""
    with document.change(f"แก้ข้อค้นพบ {cells} ช่อง") as change:
        change.save(year, *changed)


def give_finding_back(document: Document, year: int, then: Finding) -> None:
    """The finding as it once was."""
    with document.change("คืนค่าเดิมของข้อค้นพบ") as change:
        change.save(year, then)


def duplicate_finding(document: Document, year: int, finding: Finding) -> str:
    """A copy right behind the original. It is a person's text from the start: no draft of ours."""
    with document.change("ทำสำเนาข้อค้นพบ") as change:
        id, before = change.new_id(year, Finding), document.year(year).findings
        change.save(year, replace(finding, id=id, drafts=()))
        change.reorder(year, Finding, behind(before, finding.id, id))
    return id


def move_finding(document: Document, year: int, finding: Finding, by: int) -> None:
    """Earlier or later in the list, which is the order of the papers."""
    with document.change("ย้ายลำดับข้อค้นพบ") as change:
        change.reorder(year, Finding, moved(document.year(year).findings, finding.id, by))


def delete_findings(document: Document, year: int, findings: Sequence[Finding]) -> None:
    """Measures that answer them stay, and answer them no more."""
    with document.change("ลบข้อค้นพบ" if len(findings) == 1 else f"ลบข้อค้นพบ {len(findings)} ข้อ") as change:
        change.delete(year, *findings)


def make_measure(document: Document, year: int, findings: Sequence[Finding]) -> str:
    """A measure that answers these findings, with their indicator and items; its words are the officer's to write."""
    first = findings[0]
    with document.change("สร้างมาตรการจากข้อค้นพบ") as change:
        id = change.new_id(year, Measure)
        items = dict.fromkeys(item for finding in findings for item in finding.items)
        measure = Measure(
            id=id,
            findings=tuple(finding.id for finding in findings),
            indicator=first.indicator,
            items=tuple(items),
            topic=first.topic,
            title=first.advice if len(findings) == 1 else "",
        )
        change.save(year, measure)
    return id
