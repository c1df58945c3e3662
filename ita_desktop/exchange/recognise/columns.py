"""From the words of a heading and what stands below them to the meaning of each column."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ita_desktop.domain.framework import Framework
from ita_desktop.exchange.grid import shown
from ita_desktop.exchange.recognise.body import is_total
from ita_desktop.exchange.recognise.found import Column, Kind, Known
from ita_desktop.exchange.recognise.headings import Heading, read_heading
from ita_desktop.exchange.recognise.heads import Head, Sheet
from ita_desktop.exchange.recognise.items import item_code
from ita_desktop.exchange.recognise.kinds import assign, fitting_kinds, kind_of
from ita_desktop.exchange.recognise.layouts import Extent
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import named
from ita_desktop.exchange.recognise.words import clean
from ita_desktop.thai.digits import NumberProblem, read_number, to_arabic

_A_SAMPLE = 60
_LETTERED = re.compile(r"(?:ข้อ\s*)?[ieoIEO]\s?[0-9]")
_LAST_YEAR = re.compile("(?:ปี)?(?:ก่อน|ที่แล้ว|ที่ผ่านมา)")
_THIS_YEAR = re.compile("ปีนี้|ปัจจุบัน|ล่าสุด")


def signature_of(head: Head) -> str:
    """Short and the same for every sheet with this heading."""
    return hashlib.sha256(head.key.encode()).hexdigest()[:16]


def column_keys(headings: Sequence[Heading | None]) -> list[str]:
    """What a column is remembered by: its heading's words, counted where they stand twice."""
    keys: list[str] = []
    for offset, heading in enumerate(headings):
        key = heading.key if heading and heading.key not in {"", "-"} else f"#{offset}"
        keys.append(key if key not in keys else f"{key}#{offset}")
    return keys


def mapping_of(columns: Sequence[Column]) -> dict[str, str]:
    """The meanings of a table's columns, for the memory of the office's file."""
    return {column.key: column.meaning.value for column in columns if column.key}


def columns_of(sheet: Sheet, extent: Extent, known: Known) -> tuple[Kind, tuple[Column, ...]]:
    """The kind of a table and its columns, as a person said before, or as words and contents tell."""
    head = extent.head
    remembered = known.mappings.get(signature_of(head))
    if remembered is not None:
        columns = _remembered(head, known, remembered)
        kinds = kind_of({column.meaning for column in columns})
        if kinds:
            return kinds[0], columns
    kinds = fitting_kinds(head.headings)
    kind = kinds[0]
    columns = _columns(head, assign(kind, head.headings), known)
    if kind is Kind.FINDINGS and Kind.ITEMS in kinds and not _tells_findings(columns):
        kind = Kind.ITEMS  # scores of items with a remark each
        columns = _columns(head, assign(kind, head.headings), known)
    if kind is Kind.ITEMS and Kind.SCORES in kinds and not _has_codes(sheet, extent, columns, known.framework):
        kind = Kind.SCORES
        columns = _columns(head, assign(kind, head.headings), known)
    if kind is Kind.SCORES and (mixed := _column_of_codes(sheet, extent, columns)):
        kind = Kind.ITEMS  # indicators with their items below them, in one column
        columns = tuple(replace(column, meaning=Meaning.ITEM) if column == mixed else column for column in columns)
    if kind is Kind.ITEMS:
        columns = _items_by_content(sheet, extent, columns)
    if kind is Kind.SCORES:
        columns = _scores_by_content(sheet, extent, columns, known.framework)
    return kind, columns


def _tells_findings(columns: tuple[Column, ...]) -> bool:
    return any(column.meaning in {Meaning.FINDING, Meaning.STRENGTH} for column in columns)


def _remembered(head: Head, known: Known, meanings: Mapping[str, str]) -> tuple[Column, ...]:
    said = [meanings.get(key, Meaning.IGNORED.value) for key in column_keys(head.headings)]
    by_value = {meaning.value: meaning for meaning in Meaning}
    return _columns(head, [by_value.get(name, Meaning.IGNORED) for name in said], known)


def _columns(head: Head, meanings: list[Meaning | None], known: Known) -> tuple[Column, ...]:
    columns = []
    keys = column_keys(head.headings)
    for offset, (heading, meaning) in enumerate(zip(head.headings, meanings, strict=True)):
        if heading is None and meaning in {None, Meaning.IGNORED}:
            continue
        if heading and meaning is Meaning.ID and not (known.office and known.office in heading.text):
            meaning = Meaning.IGNORED  # another office's workbook counts its records as we do
        columns.append(
            Column(
                index=head.left + offset,
                heading=heading.text if heading else "",
                key=keys[offset],
                meaning=meaning or Meaning.IGNORED,
                year=_year(heading, meaning, known),
                tool=heading.tool if heading else None,
                round=heading.round if heading else "",
            )
        )
    return tuple(columns)


def _year(heading: Heading | None, meaning: Meaning | None, known: Known) -> int | None:
    if heading is None or meaning is not Meaning.SCORE:
        return None
    if heading.year is None and _LAST_YEAR.search(heading.key):
        return known.year - 1
    if heading.year is None and _THIS_YEAR.search(heading.key):
        return known.year
    return heading.year


# ---------------------------------------------------------------------------------------------- what the contents tell


def sample(sheet: Sheet, extent: Extent, column: int) -> list[str]:
    """The first texts of a column below its heading, totals left out."""
    texts = []
    for row in range(extent.first, min(extent.last, extent.first + _A_SAMPLE) + 1):
        text = clean(shown(sheet.value(row, column)))
        if text and row not in extent.breaks and not is_total(text):
            texts.append(text)
    return texts


def share(texts: list[str], holds: list[bool]) -> float:
    return sum(holds) / len(texts) if texts else 0.0


def _has_codes(sheet: Sheet, extent: Extent, columns: tuple[Column, ...], framework: Framework) -> bool:
    """Codes of items with their letters, or bare numbers where nothing names indicators row by row."""
    could = [column for column in columns if column.meaning in {Meaning.ITEM, Meaning.ITEM_TITLE}]
    if any(_lettered_share(sheet, extent, column) >= 0.5 for column in could):
        return True
    names = _named_share(sheet, extent, columns, framework)
    if names >= 0.5:
        return False
    item = next((column for column in columns if column.meaning is Meaning.ITEM), None)
    texts = sample(sheet, extent, item.index) if item else []
    return share(texts, [item_code(text, framework, None, None) is not None for text in texts]) >= 0.5


def _items_by_content(sheet: Sheet, extent: Extent, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of the columns that could hold codes, the one that does; the others are titles."""
    could = [column for column in columns if column.meaning in {Meaning.ITEM, Meaning.ITEM_TITLE}]
    best = max(could, key=lambda column: _lettered_share(sheet, extent, column))
    if _lettered_share(sheet, extent, best) < 0.5:
        return columns
    return tuple(
        replace(column, meaning=Meaning.ITEM if column == best else Meaning.ITEM_TITLE) if column in could else column
        for column in columns
    )


def _column_of_codes(sheet: Sheet, extent: Extent, columns: tuple[Column, ...]) -> Column | None:
    could = (column for column in columns if column.meaning in {Meaning.INDICATOR, Meaning.INDICATOR_NUMBER})
    return next((column for column in could if _lettered_share(sheet, extent, column) >= 0.5), None)


def _lettered_share(sheet: Sheet, extent: Extent, column: Column) -> float:
    texts = sample(sheet, extent, column.index)
    return share(texts, [bool(_LETTERED.match(to_arabic(text))) for text in texts])


def _named_share(sheet: Sheet, extent: Extent, columns: tuple[Column, ...], framework: Framework) -> float:
    shares = []
    for column in columns:
        if column.meaning in {Meaning.INDICATOR, Meaning.ITEM_TITLE, Meaning.INDICATOR_NUMBER}:
            texts = sample(sheet, extent, column.index)
            shares.append(share(texts, [named(text, framework) is not None for text in texts]))
    return max(shares, default=0.0)


def _scores_by_content(
    sheet: Sheet, extent: Extent, columns: tuple[Column, ...], framework: Framework
) -> tuple[Column, ...]:
    """Names and numbers of indicators put right by what stands below, and levels kept apart from scores."""
    found = list(columns)
    named_shares: dict[int, float] = {}
    for at, column in enumerate(found):
        texts = sample(sheet, extent, column.index)
        numbers = share(texts, [is_number(text) for text in texts])
        names = share(texts, [not is_number(text) and named(text, framework) is not None for text in texts])
        named_shares[at] = names
        could_be_level = Meaning.LEVEL in read_heading(clean(column.heading)).meanings
        if column.meaning is Meaning.SCORE and could_be_level and texts and numbers < 0.3:
            found[at] = replace(column, meaning=Meaning.LEVEL)
        elif column.meaning is Meaning.INDICATOR and numbers > 0.7:
            found[at] = replace(column, meaning=Meaning.INDICATOR_NUMBER)
        elif column.meaning is Meaning.INDICATOR_NUMBER and names > 0.5:
            found[at] = replace(column, meaning=Meaning.INDICATOR)
    if not any(column.meaning is Meaning.INDICATOR for column in found):
        best = max(named_shares, key=lambda at: named_shares[at])
        if named_shares[best] > 0.5 and found[best].meaning is not Meaning.SCORE:
            found[best] = replace(found[best], meaning=Meaning.INDICATOR, guessed=True)
    return tuple(found)


def is_number(text: str) -> bool:
    try:
        return read_number(text) is not None
    except NumberProblem:
        return False
