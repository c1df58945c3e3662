"""The clock is wrong, or jumps: what came first stays first, and nothing is overwritten by what has the same time."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from operations import FRAMEWORKS, NAME, NEW, OLD, make

from ita_desktop.actions import backups as looking
from ita_desktop.actions import workbook as verbs
from ita_desktop.domain.records import Finding
from ita_desktop.storage import backups
from ita_desktop.storage.document import Document

BANGKOK = datetime.timezone(datetime.timedelta(hours=7))
BEGINNINGS = {
    "an ordinary morning": datetime.datetime(2026, 11, 21, 8, 15, tzinfo=BANGKOK),
    "a leap day": datetime.datetime(2028, 2, 29, 12, 0, tzinfo=BANGKOK),
    "the last second of 2599": datetime.datetime(2056, 12, 31, 23, 59, 59, tzinfo=BANGKOK),
    "the end of a fiscal year": datetime.datetime(2026, 9, 30, 23, 59, 59, tzinfo=BANGKOK),
    "a zone with a summer time": datetime.datetime(2026, 10, 25, 0, 30, tzinfo=datetime.UTC),
}
DAY = datetime.timedelta(days=1)
JUMPS = {
    "ten years on": 3653 * DAY,
    "ten years back": -3653 * DAY,
    "over midnight": datetime.timedelta(seconds=2),
    "an hour back": datetime.timedelta(hours=-1),
    "not at all": 0 * DAY,
    "a day on": DAY,
    "a day back": -DAY,
    "four years on": 1461 * DAY,
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
@pytest.mark.parametrize("now", BEGINNINGS.values(), ids=BEGINNINGS)
def test_whatever_the_clock_does_the_order_of_things_is_kept(now, jump, quick: Path, tried):
    path, root = quick / NAME, quick / "สำรอง"
    make(path, OLD)
    times = [now, now + jump, now + jump / 2, now + jump, now]
    made = []
    for number, time in enumerate(times):
        with Document.open(path, frameworks=FRAMEWORKS, clock=lambda time=time: time) as document:
            with document.change(f"ครั้งที่ {number}") as change:
                change.save(2568, Finding(id="f1", text=str(number)))
            assert [past.record.text for past in document.history(2568, Finding, "f1")] == [
                *map(str, range(number - 1, -1, -1)),
                "",
            ]
            made.append(verbs.back_up(document, root, time))
    assert [backup.number for backup in made] == [1, 2, 3, 4, 5]
    newest = looking.latest(path, root)
    assert newest == made[-1]
    assert newest == verbs.newest_good_backup(path, root, frameworks=FRAMEWORKS)
    assert looking.due(made[0].made, made[0].made + jump, changed=True) == (abs(jump) >= datetime.timedelta(minutes=30))
    tried("R11", 1)


def test_what_is_put_aside_twice_in_one_second_is_kept_twice(quick: Path):
    now = BEGINNINGS["an ordinary morning"]
    make(quick / "สำรอง.ita", OLD)
    make(quick / NAME, NEW)
    aside = {backups.restore(quick / "สำรอง.ita", quick / NAME, now) for _ in range(3)}
    assert len(aside) == 3
    assert all(path.exists() for path in aside)
