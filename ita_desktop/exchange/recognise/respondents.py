"""How many answered: rows of classes with men, women and others, for one tool or for both beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.records import Respondents
from ita_desktop.domain.respondents import CLASSES, DIVISIONS, official_class
from ita_desktop.exchange.recognise.body import Reading, RowCells, is_total
from ita_desktop.exchange.recognise.cells import Unreadable, read_count
from ita_desktop.exchange.recognise.found import Column, Entry
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import year_said
from ita_desktop.exchange.recognise.words import tools_in
from ita_desktop.thai.quoting import quoted

_GENDERS = {Meaning.MALE: "male", Meaning.FEMALE: "female", Meaning.OTHER: "other"}
_ALSO_CALLED = {"age": ("อายุ",), "education": ("การศึกษา", "วุฒิ"), "visitor": ("ประเภท", "ผู้มาติดต่อ", "ผู้รับบริการ")}


@dataclass(slots=True)
class _Section:
    """What the rows at hand are divided by and who was asked."""

    by: str | None
    tool: str | None


def read_respondents(reading: Reading) -> None:
    tools = _tools_beside(reading)
    tools_of_title = tools_in(reading.layout.title)[0] or tools_in(reading.layout.name)[0]
    section = _Section(_division(_words_of_head(reading)), tools_of_title[0] if len(tools_of_title) == 1 else None)
    sums: dict[tuple[str | None, str | None, Meaning], int] = {}
    seen: dict[tuple[int | None, str, str, str], RowCells] = {}
    for cells in reading.body():
        label = cells.text(Meaning.CLASS)
        _look_for_section(cells, label, section)
        if is_total(label or cells.first_text()):
            _compare(reading, cells, section, tools, sums)
            reading.leave_out(cells, "แถวรวม")
            continue
        if not _has_counts(cells):
            reading.leave_out(cells, "หัวข้อ")
            continue
        group = _class(label, section)
        if group is None:
            cells.say(cells.layout.column(Meaning.CLASS), f"ไม่รู้จักกลุ่มผู้ตอบ {quoted(label)}", "unknown-class")
            reading.rows.append(cells.done())
            continue
        if official_class(*group) is None:
            cells.warn(cells.layout.column(Meaning.CLASS), f"แบบของ ป.ป.ช. ไม่มีกลุ่ม {quoted(label)}", "own-class")
        reading.rows.append(cells.done(*_entries(cells, group, section, tools, sums, seen)))


def _words_of_head(reading: Reading) -> str:
    column = reading.layout.column(Meaning.CLASS)
    return f"{column.heading if column else ''} {reading.layout.title}"


def _tools_beside(reading: Reading) -> tuple[str | None, ...]:
    """IIT and EIT beside each other, each with its own men and women; or one tool, named elsewhere."""
    named = tuple(dict.fromkeys(column.tool for column in reading.layout.all(*_GENDERS) if column.tool))
    return named or (None,)


def _division(words: str) -> str | None:
    found = [by for by, called in _ALSO_CALLED.items() if any(name in words for name in called)]
    return found[0] if len(found) == 1 else None


def _look_for_section(cells: RowCells, label: str, section: _Section) -> None:
    named = tools_in(cells.text(Meaning.TOOL, filled=True))[0]
    if not named and not _has_counts(cells):
        named = tools_in(cells.first_text())[0]
    if named:
        section.tool = named[0]
    division = cells.text(Meaning.DIVISION, filled=True) or ("" if _has_counts(cells) else cells.first_text())
    if division:
        section.by = _division(division) or section.by
    known = [by for by in CLASSES if official_class(by, label)]
    if len(known) == 1:  # "ปริญญาตรี" says itself what it divides by
        section.by = known[0]


def _has_counts(cells: RowCells) -> bool:
    return any(cells.value(column) is not None or cells.flaw(column) for column in cells.layout.all(*_GENDERS))


def _class(label: str, section: _Section) -> tuple[str, str] | None:
    """Division and class as the form calls them; an office's own class is kept where its division is known."""
    if section.by is None or not label:
        return None
    return section.by, official_class(section.by, label) or label


def _entries(
    cells: RowCells,
    group: tuple[str, str],
    section: _Section,
    tools: tuple[str | None, ...],
    sums: dict[tuple[str | None, str | None, Meaning], int],
    seen: dict[tuple[int | None, str, str, str], RowCells],
) -> list[Entry]:
    by, name = group
    year = year_said(cells)
    entries = []
    for column_tool in tools:
        tool = column_tool or section.tool or ("EIT" if by == "visitor" else None)
        if tool is None:
            cells.say(cells.layout.column(Meaning.CLASS), "ไม่รู้ว่าเป็นผู้ตอบ IIT หรือ EIT ระบุไว้ที่หัวตาราง", "tool-unknown")
            continue
        counts: dict[str, int] = {}
        given = {}
        for column in _of_tool(cells, column_tool, *_GENDERS):
            count = cells.read(column, read_count)
            if count is None:
                continue
            given[_GENDERS[column.meaning]] = cells.place(column)
            counts[_GENDERS[column.meaning]] = count
            key = (column_tool, by, column.meaning)
            sums[key] = sums.get(key, 0) + count
        _compare_row(cells, column_tool, sum(counts.values()))
        first = seen.setdefault((year, tool, by, name), cells)
        if first is not cells:
            cells.say(cells.layout.column(Meaning.CLASS), f"{quoted(name)} มีอยู่แล้วในแถวที่ {first.row + 1}", "said-twice")
            continue
        record = Respondents(tool=tool, by=by, group=name, **counts)
        entries.append(Entry(record=record, year=year, given=given))
    return entries


def _of_tool(cells: RowCells, tool: str | None, *meanings: Meaning) -> list[Column]:
    return [column for column in cells.layout.all(*meanings) if tool is None or column.tool == tool]


def _stated(cells: RowCells, column: Column) -> int | None:
    try:
        return read_count(cells.value(column))
    except Unreadable:
        return None


def _compare_row(cells: RowCells, tool: str | None, count: int) -> None:
    for column in _of_tool(cells, tool, Meaning.TOTAL)[:1]:
        stated = _stated(cells, column)
        if stated is not None and stated != count:
            cells.warn(column, f"รวมไว้ {stated} คน แต่ชาย หญิง และอื่น ๆ รวมกันได้ {count} คน", "total")


def _compare(
    reading: Reading,
    cells: RowCells,
    section: _Section,
    tools: tuple[str | None, ...],
    sums: dict[tuple[str | None, str | None, Meaning], int],
) -> None:
    for tool in tools:
        for column in _of_tool(cells, tool, *_GENDERS, Meaning.TOTAL):
            meanings = tuple(_GENDERS) if column.meaning is Meaning.TOTAL else (column.meaning,)
            summed = sum(sums.get((tool, section.by, meaning), 0) for meaning in meanings)
            of_all = sum(count for key, count in sums.items() if key[0] == tool and key[2] in meanings)
            stated = _stated(cells, column)
            if stated is not None and summed and stated not in {summed, of_all}:
                divided = f"ตาม{DIVISIONS[section.by]}" if section.by else ""
                reading.notice(cells, column, f"รวมไว้ {stated} คน แต่แถวข้างบน{divided}รวมได้ {summed} คน", "total")
    for key in [key for key in sums if key[1] == section.by]:
        del sums[key]
