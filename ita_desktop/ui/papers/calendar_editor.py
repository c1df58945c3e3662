"""ปฏิทินการดำเนินงาน beside its page: what is due when, in a table."""

from __future__ import annotations

from typing_extensions import override

from ita_desktop.actions import calendar
from ita_desktop.domain.records import CalendarEntry, Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.ui import reading
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.lines_table import LineColumn, LinesTable
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.labels import Wrapped

_COLUMNS = (
    LineColumn("title", "กิจกรรม", share=4),
    LineColumn("start", "เริ่ม", show=reading.day_text, read=reading.day, share=3),
    LineColumn("end", "สิ้นสุด", show=reading.day_text, read=reading.day, share=3),
    LineColumn("owner", "ผู้รับผิดชอบ", share=3),
)


class CalendarEditor(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        blank = CalendarEntry(id="", title="")
        self.entries = LinesTable(
            "กิจกรรมในปฏิทิน", _COLUMNS, blank, lambda entry: not (entry.title or entry.start or entry.end)
        )
        self.entries.committed.connect(self._save)
        self.entries.refused.connect(session.messages.error)
        self.add_heading("กิจกรรมของปี")
        self.add(Wrapped("พิมพ์ในแถวสุดท้ายเพื่อเพิ่ม วางหลายแถวจาก Excel ได้", tone="muted", rank="small"))
        self.add(self.entries)
        self.mark(self.entries, "entries")

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self.entries.show_records(year.calendar)

    @override
    def landmarks(self, year: Year, options: PaperOptions) -> tuple[Landmark, ...]:
        return (Landmark("entries", "กิจกรรม"),)

    def _save(self, entries: tuple[CalendarEntry, ...], _what: str) -> None:
        if self.session.year is not None:
            self.session.run(calendar.set_entries, self.session.year.number, entries)
