"""The table of OIT items: headings by indicator, and under each its items with what the office decided."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.oit import OitItem, by_indicator, states
from ita_desktop.domain.records import FollowUpState, Year
from ita_desktop.ui import reading
from ita_desktop.ui.reading import link as read_link
from ita_desktop.ui.table_model import Column
from ita_desktop.ui.words import OVERDUE, STATES, Look

TITLES = {
    "owner": "ผู้รับผิดชอบ",
    "due": "กำหนด",
    "state": "สถานะ",
    "link": "ลิงก์บนเว็บไซต์",
    "note": "หมายเหตุ",
}
"""What the fields of an entry are called, in the table as in the form beside it."""


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    title: str
    sums: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    item: OitItem
    days_late: int

    @property
    def id(self) -> str:
        return self.item.code

    @property
    def look(self) -> Look:
        return OVERDUE if self.days_late else STATES[self.item.entry.state]


Row = Heading | ItemRow


def rows(year: Year, items: Iterable[OitItem], today: datetime.date) -> list[Row]:
    found: list[Row] = []
    for number, group in by_indicator(items).items():
        indicator = year.framework.indicator(number) if number is not None else None
        title = f"{indicator.number}. {indicator.name}" if indicator else "ข้อที่ไม่มีในหลักเกณฑ์ของปีนี้"
        done = states(group)[FollowUpState.DONE]
        found.append(Heading(f"indicator {number}", title, f"{len(group)} ข้อ · แล้วเสร็จ {done}"))
        found += [ItemRow(item, item.days_late(today)) for item in group]
    return found


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            title="ข้อ",
            value=lambda r: f"{r.title} · {r.sums}" if isinstance(r, Heading) else r.item.code,
            width=54,
            bold=lambda r: isinstance(r, Heading),
            tone=lambda r: "ink" if isinstance(r, Heading) else "muted",
        ),
        Column(
            title="ข้อมูลที่ต้องเปิดเผย",
            value=_of_item(lambda r: r.item.title),
            tip=_of_item(lambda r: about(r.item)),
        ),
        _typed("owner", lambda r: r.item.entry.owner, str.strip, 136),
        replace(
            _typed("due", lambda r: reading.day_text(r.item.entry.due), reading.day, 100),
            tone=_of_item(lambda r: OVERDUE.tone if r.days_late else "ink"),
        ),
        replace(
            _typed("state", _state_words, state, 148),
            icon=_of_item(lambda r: r.look.icon),
            tone=_of_item(lambda r: r.look.tone),
            head_tip="พิมพ์คำขึ้นต้นของสถานะก็พอ เช่น แล้ว หรือ กำลัง",
        ),
        replace(_typed("link", lambda r: r.item.entry.link, read_link, 190), tone=lambda _r: "accent"),
    )


def _typed(field: str, value: Callable[[ItemRow], str], read: Callable[[str], object], width: int) -> Column:
    told = _of_item(value)
    return Column(title=TITLES[field], field=field, value=told, tip=told, read=read, editable=_is_item, width=width)


def _of_item(value: Callable[[ItemRow], str]) -> Callable[[Row], str]:
    """Headings say nothing in this column."""
    return lambda row: value(row) if isinstance(row, ItemRow) else ""


def _is_item(row: Row) -> bool:
    return isinstance(row, ItemRow)


def _state_words(row: ItemRow) -> str:
    words = STATES[row.item.entry.state].text
    return f"{words} เกิน {row.days_late:,} วัน" if row.days_late else words


def about(item: OitItem) -> str:
    check = "ตรวจสอบข้อนี้กับคู่มือของปี" if item.to_check else ""
    return "\n".join(filter(None, (f"{item.code} {item.title}".strip(), check)))


def state(text: str) -> FollowUpState:
    """A state by its words or their beginning; nothing typed is not begun."""
    words = text.strip()
    if not words:
        return FollowUpState.NOT_STARTED
    found = [state for state, look in STATES.items() if look.text.startswith(words) or words.startswith(look.text)]
    if len(found) != 1:
        known = " ".join(look.text for look in STATES.values())
        raise ItaError(f"“{words}” ไม่ใช่สถานะ", do=f"พิมพ์คำใดคำหนึ่งคือ {known}")
    return found[0]


COLUMNS = _columns()
COLUMN_OF = {column.field: number for number, column in enumerate(COLUMNS) if column.field}
"""The fields of an entry that can be typed into the table."""
