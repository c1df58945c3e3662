"""Files of evidence on their way in, and whether those that are in are still what they were.

Copying and reading through are done in the background: a scan may be large and a drive slow.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ita_desktop.actions import evidence
from ita_desktop.delivery import keeping
from ita_desktop.delivery.keeping import Kept, Standing
from ita_desktop.domain.errors import FileTrouble, ItaError
from ita_desktop.domain.records import Evidence, Measure, Round
from ita_desktop.storage.document import Document
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session

log = logging.getLogger(__name__)

_Seen = tuple[str, int, int, str]
"""A file as it lay there: path, time, size; and the digest it should have."""


class EvidenceFiles(QObject):
    known = Signal()
    """How some files are is known now."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._standings: dict[_Seen, Standing] = {}

    # In

    def take_files(self, measure: Measure, round: Round, paths: Sequence[Path]) -> None:
        year = self._session.year
        if year is not None:
            stem = evidence.stem_for(year, measure, round)
            self._take(
                measure, round, lambda folder, progress: evidence.keep_files(folder, stem, paths, progress.report)
            )

    def take_picture(self, measure: Measure, round: Round, png: bytes) -> None:
        year, today = self._session.year, self._session.today()
        if year is not None:
            stem = evidence.stem_for(year, measure, round)
            self._take(measure, round, lambda folder, _progress: evidence.keep_picture(folder, stem, png, today))

    def _take(self, measure: Measure, round: Round, copy: Callable[[Path, Progress], tuple[Evidence, ...]]) -> None:
        document, year = self._session.document, self._session.year
        if document is None or year is None or document.read_only:
            return
        folder, number = evidence.folder_of(document), year.number
        self._jobs.run(
            "กำลังคัดลอกหลักฐาน",
            lambda progress: copy(folder, progress),
            lambda kept: self._name(document, number, measure.id, round.id, kept),
        )

    def _name(self, document: Document, year: int, measure: str, round: str, kept: tuple[Evidence, ...]) -> None:
        """What was copied belongs to the report it was copied for, whatever is looked at by now."""
        if self._session.document is document and _is_there(document, year, measure, round):
            self._session.run(evidence.add_evidence, year, measure, round, kept)
        else:
            evidence.drop(evidence.folder_of(document), kept)

    # There

    def standings(self, pieces: Sequence[Evidence]) -> tuple[Standing | None, ...]:
        """At once what can be seen at once; the rest is looked into, and `known` is said."""
        folder = self._folder()
        if folder is None:
            return tuple(None for _ in pieces)
        found, unknown = [], []
        for piece in pieces:
            kept = evidence.kept_as(piece)
            standing = self._at_a_glance(folder, kept) if kept else None
            found.append(standing)
            if kept and standing is None:
                unknown.append(kept)
        if unknown:
            self._look_into(folder, unknown)
        return tuple(found)

    def _at_a_glance(self, folder: Path, kept: Kept) -> Standing | None:
        seen = _seen(folder, kept)
        if seen is None:
            return Standing.MISSING
        return Standing.CHANGED if seen[2] != kept.size else self._standings.get(seen)

    def _look_into(self, folder: Path, unknown: Sequence[Kept]) -> None:
        def work(_progress: Progress) -> dict[_Seen, Standing]:
            return {seen: _standing(folder, kept) for kept in unknown if (seen := _seen(folder, kept))}

        def done(found: dict[_Seen, Standing]) -> None:
            self._standings |= found
            self.known.emit()

        self._jobs.run("กำลังตรวจไฟล์หลักฐาน", work, done)

    # Out

    def open(self, piece: Evidence) -> None:
        if piece.link and not piece.file:
            QDesktopServices.openUrl(QUrl(piece.link))
            return
        folder = self._folder()
        if folder is not None:
            self._session.attempt(lambda: _open_file(folder / piece.file))

    def _folder(self) -> Path | None:
        document = self._session.document
        return evidence.folder_of(document) if document is not None else None


def _is_there(document: Document, year: int, measure: str, round: str) -> bool:
    """Measure and round may have been deleted while their file was copied."""
    if year not in document.years():
        return False
    records = document.records(year)
    return measure in {one.id for one in records.measures} and round in {one.id for one in records.rounds}


def _open_file(path: Path) -> None:
    if not path.exists():
        raise FileTrouble(
            f"ไม่พบไฟล์หลักฐาน {path.name}",
            safe="ข้อมูลในสมุดงานยังอยู่ครบ",
            do=f"นำไฟล์กลับมาไว้ในโฟลเดอร์ {path.parent.name} ข้างสมุดงาน หรือกู้คืนจากข้อมูลสำรอง",
        )
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise ItaError(f"ไม่มีโปรแกรมที่เปิด {path.name} ได้", do="ติดตั้งโปรแกรมสำหรับไฟล์ชนิดนี้ หรือเปิดจากโฟลเดอร์หลักฐาน")


def _standing(folder: Path, kept: Kept) -> Standing:
    try:
        return keeping.standing(folder, kept)
    except FileTrouble as trouble:
        log.info("a file of evidence cannot be read: %s", type(trouble.__cause__).__name__)
        return Standing.MISSING  # for whoever wants to show it, it is


def _seen(folder: Path, kept: Kept) -> _Seen | None:
    try:
        stat = (folder / kept.file).stat()
    except OSError:
        return None
    return (str(folder / kept.file), stat.st_mtime_ns, stat.st_size, kept.sha256)
