"""Scores of single items by their codes, and what the assessor noted on them."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.codes import CodeForm, FoundCode, find_codes, read_code
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Remark
from ita_desktop.exchange.recognise.body import Reading, RowCells, is_total
from ita_desktop.exchange.recognise.cells import read_published, read_score
from ita_desktop.exchange.recognise.found import Column, Entry, IndicatorScore, ItemScore
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import named, row_year, which_indicator, year_said
from ita_desktop.exchange.recognise.words import tools_in
from ita_desktop.thai.quoting import quoted

Seen = dict[tuple[int | None, str], tuple[Decimal, RowCells, Column]]


def read_items(reading: Reading) -> None:
    """A table goes through the items of indicator after indicator; a row of an indicator says what the next are of."""
    framework = reading.framework
    columns = reading.layout.all(Meaning.SCORE)
    tool = next(iter(tools_in(reading.layout.title)[0]), None)
    indicator: int | None = None
    seen: Seen = {}
    rows: list[tuple[RowCells, list[Entry]]] = []
    for cells in reading.body():
        tool = _tool(cells, tool)
        column, label = _label(cells)
        own = which_indicator(cells, framework, filled=True)
        found = item_code(label, framework, own or indicator, tool)
        if found is None:
            group = own if own is not None and not label else _indicator_of(label, framework)
            if group is not None or is_total(cells.first_text()):
                indicator = group if group is not None else indicator
                entries = _indicator_scores(cells, group, columns)
                if entries:
                    rows.append((cells, entries))
                else:
                    reading.leave_out(cells, "หัวข้อหรือแถวสรุป")
                continue
            if tools_in(cells.first_text())[0] and not _has_score(cells, columns):
                tool, indicator = tools_in(cells.first_text())[0][0], None
            if not _has_score(cells, columns):
                reading.leave_out(cells, "ไม่มีคะแนนในแถวนี้")
                continue
            said = f"ไม่รู้จักข้อ {quoted(label)}" if label else "แถวนี้มีคะแนนแต่ไม่มีรหัสข้อ"
            cells.say(column, said, "unknown-item")
            rows.append((cells, []))
            continue
        rows.append((cells, _entries(cells, column, found, columns, reading, seen)))
    reading.rows += [cells.done(*entries) for cells, entries in rows]


def _has_score(cells: RowCells, columns: tuple[Column, ...]) -> bool:
    return any(cells.value(column) is not None or cells.flaw(column) for column in columns)


def _tool(cells: RowCells, before: str | None) -> str | None:
    named_here = tools_in(cells.text(Meaning.TOOL, filled=True))[0]
    return named_here[0] if named_here else before


def _label(cells: RowCells) -> tuple[Column | None, str]:
    for meaning in (Meaning.ITEM, Meaning.ITEM_TITLE):
        if text := cells.text(meaning):
            return cells.layout.column(meaning), text
    return cells.layout.column(Meaning.ITEM), ""


def item_code(text: str, framework: Framework, indicator: int | None, tool: str | None) -> FoundCode | None:
    """The code that a cell is, or begins with: "o12", "ข้อ ๑๒", "i1 การปฏิบัติงานตามขั้นตอน"."""
    whole = read_code(text, framework, indicator, tool)
    if whole is not None:
        return whole
    for found in find_codes(text, framework, indicator, tool)[:1]:
        before = text[: found.start].strip(" .:()")
        if before in {"", "ข้อ", "ข้อที่"} and found.form in {CodeForm.EXACT, CodeForm.VARIANT} and found.through is None:
            return found
    return None


def _indicator_of(label: str, framework: Framework) -> int | None:
    return named(label, framework) if label else None


def _indicator_scores(cells: RowCells, indicator: int | None, columns: tuple[Column, ...]) -> list[Entry]:
    """A row of the indicator itself may have its score."""
    if indicator is None:
        return []
    entries = []
    for column in columns:
        score = cells.read_remarked(column, read_score)
        if score is not None:
            record = IndicatorScore(indicator=indicator, score=score)
            entries.append(Entry(record=record, year=row_year(cells, column), given={"score": cells.place(column)}))
    return entries


def _entries(
    cells: RowCells,
    column: Column | None,
    found: FoundCode,
    columns: tuple[Column, ...],
    reading: Reading,
    seen: Seen,
) -> list[Entry]:
    framework = reading.framework
    if found.code is None:
        choices = " หรือ ".join(found.candidates)
        cells.say(column, f"{quoted(cells.text(column))} อาจเป็น {choices} โปรดพิมพ์รหัสข้อให้ครบ", "ambiguous-item")
        return []
    code = found.code
    if found.form in {CodeForm.MISREAD, CodeForm.NUMBER}:
        severity = Severity.WARNING if found.misread else Severity.HINT
        said = f"อ่าน {quoted(cells.text(column))} เป็นข้อ {code}"
        cells.say(column, said, "item-normalised", severity=severity, fix=code)
    entries: list[Entry] = []
    for score_column in columns:
        score = cells.read_remarked(score_column, read_published if code.startswith("o") else read_score)
        if score is None:
            continue
        year = row_year(cells, score_column)
        if reading.known.framework_of(year or framework.year).item(code) is None:
            cells.warn(column, f"หลักเกณฑ์ปี {year or framework.year} ไม่มีข้อ {code}", "item-of-another-year")
        before = seen.setdefault((year, code), (score, cells, score_column))
        if before[1] is not cells:
            _said_twice(cells, score_column, before, code, score)
            continue
        entries.append(
            Entry(record=ItemScore(code=code, score=score), year=year, given={"score": cells.place(score_column)})
        )
    if remark := cells.text(Meaning.REMARK):
        record = Remark(item=code, text=remark)
        entries.append(Entry(record=record, year=year_said(cells), given={"text": cells.place(Meaning.REMARK)}))
    if columns and not entries and not cells.problems:
        cells.warn(columns[0], "ยังไม่มีคะแนน จึงไม่เปลี่ยนคะแนนเดิม", "no-score")
    return entries


def _said_twice(
    cells: RowCells, column: Column, before: tuple[Decimal, RowCells, Column], code: str, score: Decimal
) -> None:
    first_score, first, first_column = before
    if first_score == score:
        cells.warn(column, f"ข้อ {code} มีอยู่แล้วในแถวที่ {first.row + 1} ด้วยคะแนนเดียวกัน", "said-twice")
        return
    cells.say(column, f"ข้อ {code} มีคะแนนอื่นอยู่ในแถวที่ {first.row + 1}", "said-twice")
    first.say(first_column, f"ข้อ {code} มีคะแนนอื่นอยู่ในแถวที่ {cells.row + 1}", "said-twice")
