"""Published results of many offices from a table: a line is an office, columns are the total, tools, indicators.

Such tables come from announcements, from a province's own list, from a web page; their headings say in their own words
what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.standing import TOTAL, PublishedResult, Yardstick, kind_of, office_key
from ita_desktop.exchange.grid import Grid, Value, address, shown
from ita_desktop.exchange.recognise.cells import Unreadable, read_score
from ita_desktop.exchange.recognise.heads import Sheet
from ita_desktop.exchange.recognise.words import bare, clean, tools_in, years_in

_HEAD_WITHIN = 40
_SAMPLE = 40
_PROVINCE = re.compile(r"^(?:จังหวัด|จ\.)\s*")
_NO_OFFICE = re.compile(r"(?:คะแนน)?(?:รวม|เฉลี่ย|ค่าเฉลี่ย|หมายเหตุ|ที่มา|max|min|average|total)")


class What(StrEnum):
    OFFICE = "office"
    PROVINCE = "province"
    KIND = "kind"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    holds: What | Yardstick
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ReadResults:
    results: tuple[PublishedResult, ...]
    """One for each office, province and year; of one that stands twice, the last."""
    twice: int
    unread: tuple[str, ...]
    """Cells that hold no score, each with its address and the reason."""


def read_published(grids: Sequence[Grid], year: int, framework: Framework) -> ReadResults:
    """What tables say of offices; of `year` where they name none. Refused where no line is an office with a score."""
    found: dict[tuple[str, str, int], PublishedResult] = {}
    count = 0
    unread: list[str] = []
    for grid in grids:
        for result in _of_grid(grid, year, framework, unread):
            count += 1
            found[office_key(result.office), result.province, result.year] = result
    if not found:
        raise AnswerIsNo(
            "ไม่พบผลคะแนนของหน่วยงานในตารางนี้",
            safe="ตารางเดิมไม่เปลี่ยน",
            do="ใช้ตารางที่มีหัวคอลัมน์ชื่อหน่วยงานและคะแนน เช่น หน่วยงาน จังหวัด คะแนนรวม IIT EIT OIT",
        )
    return ReadResults(tuple(found.values()), count - len(found), tuple(unread))


def _of_grid(grid: Grid, year: int, framework: Framework, unread: list[str]) -> Iterator[PublishedResult]:
    sheet = Sheet(grid)
    first, columns = _head(sheet, framework) or (0, _by_content(sheet))
    if not columns:
        return
    year = _year_above(sheet, first) or year
    for row in range(first, len(grid.rows)):
        yield from _of_row(sheet, row, columns, year, unread)


# -------------------------------------------------------------------------------------------------------- heading


def _head(sheet: Sheet, framework: Framework) -> tuple[int, tuple[_Column, ...]] | None:
    """The row below the heading and what its columns hold. A heading may take two rows, and a title may stand over it:
    of the readings around the first that would do, the one that knows most columns."""
    readings: list[tuple[int, int, tuple[_Column, ...]]] = []
    for row in range(min(len(sheet.grid.rows), _HEAD_WITHIN)):
        if readings and row > readings[0][0] + 1:
            break
        for rows in (1, 2):
            texts = [_heading(sheet, row, column, rows) for column in range(sheet.grid.width)]
            columns = tuple(_columns(texts, framework))
            if any(c.holds is What.OFFICE for c in columns) and any(not isinstance(c.holds, What) for c in columns):
                readings.append((row, rows, columns))
    if not readings:
        return None
    row, rows, columns = max(readings, key=lambda reading: (len(reading[2]), -reading[1]))
    return row + rows, columns


def _heading(sheet: Sheet, row: int, column: int, rows: int) -> str:
    words = [clean(shown(sheet.filled(row + below, column))) for below in range(rows)]
    return " ".join(dict.fromkeys(word for word in words if word))


def _columns(texts: Sequence[str], framework: Framework) -> Iterator[_Column]:
    taken: set[tuple[What | Yardstick, int | None]] = set()
    for index, text in enumerate(texts):
        years, rest = years_in(text)
        holds = _holds(text, rest, framework, has_year=len(years) == 1)
        key = (holds, years[0] if len(years) == 1 else None) if holds is not None else None
        if holds is not None and key is not None and key not in taken:
            taken.add(key)
            yield _Column(index, holds, key[1])


def _holds(text: str, without_year: str, framework: Framework, *, has_year: bool) -> What | Yardstick | None:
    words = bare(text)
    if re.fullmatch(r"(?:ประเภท|ชนิด|กลุ่ม).*|kind", words):
        return What.KIND
    if re.fullmatch(r"(?:ชื่อ|ราย)*(?:หน่วยงาน|อปท|องค์กร|องค์การ|เทศบาล|office|agency).*", words):
        return What.OFFICE
    if re.fullmatch(r"จังหวัด|จ|province", words):
        return What.PROVINCE
    if re.fullmatch(r"ปี(?:งบประมาณ|ที่ประเมิน)*|พศ|year", words):
        return What.YEAR
    if re.search("ระดับ|อันดับ|ลำดับ|ส่วนที่|เปลี่ยนแปลง|ผลต่าง|อำเภอ", text):
        return None
    if len(tools := tools_in(without_year)[0]) == 1:
        return tools[0]
    if (number := _indicator(without_year, framework)) is not None:
        return number
    rest = bare(without_year)
    if re.fullmatch(r"(?:ผล)?(?:คะแนน|ภาพรวม|รวม|เฉลี่ย|ita|การประเมิน|total|score|ร้อยละ)+", rest):
        return TOTAL
    return TOTAL if has_year and re.fullmatch(r"(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?(?:พศ)?", rest) else None


def _indicator(text: str, framework: Framework) -> int | None:
    words = re.sub(r"^(?:คะแนน)?(?:ตัวชี้วัด)?(?:ที่)?", "", bare(text))
    numbered = re.match(r"[0-9]{1,2}", words)
    name = words[numbered.end() :] if numbered else words
    for indicator in framework.indicators:
        if name and name in {bare(each) for each in (indicator.name, *indicator.aliases)}:
            return indicator.number
    number = int(numbered[0]) if numbered and not name and "ตัวชี้วัด" in text else None
    return number if number is not None and framework.indicator(number) else None


def _by_content(sheet: Sheet) -> tuple[_Column, ...]:
    """Without a heading: the column of names that begin like offices, and the first of scores after it."""
    rows = range(min(len(sheet.grid.rows), _SAMPLE))
    for column in range(sheet.grid.width):
        if rows and sum(bool(kind_of(sheet.text(row, column))) for row in rows) * 2 > len(rows):
            for later in range(column + 1, sheet.grid.width):
                if sum(_is_score(sheet.value(row, later)) for row in rows) * 2 > len(rows):
                    return _Column(column, What.OFFICE), _Column(later, TOTAL)
    return ()


def _is_score(value: Value) -> bool:
    try:
        return read_score(value)[0] is not None
    except Unreadable:
        return False


def _year_above(sheet: Sheet, until: int) -> int | None:
    """The one year that a title names."""
    words = [sheet.grid.above, sheet.grid.name]
    words += [sheet.text(row, column) for row in range(until) for column in range(min(sheet.grid.width, 4))]
    years = {year for text in words for year in years_in(text)[0]}
    return years.pop() if len(years) == 1 else None


# ----------------------------------------------------------------------------------------------------------- rows


def _of_row(
    sheet: Sheet, row: int, columns: Sequence[_Column], year: int, unread: list[str]
) -> Iterator[PublishedResult]:
    said = {c.holds: clean(shown(sheet.filled(row, c.index))) for c in columns if isinstance(c.holds, What)}
    office = " ".join(said[What.OFFICE].split())
    if not office or _NO_OFFICE.match(bare(office)) or bare(office).isdigit():
        return
    named = years_in(f"ปี {said[What.YEAR]}")[0] if said.get(What.YEAR) else ()
    of_years: dict[int, dict[Yardstick, Decimal]] = {}
    for column in columns:
        if isinstance(column.holds, What):
            continue
        score = _score(sheet, row, column.index, unread)
        if score is not None:
            of_years.setdefault(column.year or (named[0] if named else year), {})[column.holds] = score
    for of_year, scores in of_years.items():
        yield PublishedResult(
            office=office,
            year=of_year,
            total=scores.pop(TOTAL, None),
            scores=scores,
            province=_PROVINCE.sub("", said.get(What.PROVINCE, "")),
            kind=said.get(What.KIND, ""),
        )


def _score(sheet: Sheet, row: int, column: int, unread: list[str]) -> Decimal | None:
    try:
        return read_score(sheet.value(row, column))[0]
    except Unreadable as why:
        unread.append(f"{address(row, column)}: {why.remark.message}")
        return None
