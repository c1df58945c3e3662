"""Findings and measures: sentences, steps, those responsible, periods."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.domain.records import Finding, FindingKind, Measure
from ita_desktop.exchange.grid import Place, Value
from ita_desktop.exchange.recognise.about import About, Above, about
from ita_desktop.exchange.recognise.body import Reading, RowCells, is_sum
from ita_desktop.exchange.recognise.cells import (
    Unreadable,
    day_of_cell,
    read_amount,
    read_day,
)
from ita_desktop.exchange.recognise.found import Column, Entry
from ita_desktop.exchange.recognise.groups import Group, group_rows, id_of
from ita_desktop.exchange.recognise.lists import split_list, split_owners, starts_a_list, without_mark
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import named, year_said
from ita_desktop.exchange.recognise.words import years_in
from ita_desktop.thai.dates import DateProblem, thai_date
from ita_desktop.thai.periods import Period, period_or_words, read_period

_LONGEST_NAME = 60
_ALWAYS = (Meaning.PERIOD, Meaning.START, Meaning.END, Meaning.OWNERS)


def read_measures(reading: Reading) -> None:
    layout = reading.layout
    key = layout.column(Meaning.MEASURE) or _key_without_measures(reading)
    keys = (key,) if key else ()
    above = Above()
    owners_above = ""
    for group in group_rows(reading.body(), keys, layout.all(*_ALWAYS)):
        title = _title(group, key)
        if is_sum(title):
            reading.leave_out(group.cells, "แถวรวม")
            continue
        finding = _finding(group, reading, Meaning.FINDING)
        found = about(group, reading.framework, above, (finding, title, group.text(Meaning.ANALYSIS)))
        if not title and key and group.cells.text(key):
            reading.leave_out(group.cells, "ไม่มีมาตรการในแถวนี้")
            continue
        if not title:
            group.cells.say(key, "แถวนี้ไม่มีชื่อมาตรการ และไม่ได้ต่อจากแถวใด", "no-title")
            reading.rows.append(group.cells.done(continued=group.continued))
            continue
        entry = _measure(group, reading, title, key, found)
        owners = group.text(Meaning.OWNERS)
        if layout.has(Meaning.OWNERS) and not owners and owners_above:
            group.cells.warn(
                layout.column(Meaning.OWNERS),
                "ผู้รับผิดชอบว่าง แถวบนเป็นเซลล์ที่ใช้ร่วมกันหรือไม่",
                "owner-above",
                fix=owners_above,
            )
        owners_above = owners or owners_above
        reading.rows.append(group.cells.done(entry, continued=group.continued))


def _key_without_measures(reading: Reading) -> Column | None:
    """Where no column is called a measure, the row is named by what it answers."""
    for meaning in (Meaning.FINDING, Meaning.TOPIC, Meaning.ITEM, Meaning.ITEM_TITLE, Meaning.INDICATOR):
        if column := reading.layout.column(meaning):
            return column
    return reading.layout.column(Meaning.STEPS)


def _title(group: Group, key: Column | None) -> str:
    text = group.texts.get(key, "") if key else ""
    if text.count("\n") and starts_a_list(text.split("\n")[1]):
        return text  # several measures in one cell
    return without_mark(text)


def _finding(group: Group, reading: Reading, meaning: Meaning) -> str:
    return group.text(meaning) if reading.layout.has(meaning) else ""


def _measure(group: Group, reading: Reading, title: str, key: Column | None, found: About) -> Entry:
    cells, known, layout = group.cells, reading.known, reading.layout
    given = dict(found.given)
    assert key is not None
    given["title"] = cells.place(key)
    indicator = found.indicator
    if (
        indicator is None
        and not layout.has(Meaning.INDICATOR, Meaning.INDICATOR_NUMBER)
        and len(title) <= _LONGEST_NAME
    ):
        indicator = named(title, reading.framework)  # "๑.การใช้งบประมาณ" in a column of measures
    if indicator is not None:
        given.setdefault("indicator", cells.place(key))
    period = _period(group, reading, given)
    for field, meaning in (("analysis", Meaning.ANALYSIS), ("followup", Meaning.FOLLOWUP)):
        if column := layout.column(meaning):
            given[field] = cells.place(column)
    if column := layout.column(Meaning.STEPS):
        given["steps"] = cells.place(column)
    if column := layout.column(Meaning.OWNERS):
        given["owners"] = cells.place(column)
    budget: Decimal | None = None
    if column := layout.column(Meaning.BUDGET):
        budget = cells.read(column, read_amount)
        given["budget"] = cells.place(column)
    revised: datetime.date | None = None
    if column := layout.column(Meaning.REVISED_END):
        revised = cells.read_remarked(column, read_day)
        given["revised_end"] = cells.place(column)
    if found.items:
        given.setdefault("items", cells.place(key))
    record = Measure(
        id="",
        indicator=indicator,
        items=found.items,
        topic=found.topic,
        title=title,
        analysis=group.text(Meaning.ANALYSIS),
        steps=tuple(_steps(group)),
        owners=_owners(group, known.divisions),
        start=period.start,
        end=period.end,
        revised_end=revised,
        period_text=period.words,
        followup=group.text(Meaning.FOLLOWUP),
        budget=budget,
    )
    return Entry(
        record=record,
        year=year_said(cells),
        given=given,
        id=id_of(cells),
        answers=_answered(group, found),
        answers_ids=tuple(cells.text(Meaning.ANSWERS).split()) if layout.has(Meaning.ID) else (),
    )


def _steps(group: Group) -> Iterable[str]:
    for text in group.each(Meaning.STEPS):
        yield from split_list(text)


def _owners(group: Group, divisions: tuple[str, ...]) -> tuple[str, ...]:
    found = [owner for text in group.each(Meaning.OWNERS) for owner in split_owners(text, divisions)]
    return tuple(dict.fromkeys(found))


def _answered(group: Group, found: About) -> Entry | None:
    """A defect beside its measure is a finding of its own, which the measure answers."""
    if not group.cells.layout.has(Meaning.MEASURE):
        return None  # the defect names the measure itself
    for meaning, kind in ((Meaning.FINDING, FindingKind.FIX), (Meaning.STRENGTH, FindingKind.STRENGTH)):
        column = group.cells.layout.column(meaning)
        if column is None or not group.texts.get(column):
            continue
        given = {**found.given, "text": group.cells.place(column)}
        advice = group.cells.layout.column(Meaning.ADVICE)
        if advice:
            given["advice"] = group.cells.place(advice)
        if found.items:
            given.setdefault("items", group.cells.place(column))
        record = Finding(
            id="",
            indicator=found.indicator,
            items=found.items,
            topic=found.topic,
            kind=kind,
            text=without_mark(group.texts[column]),
            advice=group.texts.get(advice, "") if advice else "",
        )
        return Entry(record=record, given=given)
    return None


# -------------------------------------------------------------------------------------------------------------- periods


def _period(group: Group, reading: Reading, given: dict[str, Place]) -> Period:
    """The words are always kept; dates are what they mean, or what columns of their own say."""
    layout, cells = reading.layout, group.cells
    fiscal_year = _fiscal_year(reading)
    period = Period()
    column = layout.column(Meaning.PERIOD)
    if column is not None:
        given["period_text"] = cells.place(column)
        if not layout.has(Meaning.START, Meaning.END):
            given |= dict.fromkeys(("start", "end"), cells.place(column))
        period = _read_period(group, column, fiscal_year, told=not layout.has(Meaning.START, Meaning.END))
    start, end = layout.column(Meaning.START), layout.column(Meaning.END)
    if start or end:
        period = Period(words=period.words)
    if start:
        given["start"] = cells.place(start)
        period = Period(cells.read_remarked(start, read_day, filled=True), period.end, period.words)
    if end:
        given["end"] = cells.place(end)
        period = Period(period.start, cells.read_remarked(end, read_day, filled=True), period.words)
    return period


def _read_period(group: Group, column: Column, fiscal_year: int, *, told: bool) -> Period:
    cells = group.cells
    value: Value = cells.value(column, filled=True)
    if isinstance(value, datetime.date):
        day = cells.read_remarked(column, lambda date: day_of_cell(_as_date(date)), filled=True)
        return Period(None, day, f"ภายใน {thai_date(day)}") if day else Period()
    texts = list(dict.fromkeys(group.each(Meaning.PERIOD)))
    if not texts:
        return Period()
    periods = [period_or_words(text, fiscal_year=fiscal_year) for text in texts]
    words = "\n".join(period.words for period in periods)
    starts = [period.start for period in periods if period.start]
    ends = [period.end for period in periods if period.end]
    if told and not (starts or ends):
        _say_why_not(cells, column, texts[0], fiscal_year)
    return Period(min(starts, default=None), max(ends, default=None), words)


def _as_date(value: Value) -> datetime.date:
    if not isinstance(value, datetime.date):
        raise Unreadable("ไม่ใช่วันที่", "date")
    return value


def _say_why_not(cells: RowCells, column: Column, text: str, fiscal_year: int) -> None:
    try:
        read_period(text, fiscal_year=fiscal_year)  # how often, and nothing of when
    except DateProblem as problem:
        if text.strip("-–— "):
            cells.warn(column, f"เก็บไว้เป็นข้อความ เพราะ{problem.reason}", "period")


def _fiscal_year(reading: Reading) -> int:
    """The year in which the measures run: what the title says, else what the workbook says."""
    years, _ = years_in(reading.layout.title)
    likely = {reading.known.year, reading.known.year + 1, reading.known.measures_year}
    said = [year for year in years if year in likely]
    return said[0] if len(set(said)) == 1 and _is_of_measures(reading.layout.title) else reading.known.measures_year


def _is_of_measures(title: str) -> bool:
    return "มาตรการ" in title or "แนวทาง" in title or "แผน" in title
