"""Scores of indicators, of one year or several side by side. Names say which indicator it is; a rank says nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ita_desktop.domain.codes import indicator_named
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Office, Year
from ita_desktop.domain.scoring import half_up, results, score_text
from ita_desktop.exchange.grid import exact
from ita_desktop.exchange.recognise.body import Reading, RowCells, is_total
from ita_desktop.exchange.recognise.cells import Unreadable, read_score
from ita_desktop.exchange.recognise.found import Column, EitPartScore, Entry, IndicatorScore
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.words import bare, tools_in, years_in
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import likeness
from ita_desktop.thai.quoting import quoted

_EIT_PART = re.compile(r".{0,20}eit(?:part|ส่วน)(?:ที่)?([12]).{0,20}")
_TOOL_MEAN = re.compile(
    "(?:คะแนน|ผล|เฉลี่ย|รวม|แบบวัด|แบบ|เครื่องมือ|การรับรู้|ผู้มีส่วนได้(?:ส่วน)?เสีย|ภายใน|ภายนอก|การเปิดเผยข้อมูลสาธารณะ|ตรวจ|ของ)*"
)
_NUMBER_SAID = re.compile(r"ตัวชี้วัด(?:ที่)?\s*([0-9]{1,2})(?![0-9.])")
_NEAR = 0.6

Scores = dict[int | None, dict[int, tuple[Decimal, RowCells, Column]]]
"""By year, by indicator."""


def read_scores(reading: Reading) -> None:
    columns = reading.layout.all(Meaning.SCORE)
    seen: Scores = {}
    totals: list[tuple[RowCells, str]] = []
    rows: list[tuple[RowCells, list[Entry]]] = []
    shares = _shares_of_one(reading, columns)
    for cells in reading.body():
        label = _label(cells)
        if is_total(label) or _is_tool_mean(label):
            totals.append((cells, label))
            continue
        entries = _entries(cells, label, columns, shares, reading, seen)
        if entries is None:
            reading.leave_out(cells, "ไม่มีคะแนนในแถวนี้")
        else:
            rows.append((cells, entries))
    reading.rows += [cells.done(*entries) for cells, entries in rows]
    for cells, label in totals:
        _compare_total(reading, cells, label, columns, seen)
        reading.leave_out(cells, "แถวสรุป")


def _label(cells: RowCells) -> str:
    return cells.text(Meaning.INDICATOR) or cells.first_text()


def _entries(
    cells: RowCells, label: str, columns: tuple[Column, ...], shares: frozenset[int], reading: Reading, seen: Scores
) -> list[Entry] | None:
    """None where the row says no score at all and is none that should."""
    entries: list[Entry] = []
    part = _EIT_PART.fullmatch(bare(label))
    indicator = None if part else which_indicator(cells, reading.framework)
    empty = not any(cells.value(column) is not None or cells.flaw(column) for column in columns)
    if part is None and indicator is None:
        if empty or not label.strip("-–—. "):
            return None if empty else _unknown(cells, label)
        return _unknown(cells, label)
    for column in columns:
        score = _read(cells, column, shares)
        if score is None:
            continue
        year = row_year(cells, column)
        place = cells.place(column)
        if part:
            entries.append(
                Entry(record=EitPartScore(part=int(part[1]), score=score), year=year, given={"score": place})
            )
            continue
        assert indicator is not None
        before = seen.setdefault(year, {}).setdefault(indicator, (score, cells, column))
        if before[1] is not cells:
            _said_twice(cells, column, before, reading.framework, indicator)
            continue
        entries.append(
            Entry(record=IndicatorScore(indicator=indicator, score=score), year=year, given={"score": place})
        )
    if not entries and not cells.problems:
        cells.warn(columns[0], "ยังไม่มีคะแนน จึงไม่เปลี่ยนคะแนนเดิม", "no-score")
    return entries


def _unknown(cells: RowCells, label: str) -> list[Entry]:
    column = cells.layout.column(Meaning.INDICATOR) or cells.layout.column(Meaning.INDICATOR_NUMBER)
    said = f"ไม่รู้จักตัวชี้วัด {quoted(label)}" if label else "แถวนี้มีคะแนนแต่ไม่มีชื่อตัวชี้วัด"
    cells.say(column, said, "unknown-indicator")
    return []


def _said_twice(
    cells: RowCells, column: Column, before: tuple[Decimal, RowCells, Column], framework: Framework, indicator: int
) -> None:
    """The same once more is harmless; two different scores are for a person to settle, so neither is taken."""
    score, first, first_column = before
    known = framework.indicator(indicator)
    name = known.name if known else str(indicator)
    if cells.read_remarked(column, read_score) == score:
        cells.warn(column, f"ตัวชี้วัด {name} มีอยู่แล้วในแถวที่ {first.row + 1} ด้วยคะแนนเดียวกัน", "said-twice")
        return
    cells.say(column, f"ตัวชี้วัด {name} มีคะแนนอื่นอยู่ในแถวที่ {first.row + 1}", "said-twice")
    first.say(first_column, f"ตัวชี้วัด {name} มีคะแนนอื่นอยู่ในแถวที่ {cells.row + 1}", "said-twice")


def row_year(cells: RowCells, column: Column) -> int | None:
    """The year of a score: of its column, else of its row."""
    if column.year is not None:
        return column.year
    return year_said(cells)


def year_said(cells: RowCells) -> int | None:
    """What a column of years says in this row."""
    column = cells.layout.column(Meaning.YEAR)
    text = cells.text(column, filled=True)
    if not text:
        return None
    years, _ = years_in(text.removesuffix(".0"))
    if len(years) != 1 or not 2500 <= years[0] < 2700:
        cells.say(column, f"{quoted(text)} ไม่ใช่ปี พ.ศ.", "year")
        return None
    return years[0]


# --------------------------------------------------------------------------------------------------- which indicator


def which_indicator(cells: RowCells, framework: Framework, *, filled: bool = False) -> int | None:
    """By its name; a number helps only where the column or the cell says that it is an indicator's."""
    name_column = cells.layout.column(Meaning.INDICATOR)
    number_column = cells.layout.column(Meaning.INDICATOR_NUMBER)
    name = cells.text(name_column, filled=filled)
    number = _number(cells.text(number_column, filled=filled))
    if not name:
        return number if number is not None and framework.indicator(number) else None
    found = named(name, framework)
    if found is None:
        said = _NUMBER_SAID.search(to_arabic(name))
        hint = number if number is not None else (int(said[1]) if said else None)
        meant = framework.indicator(hint) if hint is not None else None
        if meant and likeness(name, meant.name) >= _NEAR:
            cells.warn(name_column, f"เข้าใจว่า {quoted(name)} คือ {meant.name}", "indicator-guessed", fix=meant.name)
            return meant.number
        return None
    said = _NUMBER_SAID.search(to_arabic(name))
    claimed = int(said[1]) if said else number
    if claimed is not None and claimed != found:
        known = framework.indicator(found)
        assert known is not None
        cells.warn(
            number_column if said is None else name_column,
            f"เลขตัวชี้วัด {claimed} ไม่ตรงกับชื่อ {known.name} ซึ่งเป็นตัวชี้วัดที่ {found} ยึดตามชื่อ",
            "indicator-number",
        )
    return found


def _number(text: str) -> int | None:
    digits = re.fullmatch(r"(?:ตัวชี้วัด(?:ที่)?)?\s*\(?([0-9]{1,2})(?:\.0?)?\)?", to_arabic(text))
    return int(digits[1]) if digits else None


def named(text: str, framework: Framework) -> int | None:
    return _named(text, framework.year, _Hashed(framework))


class _Hashed:
    """A framework as a key of the memory: the same rules, the same answers."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __hash__(self) -> int:
        return hash(self.framework.indicators)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.framework.indicators == self.framework.indicators


@lru_cache(maxsize=4096)
def _named(text: str, _year: int, rules: _Hashed) -> int | None:
    return indicator_named(text, rules.framework)


# --------------------------------------------------------------------------------------------------------------- totals


def _is_tool_mean(label: str) -> bool:
    tools, rest = tools_in(label)
    return bool(tools) and _TOOL_MEAN.fullmatch(bare(rest)) is not None and not _EIT_PART.fullmatch(bare(label))


def _shares_of_one(reading: Reading, columns: tuple[Column, ...]) -> frozenset[int]:
    """Columns where 0.8642 stands for 86.42%: several figures, and none above 1."""
    layout = reading.layout
    found = set()
    for column in columns:
        values = [layout.sheet.value(row, column.index) for row in range(layout.first, layout.last + 1)]
        figures = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
        if len(figures) > 2 and max(figures) <= 1 and any(0 < value < 1 for value in figures):
            found.add(column.index)
    return frozenset(found)


def _read(cells: RowCells, column: Column, shares: frozenset[int]) -> Decimal | None:
    value = cells.value(column)
    if column.index in shares and isinstance(value, int | float):
        fix = score_text(exact(value) * 100)
        cells.say(column, f"คะแนนนี้น่าจะเป็นร้อยละ {fix} พิมพ์เป็นเลขเต็ม 100", "fraction", fix=fix)
        return None
    return cells.read_remarked(column, read_score)


def _compare_total(reading: Reading, cells: RowCells, label: str, columns: tuple[Column, ...], seen: Scores) -> None:
    """A total is not taken over; but where it is not what the scores above it come to, somebody mistyped something."""
    tools, _ = tools_in(label)
    for column in columns:
        year = row_year(cells, column)
        try:
            stated, _ = read_score(cells.value(column))
        except Unreadable:
            continue
        if stated is None:
            continue
        scores = {indicator: score for indicator, (score, _, _) in seen.get(year, {}).items()}
        framework = reading.known.framework_of(year or reading.known.year)
        found = results(
            Year(
                number=framework.year,
                measures_year=framework.year + 1,
                office=Office(name=""),
                framework=framework,
                indicator_scores=scores,
            )
        )
        computed = found.tools.get(tools[0]) if len(tools) == 1 else found.total
        if computed is None or half_up(computed) == half_up(stated):
            continue
        plain = half_up(sum(scores.values(), Decimal()) / len(scores))
        why = " ซึ่งเป็นค่าเฉลี่ยธรรมดา ไม่ได้ถ่วงน้ำหนัก" if plain == half_up(stated) else ""
        reading.notice(
            cells,
            column,
            f"ตารางสรุปไว้ {score_text(stated)}{why} แต่คะแนนข้างบนรวมได้ {score_text(half_up(computed))}",
            "total",
        )
