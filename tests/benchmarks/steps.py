"""Single steps inside our own program, timed in a process of their own: `python -m benchmarks.steps STEP FILE …`."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ita_desktop import paths
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.storage.document import Document


def _open(file: Path) -> Document:
    return Document.open(file, frameworks=Frameworks(paths.FRAMEWORKS))


def _timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def opening(file: Path) -> dict[str, float]:
    """Open, and show the last year."""
    before = time.perf_counter()
    document = _open(file)
    document.year(document.years()[-1])
    milliseconds = (time.perf_counter() - before) * 1000
    document.close()
    return {"open": milliseconds}


def editing(file: Path) -> dict[str, float]:
    """An edit on the disk, and taking it back; the year is read again each time, as the window does."""
    with _open(file) as document:
        number = document.years()[-1]
        edits, undos = [], []
        for turn in range(40):
            measure = document.year(number).measures[turn]

            def edit(measure=measure, turn=turn) -> None:
                with document.change("แก้มาตรการ") as change:
                    change.save(number, replace(measure, title=f"มาตรการที่แก้ครั้งที่ {turn}"))
                document.year(number)

            edits.append(_timed(edit))
            undos.append(_timed(lambda: (document.undo(), document.year(number))))
        return {"edit": statistics.median(edits), "undo": statistics.median(undos), "slowest edit": max(edits)}


def reviewing(file: Path) -> dict[str, float]:
    from ita_desktop.review import review

    with _open(file) as document:
        year = document.year(document.years()[-1])
    return {"review": _timed(lambda: review(year)), "again": _timed(lambda: review(year))}


def drafting(file: Path) -> dict[str, float]:
    from ita_desktop.actions.drafting import draft_year
    from ita_desktop.drafting.phrases import Phrases

    with _open(file) as document:
        return {"draft": _timed(lambda: draft_year(document, document.years()[-1], Phrases.load(paths.PHRASES)))}


def importing(file: Path, sheet: Path) -> dict[str, float]:
    """A sheet of measures: read, recognised, and taken into the last year in one step."""
    from ita_desktop.actions.outcomes import Duplicates
    from ita_desktop.actions.sheets import import_tables, known_of
    from ita_desktop.exchange.recognise import recognise
    from ita_desktop.exchange.sheets.reading import read_tables

    with _open(file) as document:
        number = document.years()[-1]

        def take() -> None:
            found = recognise(read_tables(sheet), known_of(document, number, Frameworks(paths.FRAMEWORKS)))
            summary = import_tables(document, found.tables, number, on_duplicates=Duplicates.UPDATE)
            assert summary.taken, "nothing was imported"

        return {"import": _timed(take)}


if __name__ == "__main__":
    _, step, *files = sys.argv
    print(json.dumps(globals()[step](*map(Path, files))))
