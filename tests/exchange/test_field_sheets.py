"""Real published tables, as they are and in other shapes. They lie outside the repository; without them, skipped."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from made_sheets import FRAMEWORKS, as_csv, as_ods, as_xlsx, known, plain, said

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Finding, Measure, Office, Year
from ita_desktop.domain.scoring import results
from ita_desktop.exchange.grid import Grid, Span, Value, exact
from ita_desktop.exchange.recognise import Kind, Recognised, recognise
from ita_desktop.exchange.recognise.found import IndicatorScore
from ita_desktop.exchange.recognise.words import clean
from ita_desktop.exchange.sheets.reading import read_tables
from ita_desktop.thai.digits import to_arabic, to_thai

FIELD = Path(__file__).parents[3] / "shared" / "field"
SHEETS = {
    "scores_2564_2565_compared_thai_digits": 2565,
    "scores_2565_ranked_thai_digits": 2565,
    "scores_2567_plain": 2567,
    "scores_2568_tool_column_merged": 2568,
    "measures_2566_five_columns_continued": 2565,
    "measures_2569_six_columns_page_breaks": 2568,
    "topics_2567_six_columns": 2567,
}
TOTALS = {2564: "89.76", 2565: "88.53", 2567: "99.84", 2568: "92.89"}

pytestmark = pytest.mark.skipif(not FIELD.is_dir(), reason="the published tables are not beside this checkout")


def come_in(name: str) -> Recognised:
    return recognise(read_tables(FIELD / f"{name}.xlsx"), known(SHEETS[name]))


def entries(recognised: Recognised) -> list:
    return [entry for table in recognised.tables for row in table.usable for entry in row.entries]


def total(year: int, recognised: Recognised) -> Decimal | None:
    scores = {
        entry.record.indicator: entry.record.score
        for entry in entries(recognised)
        if isinstance(entry.record, IndicatorScore) and entry.year in {None, year}
    }
    framework = FRAMEWORKS.for_year(year)
    made = Year(number=year, measures_year=year, office=Office(name=""), framework=framework, indicator_scores=scores)
    return results(made).total


@pytest.mark.parametrize("name", [name for name in SHEETS if name.startswith("scores")])
def test_published_scores_come_to_the_published_total(name):
    recognised = come_in(name)
    assert len({plain(entry) for entry in entries(recognised)}) in {10, 20}
    assert total(SHEETS[name], recognised) == Decimal(TOTALS[SHEETS[name]])
    assert not [problem for problem in recognised.problems if problem.severity is not Severity.HINT]


def test_both_years_of_the_compared_table():
    recognised = come_in("scores_2564_2565_compared_thai_digits")
    assert [table.kind for table in recognised.tables] == [Kind.COMPARED]
    assert total(2564, recognised) == Decimal("89.76")


def test_the_measures_that_go_on_after_each_page():
    recognised = come_in("measures_2569_six_columns_page_breaks")
    measures = [entry.record for entry in entries(recognised)]
    assert [measure.indicator for measure in measures] == [1] * 6 + [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [len(measure.steps) for measure in measures] == [4, 3, 2, 4, 2, 2, 2, 3, 2, 1, 3, 3, 2, 3, 3]
    assert {(measure.start, measure.end) for measure in measures} == {(date(2026, 4, 1), date(2026, 9, 30))}
    assert [bool(measure.owners) for measure in measures] == [True] + [False] * 5 + [True] * 9
    source = clean((FIELD / "report_2568_by_item.txt").read_text("utf-8"))
    assert_words_are_of(measures, source)


def test_the_measures_in_five_columns():
    recognised = come_in("measures_2566_five_columns_continued")
    measures = [entry.record for entry in entries(recognised)]
    assert [measure.indicator for measure in measures] == [2, 7, 6, 4, 8, None]
    assert [len(measure.steps) for measure in measures] == [1, 2, 3, 1, 2, 1]
    assert [len(measure.owners) for measure in measures] == [2, 1, 2, 1, 1, 1]
    assert {(measure.start, measure.end) for measure in measures} == {(date(2022, 10, 1), date(2023, 9, 30))}
    source = clean((FIELD / "memo_and_report_2565.txt").read_text("utf-8"))
    assert_words_are_of(measures, source)


def test_the_seven_topics():
    recognised = come_in("topics_2567_six_columns")
    found = entries(recognised)
    measures = [entry.record for entry in found]
    answered = [entry.answers.record for entry in found]
    assert [measure.topic for measure in measures] == [finding.topic for finding in answered] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(measure.steps) for measure in measures] == [4, 5, 4, 3, 3, 4, 4]
    assert [finding.items for finding in answered] == [("e8",), ("e9",), ("e5",), ("i10",), (), (), ("i15",)]
    assert {measure.end for measure in measures} == {date(2025, 2, 28)}
    source = clean((FIELD / "topics_2567.txt").read_text("utf-8"))
    assert_words_are_of([*measures, *answered], source)


def assert_words_are_of(records: list[Measure | Finding], source: str) -> None:
    """Every text that came in stands in the published document, word for word."""
    whole = squeezed(source)
    for record in records:
        if isinstance(record, Finding):
            texts = [record.text]
        else:
            texts = [record.title, record.analysis, *record.steps, *record.owners]
        for text in texts:
            for line in text.split("\n"):
                pieces = re.split(r"(?<=คู่มือ) |(?<=การ) |(?<=ได้) |(?<=และ) |(?<=ทบทวนปัญหาและ) ", line)
                assert squeezed(line) in whole or all(squeezed(piece) in whole for piece in pieces), line


def squeezed(text: str) -> str:
    return re.sub(r"[\s\-]", "", re.sub(r"<[^>]*>", "", text))


# ------------------------------------------------------------------------------------------------------- other shapes


def shapes(grid: Grid, *, scores: bool, dice: random.Random) -> dict[str, list[Grid]]:
    """The same table otherwise: in another order, with other digits, with something around it, on two sheets."""
    return reordered(grid, scores=scores, dice=dice) | dressed(grid)


def reordered(grid: Grid, *, scores: bool, dice: random.Random) -> dict[str, list[Grid]]:
    head = head_of(grid)
    full = [(*row, *[None] * (grid.width - len(row))) for row in grid.rows]
    order = list(range(grid.width))
    dice.shuffle(order)
    moved = [tuple(row[at] for at in order) if number >= head else row for number, row in enumerate(full)]
    upright = [span for span in grid.spans if span.left == span.right]
    if scores:
        body = [row for row in full[head + 1 :] if any(isinstance(cell, str) and "การ" in cell for cell in row[1:3])]
        rest = [row for row in full[head + 1 :] if row not in body]
        dice.shuffle(body)
        upper, lower = body[: len(body) // 2], body[len(body) // 2 :]
        united = [with_units(row) for row in full[head + 1 :]]
    else:
        starts = starts_with(head, full)
        groups = [full[first:last] for first, last in zip(starts, [*starts[1:], len(full)], strict=True)]
        cut = starts[len(starts) // 2]
        upper, lower = full[head + 1 : cut], full[cut:]
        dice.shuffle(groups)
        body, rest, united = [row for group in groups for row in group], [], full[head + 1 :]
    return {
        "columns": [replace(grid, rows=tuple(moved), spans=tuple(turned(span, order) for span in upright))],
        "rows": [replace(grid, rows=(*full[: head + 1], *body, *rest), spans=())],
        "units": [replace(grid, rows=(*full[: head + 1], *united))],
        "split": [
            replace(grid, rows=(*full[: head + 1], *upper), spans=()),
            replace(grid, name="2", rows=(*full[: head + 1], *lower), spans=()),
        ],
    }


def dressed(grid: Grid) -> dict[str, list[Grid]]:
    head = head_of(grid)
    full = [(*row, *[None] * (grid.width - len(row))) for row in grid.rows]
    group = (*[None] * (grid.width - 2), "รายละเอียดของหน่วยงาน", None)
    edges = ((), (), *((None, None, *row) for row in grid.rows))
    below = tuple(shifted(span, int(span.top >= head), 0) for span in grid.spans)
    return {
        "edges": [replace(grid, rows=edges, spans=tuple(shifted(span, 2, 2) for span in grid.spans))],
        "thai": [replace(grid, rows=tuple(tuple(map(in_thai, row)) for row in grid.rows))],
        "arabic": [replace(grid, rows=tuple(tuple(map(in_arabic, row)) for row in grid.rows))],
        "notes": [replace(grid, rows=(*grid.rows, (), ("หมายเหตุ ข้อมูลจากระบบ ITAS",)))],
        "two-heads": [replace(grid, rows=(*full[:head], group, *full[head:]), spans=below)],
        "words-above": [replace(grid, above="เอกสารแนบท้ายบันทึกข้อความ ลงวันที่ 20 มีนาคม 2566")],
    }


def head_of(grid: Grid) -> int:
    return next(row for row, cells in enumerate(grid.rows) if len(cells) > 2)


def variants(grid: Grid, *, scores: bool) -> Iterator[tuple[str, list[Grid]]]:
    """Some hundreds over all sheets: each shape, then each new order in each dress."""
    dice = random.Random(grid.name)
    yield from shapes(grid, scores=scores, dice=dice).items()
    for again in range(3):
        for order, made in reordered(grid, scores=scores, dice=dice).items():
            for dress in dressed(grid):
                yield f"{order} {again} {dress}", [dressed(one)[dress][0] for one in made]


def turned(span: Span, order: list[int]) -> Span:
    return replace(span, left=order.index(span.left), right=order.index(span.left))


def shifted(span: Span, down: int, right: int) -> Span:
    return Span(span.top + down, span.left + right, span.bottom + down, span.right + right)


def in_thai(cell: Value) -> Value:
    if isinstance(cell, float | int):
        return to_thai(f"{exact(cell):f}")
    return to_thai(cell) if isinstance(cell, str) else cell


def in_arabic(cell: Value) -> Value:
    return to_arabic(cell) if isinstance(cell, str) else cell


def starts_with(head: int, full: list) -> list[int]:
    return [row for row in range(head + 1, len(full)) if full[row][0] and full[row] != full[head]]


def with_units(row: tuple) -> tuple:
    def unit(cell: Value) -> Value:
        is_score = isinstance(cell, float) or (isinstance(cell, str) and re.fullmatch("[๐-๙]+[.][๐-๙]+", cell))
        return f"{cell} คะแนน" if is_score else cell

    return tuple(map(unit, row))


def with_arabic_words(found: frozenset) -> frozenset:
    return frozenset(re.sub(r"\s+", " ", to_arabic(repr(item))) for item in found)


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_comes_in_from_any_shape_of_it(name):
    (grid,) = read_tables(FIELD / f"{name}.xlsx")
    as_it_is = with_arabic_words(said(come_in(name)))
    tried = 0
    for shape, grids in variants(grid, scores=name.startswith("scores")):
        recognised = recognise(grids, known(SHEETS[name]))
        assert with_arabic_words(said(recognised)) == as_it_is, shape
        tried += 1
    assert tried * len(SHEETS) >= 300


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_comes_in_from_any_kind_of_file(name, tmp_path):
    (grid,) = read_tables(FIELD / f"{name}.xlsx")
    as_it_is = with_arabic_words(said(come_in(name)))
    files = (
        as_ods([grid], tmp_path / "a.ods"),
        as_csv(grid, tmp_path / "a.csv", "cp874", ";"),
        as_xlsx([grid], tmp_path / "a.xlsx"),
    )
    for path in files:
        recognised = recognise(read_tables(path), known(SHEETS[name]))
        assert with_arabic_words(said(recognised)) == as_it_is, path.suffix


@pytest.mark.soak
@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_saved_by_libreoffice(name, ending, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", tmp_path, FIELD / f"{name}.xlsx"]
    subprocess.run(command, check=True, capture_output=True)
    recognised = recognise(read_tables(tmp_path / f"{name}.{ending}"), known(SHEETS[name]))
    assert said(recognised) == said(come_in(name))
