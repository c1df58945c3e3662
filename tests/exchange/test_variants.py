"""Whatever shape an office gives its table, the same comes out of it."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from made_sheets import (
    BASES,
    CHANGES,
    Shape,
    as_csv,
    as_ods,
    as_xlsx,
    expected,
    grids_of,
    known,
    said,
    variants,
)

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.recognise import recognise
from ita_desktop.exchange.sheets.reading import read_tables

VARIANTS = dict(variants())


def test_there_are_enough_of_them():
    assert len(VARIANTS) >= 300


@pytest.mark.parametrize("name", VARIANTS)
def test_a_table_says_the_same_in_any_shape(name):
    shape = VARIANTS[name]
    recognised = recognise(shape.grids(), known(shape.base.year))
    assert [table.kind for table in recognised.tables] == [shape.base.kind]
    assert said(recognised) == expected(shape)
    assert not [one for one in recognised.problems if one.severity is Severity.ERROR or one.group == "total"]


@pytest.mark.parametrize("name", BASES)
def test_a_table_split_over_two_sheets_says_the_same(name):
    shape = Shape.of(BASES[name])
    recognised = recognise(shape.split(), known())
    assert len(recognised.tables) == 2
    assert said(recognised) == expected(shape)


@pytest.mark.parametrize("name", BASES)
def test_two_tables_below_each_other_on_one_sheet(name):
    one, other = Shape.of(BASES[name]), Shape.of(BASES["respondents" if name != "respondents" else "measures"])
    upper, lower = one.grids()[0], other.grids()[0]
    from dataclasses import replace

    moved = tuple(
        replace(span, top=span.top + len(upper.rows) + 2, bottom=span.bottom + len(upper.rows) + 2)
        for span in lower.spans
    )
    both = replace(upper, rows=(*upper.rows, (), (), *lower.rows), spans=(*upper.spans, *moved))
    recognised = recognise([both], known())
    assert [table.kind for table in recognised.tables] == [one.base.kind, other.base.kind]
    assert said(recognised) == expected(one) | expected(other)


@pytest.mark.parametrize("name", BASES)
def test_two_tables_beside_each_other(name):
    one, other = Shape.of(BASES[name]), Shape.of(BASES["respondents" if name != "respondents" else "measures"])
    left, right = one.grids()[0], other.grids()[0]
    if bool(one.base.title) != bool(other.base.title):
        pytest.skip("their headings are not side by side")
    from dataclasses import replace

    from ita_desktop.exchange.grid import Grid

    gap = left.width + 1
    rows = []
    for at in range(max(len(left.rows), len(right.rows))):
        first = left.rows[at] if at < len(left.rows) else ()
        second = right.rows[at] if at < len(right.rows) else ()
        rows.append((*first, *[None] * (gap - len(first)), *second))
    spans = (*left.spans, *(replace(span, left=span.left + gap, right=span.right + gap) for span in right.spans))
    recognised = recognise([Grid(name="คู่", rows=tuple(rows), spans=spans)], known())
    assert {table.kind for table in recognised.tables} == {one.base.kind, other.base.kind}
    assert said(recognised) == expected(one) | expected(other)


@pytest.mark.parametrize("name", BASES)
def test_a_table_comes_through_real_files(name, tmp_path):
    shape = CHANGES["totals"](Shape.of(BASES[name]), None)
    grids = shape.grids()
    for path in (
        as_xlsx(grids, tmp_path / "a.xlsx"),
        as_ods(grids, tmp_path / "a.ods"),
        as_csv(grids[0], tmp_path / "a.csv"),
    ):
        assert said(recognise(read_tables(path), known())) == expected(shape), path.suffix


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Every shape as LibreOffice saves it, as .xls and as .ods; a hundred at a time, for it starts slowly."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here to save .xls and .ods")
    folder = tmp_path_factory.mktemp("saved")
    files = [as_xlsx(shape.grids(), folder / f"{number}.xlsx") for number, shape in enumerate(VARIANTS.values())]
    for ending in ("xls", "ods"):
        for batch in range(0, len(files), 100):
            command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
            command += ["--convert-to", ending, "--outdir", folder, *files[batch : batch + 100]]
            subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.soak
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_every_shape_saved_by_libreoffice(saved, ending):
    wrong = []
    for number, (name, shape) in enumerate(VARIANTS.items()):
        grids = grids_of((saved / f"{number}.{ending}").read_bytes())
        if said(recognise(grids, known(shape.base.year))) != expected(shape):
            wrong.append(name)
    assert wrong == []
