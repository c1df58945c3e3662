"""The power fails, the program is killed: what was said to be saved is there, what was not is gone whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.workbook import Workbook, YearRecords
from ita_desktop.storage.document import Document

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="killing hundreds of times needs fork, which is quick")

HERE = Path(__file__).parent


class Nursery:
    def __init__(self) -> None:
        path = os.pathsep.join([str(HERE.parent), str(HERE.parents[1])])
        self.process = subprocess.Popen(
            [sys.executable, HERE / "nursery.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path},
        )

    def kill_in_the_middle(self, what: str, place: Path, delay: float) -> list[str]:
        """Lets a worker work, kills it this long after its first change, and returns what it said was saved."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(f"{what} {place}", file=self.process.stdin, flush=True)
        worker = int(self.process.stdout.readline())
        said = [self.process.stdout.readline().rstrip("\n")]
        assert said != ["dead"], "the worker failed by itself"
        threading.Timer(delay, os.kill, [worker, signal.SIGKILL]).start()
        while (line := self.process.stdout.readline()) != "dead\n":
            assert line, "the nursery itself is gone"
            said.append(line.rstrip("\n"))
        return said

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def workplace(make: Make, tmp_path: Path) -> Path:
    year = YearRecords(number=2570, measures_year=2571, framework="2568")
    workbook = Workbook(office=workbooks.OFFICE, years=(year,), shelf={"count": {"changes": 0}})
    document = make(tmp_path / "งาน.ita", workbook)
    document.close()
    return document.path


def count_of(document: Document) -> int:
    """The number of the change that the file holds, whole."""
    count = document.shelf("count")["changes"]
    year = document.year(2570)
    assert year.indicator_scores[1] == Decimal(count % 100)
    assert year.memo is not None
    assert (year.findings[0].text, year.memo.subject) == (str(count), str(count))
    others = [records for records in document.workbook().years if records.number != 2570]
    assert others == (list(workbooks.everything().years) if count // 5 % 2 else [])
    return count


def work_and_be_killed(nursery: Nursery, reopen: Reopen, path: Path, times: int, seed: int) -> int:
    chance = random.Random(seed)
    journals = 0
    for number in range(times):
        said = nursery.kill_in_the_middle("edit", path, chance.uniform(0, 0.01))
        journals += path.with_name(f"{path.name}-journal").exists()
        document = reopen(path, read_only=number % 10 == 0)
        assert int(said[-1]) <= count_of(document) <= int(said[-1]) + 1
        document.close()
    return journals


def test_nothing_that_was_saved_is_lost_however_often_the_program_is_killed(
    nursery: Nursery, reopen: Reopen, workplace: Path
):
    journals = work_and_be_killed(nursery, reopen, workplace, times=120, seed=1)
    assert journals > 10, "the kills did not hit the middle of anything"


def test_a_journal_left_behind_by_a_file_that_is_gone_harms_no_new_file(
    nursery: Nursery, make: Make, reopen: Reopen, workplace: Path
):
    journal = workplace.with_name(f"{workplace.name}-journal")
    for attempt in range(50):
        nursery.kill_in_the_middle("edit", workplace, 0.001 * attempt)
        if journal.exists() and any(journal.read_bytes()[:8]):
            break
        reopen(workplace).close()
    assert any(journal.read_bytes()[:8]), "no kill left a journal that waits to be rolled back"
    workplace.unlink()
    make(workplace, workbooks.everything()).close()
    assert reopen(workplace).workbook() == workbooks.everything()


def make_and_be_killed(nursery: Nursery, reopen: Reopen, tmp_path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(times):
        folder = tmp_path / str(number)
        folder.mkdir()
        said = nursery.kill_in_the_middle("make", folder, chance.uniform(0, 0.1))
        whole = {path for path in folder.iterdir() if path.suffix == ".ita"}
        assert {Path(line) for line in said} <= whole
        for path in whole:
            document = reopen(path)
            assert document.workbook() == workbooks.everything()
            document.close()


def test_no_unfinished_workbook_or_backup_ever_bears_its_name(nursery: Nursery, reopen: Reopen, tmp_path: Path):
    make_and_be_killed(nursery, reopen, tmp_path, times=15, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(50))
def test_ten_thousand_kills(nursery: Nursery, reopen: Reopen, workplace: Path, tmp_path: Path, tried, seed: int):
    work_and_be_killed(nursery, reopen, workplace, times=200, seed=seed)
    make_and_be_killed(nursery, reopen, tmp_path, times=20, seed=seed)
    tried("R1", 220)
