"""Several papers to a stick at once, and a stick checked against its list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_desktop.actions.papers import make_paper
from ita_desktop.actions.workbook import tidy_up
from ita_desktop.delivery import eject, hash_list, stick
from ita_desktop.delivery.hash_list import Checked
from ita_desktop.delivery.locked import lock
from ita_desktop.delivery.stick import Delivered, Outgoing
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper to be carried away, the name of its file, and what is stamped across its pages."""

    paper: str
    format: str
    file: str
    stamp: str = ""


def make_papers(
    year: Year,
    wanted: Sequence[Wanted],
    options: PaperOptions,
    *,
    fonts: Path,
    progress: Callable[[str, int, int], None] = lambda _file, _done, _all: None,
) -> tuple[Outgoing, ...]:
    """All of them before the first is written: a paper that cannot be made leaves nothing on the stick."""
    made = []
    for done, each in enumerate(wanted):
        progress(each.file, done, len(wanted))
        content = make_paper(year, each.paper, each.format, options, fonts=fonts, stamp=each.stamp)
        made.append(Outgoing(each.file, content))
    return tuple(made)


def lock_papers(papers: Sequence[Outgoing], password: str) -> tuple[Outgoing, ...]:
    """To be opened by the password alone, on whatever computer."""
    return tuple(lock(paper, password) for paper in papers)


def taken_names(year: Year, papers: Sequence[Outgoing], drive: Path) -> tuple[str, ...]:
    """The names under which something else lies on the stick; the officer is asked about each."""
    return stick.conflicts(papers, stick.folder_on(drive, year.office.name, year.number))


def copy_to_stick(
    year: Year,
    papers: Sequence[Outgoing],
    drive: Path,
    now: datetime,
    *,
    replacing: Collection[str] = (),
    progress: stick.Progress = lambda _file, _done, _all: None,
) -> Delivered:
    """Into the folder of the office and the year. Names that were not said to be replaced are never written over."""
    folder = stick.folder_on(drive, year.office.name, year.number)
    tidy_up([folder], now)  # the stick may have been pulled out the last time
    title = f"เอกสาร ITA ปี {year.number} {year.office.name}"
    return stick.copy_papers(papers, folder, title=title, replacing=replacing, progress=progress)


def listed_folders(drive: Path) -> tuple[Path, ...]:
    """Where on a drive papers of ours lie."""
    return hash_list.listed_folders(drive)


def check_stick(folder: Path) -> Checked:
    """Whether what lies in a folder of a stick is what was put there."""
    return hash_list.check_folder(folder)


def let_go(drive: Path) -> str:
    """The drive is given up by the system; the answer says that it may be pulled out."""
    return eject.eject(drive)
