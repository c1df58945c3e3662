"""Long sheets in the import window: it goes on answering while they are read, rehearsed and imported."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from benchmarks.material import DIVISIONS, STEPS, write_rows
from PySide6.QtCore import QTimer

pytestmark = pytest.mark.bench

LONGEST = 0.1
"""Seconds in which the window may not answer."""


class Watch:
    """Ticks as long as the window lives; the longest time between two ticks is the longest it did not answer."""

    def __init__(self) -> None:
        self.longest = self.longest_at_work = 0.0
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now[0] - self._last[0])
        self.longest_at_work = max(self.longest_at_work, now[1] - self._last[1])
        self._last = now

    def stop(self) -> None:
        self._tick()
        self._timer.stop()


@contextmanager
def watched(what: str, longest: float = LONGEST) -> Iterator[None]:
    watch, start = Watch(), time.perf_counter()
    yield
    watch.stop()
    took = time.perf_counter() - start
    stall, work = watch.longest * 1000, watch.longest_at_work * 1000
    told = f"{what}: {took:.2f} s, longest stall {stall:.0f} ms, of which the window's own work {work:.0f} ms"
    print(f"\n{told}")  # noqa: T201 -- read by `pytest -s -m bench`
    assert watch.longest < longest, told


def settle(wizard, qtbot) -> None:
    qtbot.waitUntil(lambda: not wizard.busy, timeout=120_000)


def a_plan(path: Path, measures: int) -> Path:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("มาตรการ")
    page.append(["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"])
    for n in range(1, measures + 1):
        steps = "\n".join(STEPS[: 1 + n % 4])
        page.append([n, f"มาตรการที่ {n} ปรับปรุงขั้นตอนการให้บริการ", steps, DIVISIONS[n % 4], "ต.ค. 68 - ก.ย. 69"])
    book.save(path)
    return path


@pytest.fixture
def wizard(new, qtbot):
    opened = new.importing.open()
    qtbot.wait(200)
    yield opened
    opened.reject()


def test_a_hundred_thousand_rows(wizard, tmp_path, qtbot):
    path = write_rows(tmp_path / "ยาว.xlsx", 100_000)
    with watched("100,000 rows read"):
        wizard.read_file(path)
        settle(wizard, qtbot)
    assert wizard.pages.currentWidget() is wizard.checking


@pytest.mark.parametrize("measures", [300, 5_000])
def test_a_plan(wizard, tmp_path, qtbot, measures):
    """300 are more than any office has; 5,000 are all that a table may have, and Python's collector looks at them."""
    longest = LONGEST if measures <= 300 else 2 * LONGEST
    path = a_plan(tmp_path / "แผน.xlsx", measures)
    with watched(f"{measures:,} measures read", longest):
        wizard.read_file(path)
        settle(wizard, qtbot)
    with watched("rehearsed", longest):
        wizard.foot.main.click()
        settle(wizard, qtbot)
    start = time.thread_time()
    wizard.foot.main.click()
    print(f"imported: {time.thread_time() - start:.2f} s")  # noqa: T201
    assert len(wizard._session.year.measures) == measures
