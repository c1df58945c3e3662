"""Evidence that is a file: copied into the folder beside the workbook, remembered by its size and SHA-256.

Copying takes long and needs no workbook, so it is apart from the record that refers to the copy: first the file is
whole in its place, then the record names it. A record taken back leaves its file, for redo; what no record names any
more is listed by `examine`, and a person sends it away.
"""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ita_desktop.delivery import keeping
from ita_desktop.delivery.keeping import Kept, Standing
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Evidence, FollowUp, Measure, Round, Year
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.storage.document import Document
from ita_desktop.thai.dates import DateStyle, thai_date

_MADE = re.compile(r"-\d{6,}-\d{8}T\d{6}Z$")
"""What the name of a backup has behind that of its workbook."""


def folder_of(document: Document) -> Path:
    return keeping.folder_beside(document.path)


# Taking in


def stem_for(year: Year, measure: Measure, round: Round) -> str:
    """What files of this report begin with, so that the folder can be read without the program."""
    place = next((at for at, one in enumerate(year.measures, 1) if one.id == measure.id), 0)
    return f"{year.measures_year} มาตรการที่ {place} {round.name}"


def keep_files(folder: Path, stem: str, sources: Sequence[Path], progress: Progress = quietly) -> tuple[Evidence, ...]:
    """All of them or none: where one cannot be copied, those before it go again."""
    kept: list[Evidence] = []
    try:
        for at, source in enumerate(sources):
            told = partial(_told, progress, f"กำลังคัดลอก {source.name}", at / len(sources))
            told(0)
            copy = keeping.keep(source, folder, f"{stem} {source.name}", progress=told)
            kept.append(_evidence(source.stem, copy))
    except BaseException:
        drop(folder, kept)
        raise
    return tuple(kept)


def _told(progress: Progress, doing: str, share: float, _bytes: int) -> None:
    """Files differ so much in size that the bar goes by their number."""
    progress(doing, share)


def keep_picture(folder: Path, stem: str, png: bytes, today: datetime.date) -> tuple[Evidence, ...]:
    title = f"ภาพ {thai_date(today, DateStyle.SHORT_LONG_YEAR)}"
    return (_evidence(title, keeping.keep_bytes(png, folder, f"{stem} {title}.png")),)


def drop(folder: Path, unused: Iterable[Evidence]) -> None:
    """Copies that no record ever named. What cannot be removed now is listed by `examine` later."""
    for piece in unused:
        with contextlib.suppress(OSError):
            (folder / piece.file).chmod(0o600)
            (folder / piece.file).unlink()


def add_evidence(document: Document, year: int, measure: str, round: str, pieces: Sequence[Evidence]) -> None:
    """To what the report says by now, which may be more than when the copying began."""
    report = next(
        (one for one in document.year(year).followups if one.id == f"{measure}/{round}"),
        FollowUp(measure=measure, round=round),
    )
    with document.change("แนบหลักฐาน" if len(pieces) == 1 else f"แนบหลักฐาน {len(pieces)} ชิ้น") as change:
        change.save(year, replace(report, evidence=(*report.evidence, *pieces)))


def _evidence(title: str, kept: Kept) -> Evidence:
    return Evidence(title=title, file=kept.file, size=kept.size, sha256=kept.sha256)


# Looking after


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that the workbook names, and for what."""

    kept: Kept
    what: str
    year: int
    report: str = ""
    """`m1/r2`, where it belongs to a follow-up; a signed paper's scan has none."""

    @property
    def id(self) -> str:
        return f"{self.year}/{self.report}/{self.kept.file}"


def kept_as(piece: Evidence) -> Kept | None:
    return Kept(piece.file, piece.size or 0, piece.sha256) if piece.file else None


def files(document: Document) -> tuple[EvidenceFile, ...]:
    """Every file that the workbook names, of all years: evidence first, then signed papers."""
    from ita_desktop.actions.signed import all_copies  # which knows every paper: only loaded where files are counted
    from ita_desktop.papers.registry import PAPERS

    found: list[EvidenceFile] = []
    for number in document.years():
        records = document.records(number)
        titles = {measure.id: measure.title for measure in records.measures}
        found += (
            EvidenceFile(kept, titles.get(report.measure, ""), number, report.id)
            for report in records.followups
            for piece in report.evidence
            if (kept := kept_as(piece))
        )
    for copy in all_copies(document):
        paper = PAPERS[copy.paper].title if copy.paper in PAPERS else copy.paper
        found.append(EvidenceFile(copy.kept, f"{paper} ฉบับลงนามที่ {copy.version}", copy.year))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Examination:
    standings: tuple[tuple[EvidenceFile, Standing], ...]
    superfluous: tuple[str, ...]
    """Names of files in the folder that the workbook does not name (any more)."""

    def of(self, standing: Standing) -> tuple[EvidenceFile, ...]:
        return tuple(file for file, how in self.standings if how is standing)


def examine(folder: Path, named: Sequence[EvidenceFile], progress: Progress = quietly) -> Examination:
    """Every file read through and compared with what was kept. It takes no workbook, so it fits any thread."""
    standings = []
    for at, file in enumerate(named):
        progress(f"กำลังตรวจ {file.kept.file}", at / len(named))
        standings.append((file, keeping.standing(folder, file.kept)))
    known = {file.kept.file for file in named}
    there = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    return Examination(
        tuple(standings), tuple(name for name in there if name not in known and not name.startswith("~"))
    )


# Coming along


@dataclass(frozen=True, slots=True)
class Carried:
    """What came along with a backup or back with it."""

    files: int
    left: tuple[str, ...] = ()
    """Names of files that could not be brought."""


def beside_backup(backup: Path, workbook: Path) -> Path | None:
    """The folder of files that lies beside a backup: under the name of the workbook it becomes, or of that it was."""
    was = _MADE.sub("", backup.stem)
    folders = (backup.parent / keeping.folder_beside(Path(f"{stem}.ita")).name for stem in (workbook.stem, was))
    return next((folder for folder in folders if folder.is_dir()), None)


def carry(
    named: Sequence[EvidenceFile], source: Path, target: Path, progress: Progress = quietly, *, quick: bool = False
) -> Carried:
    """The workbook's files from one folder to another: only what is whole, and never over what lies there."""
    done, left = 0, []
    for at, file in enumerate(named):
        progress(f"กำลังคัดลอกหลักฐาน {file.kept.file}", at / len(named))
        if keeping.carry([file.kept], source, target, quick=quick):
            left.append(file.kept.file)
        else:
            done += 1
    return Carried(done, tuple(left))


def carry_with_backup(
    backup: Path, workbook: Path, copy: Path, frameworks: Frameworks, progress: Progress = quietly
) -> Carried:
    """Beside the copy of a backup, what that backup names. It opens the backup itself, so it fits any thread."""
    with Document.open(backup, frameworks=frameworks, read_only=True) as document:
        named = files(document)
    source = keeping.folder_beside(workbook)
    return carry(named, source, copy.parent / source.name, progress, quick=True)
