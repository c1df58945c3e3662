"""All papers of the year, and what each still lacks."""

from __future__ import annotations

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.lacks import lacks
from ita_desktop.papers.registry import PAPERS
from ita_desktop.ui.record_list import Entry, RecordList

FIRST = "memo"


class PaperList(RecordList):
    def __init__(self) -> None:
        super().__init__("เอกสาร")
        self._lacks: dict[str, tuple[str, ...]] = {}

    def show_year(self, year: Year, options: PaperOptions, signed: dict[str, int]) -> None:
        """`signed` = the latest signed version of a paper, by its name."""
        self._lacks = {name: lacks(year, name, options) for name in PAPERS}
        self.show_entries([self._entry(name, signed.get(name, 0)) for name in PAPERS])

    def lacks_of(self, paper: str) -> tuple[str, ...]:
        return self._lacks.get(paper, ())

    @property
    def paper(self) -> str:
        kind = self.current_record()
        return kind.name if kind is not None else FIRST

    def _entry(self, name: str, signed: int) -> Entry:
        missing = self._lacks[name]
        if signed:
            note, picture, tone = f"ลงนามแล้ว ฉบับที่ {signed}", "shield", "good"
        elif missing:
            others = f" และอีก {len(missing) - 1}" if len(missing) > 1 else ""
            note, picture, tone = f"{missing[0]}{others}", "started", "warn"
        else:
            note, picture, tone = "พร้อม", "done", "good"
        kind = PAPERS[name]
        return Entry(record=kind, key=name, title=kind.title, note=note, icon=picture, tone=tone)
