"""The years whose rules are known: shipped with the program, corrected by the office, or only nearest to one."""

from __future__ import annotations

from ita_desktop.domain.framework import Confidence, Framework
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.storage.document import Document
from ita_desktop.storage.years import FRAMEWORK_SHELF
from ita_desktop.ui.frameworks.rule_tables import DOUBT
from ita_desktop.ui.record_list import Entry, RecordList


class YearList(RecordList):
    def __init__(self, frameworks: Frameworks) -> None:
        super().__init__("ปีของหลักเกณฑ์")
        self._frameworks = frameworks

    def show_years(self, document: Document) -> None:
        own = corrected_years(document)
        shipped = {int(name) for name in self._frameworks.names() if name.isdecimal()}
        every = {*shipped, *document.years(), *own}
        years = sorted(every, key=lambda year: (year not in document.years(), -year))
        self.show_entries([self._entry(year, document, own, shipped) for year in years])

    @property
    def year(self) -> int | None:
        found: int | None = self.current_record()
        return found

    def _entry(self, year: int, document: Document, own: frozenset[int], shipped: set[int]) -> Entry:
        if year in own:
            note, picture, tone = "แก้ไขโดยหน่วยงาน", "people", "accent"
        elif year not in shipped:
            note, picture, tone = "ใช้ของปีที่ใกล้ที่สุด", "warning", "warn"
        elif doubtful := doubts(self._frameworks.get(str(year))):
            note, picture, tone = f"{DOUBT} {doubtful} รายการ", "warning", "warn"
        else:
            note, picture, tone = "มีหลักฐานยืนยัน", "done", "good"
        group = "ปีในสมุดงานนี้" if year in document.years() else "ปีอื่น"
        return Entry(record=year, key=year, title=f"ปี {year}", note=note, icon=picture, tone=tone, group=group)


def doubts(rules: Framework) -> int:
    """How many facts a person should look up."""
    said = [record.confidence for part in (rules.items, rules.sub_indicators, rules.levels) for record in part]
    return sum(confidence is not Confidence.SURE for confidence in said) + len(rules.unconfirmed)


def corrected_years(document: Document) -> frozenset[int]:
    """Years whose rules the office keeps as its own."""
    named = {document.records(year).framework: year for year in document.years()}
    kept = document.shelf(FRAMEWORK_SHELF)
    return frozenset(named.get(name) or int(name) for name in kept if name in named or name.isdecimal())
