"""Run by test_crash: forks workers that use a workbook until they are killed. Forking saves starting Python each time.

A line on standard input, `edit PATH` or `make FOLDER`, forks one; it says its process id, then a line for each change
that came back, that is for each thing an officer was told to be saved.
"""

from __future__ import annotations

import datetime
import itertools
import os
import sys
from decimal import Decimal
from pathlib import Path

import workbooks

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Finding, Memo
from ita_desktop.storage import backups, history
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

FRAMEWORKS = Frameworks(workbooks.RESOURCES / "frameworks")
NOW = datetime.datetime(2026, 10, 15, tzinfo=datetime.UTC)
CONTENT = workbooks.everything()
history.MOST = 200  # it is read at every opening, and here is an opening every few milliseconds


def say(what: object) -> None:
    """In one piece: the next moment may be the last."""
    os.write(1, f"{what}\n".encode())


def edit(path: Path) -> None:
    """Every change puts its number into five tables; every fifth brings whole years in or out."""
    with Document.open(path, frameworks=FRAMEWORKS) as document:
        last = document.shelf("count")["changes"]
        for number in itertools.count(last + 1):
            with document.change(f"ครั้งที่ {number}") as change:
                change.put_on_shelf("count", "changes", number)
                change.set_indicator_score(2570, 1, Decimal(number % 100))
                change.save(2570, Finding(id="f1", text=str(number)), Memo(subject=str(number)))
                if number % 5 == 0:
                    known = [year for year in document.years() if year != 2570]
                    for year in known:
                        change.delete_year(year)
                    if not known:
                        add_years(change, CONTENT)
            if number % 7 == 0:
                document.undo()
                document.redo()
            say(number)


def make(folder: Path) -> None:
    """Workbooks and backups, one after the other; each is whole or not there."""
    for number in itertools.count():
        path = folder / f"{number}.ita"
        with Document.create(
            path, CONTENT.office, frameworks=FRAMEWORKS, fill=lambda change: add_years(change, CONTENT)
        ) as document:
            say(path)
            say(backups.make(document, folder, NOW).path)
            backups.restore(path, folder / f"{number}-copy.ita", NOW)
            say(folder / f"{number}-copy.ita")


for line in sys.stdin:
    what, place = line.rstrip("\n").split(" ", 1)
    worker = os.fork()
    if worker == 0:
        say(os.getpid())
        {"edit": edit, "make": make}[what](Path(place))
        os._exit(1)
    os.waitpid(worker, 0)
    say("dead")
