"""Backups of the open workbook, made beside the window.

Between two changes the workbook is copied into memory, which takes some hundredths of a second for twenty full years.
Everything slow (writing, reading back, the readable copy) is done with that copy on another thread: a backup holds
what there was when it was begun, and nobody who types meanwhile meets a lock.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.actions import workbook
from ita_desktop.domain.errors import FileTrouble, ItaError
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup, Why
from ita_desktop.storage.document import Document
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.waiting import wait_until

AFTER_CHANGE_MS = 10 * 60 * 1000
"""After the first change that no backup holds yet."""
AFTER_OPENING_MS = 2_000
"""What no backup holds on opening is kept at once, and written once the officer sees the workbook."""
WHOLE = "ตรวจแล้วว่าอ่านกลับได้ครบทุกค่า"

_DOING = "กำลังสำรองข้อมูล"

log = logging.getLogger(__name__)

Then = Callable[[Backup | ItaError], None]


class BackingUp(QObject):
    made = Signal(object, object)
    """A `Backup` that was just finished, and the path of the workbook it is of."""
    newest = Signal(object)
    """When the newest backup of the open workbook was made; None while there is none."""
    failed = Signal(object)
    """Why the open workbook got none, as a trouble in words; None once it got one."""
    settled = Signal()
    """None is being made any more."""

    def __init__(self, session: Session, root: Path, now: Callable[[], datetime.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._root, self._now = session, root, now
        self._jobs = Jobs(session.messages, self)
        self._changes = self._held = self._under_way = 0
        """How many changes there were in all: ever, up to the last backup, up to the one that is being made."""
        self._as_opened: Document | None = None
        self._clock = QTimer(self, singleShot=True, interval=AFTER_CHANGE_MS)
        self._clock.timeout.connect(self.quietly)
        self._opened = QTimer(self, singleShot=True, interval=AFTER_OPENING_MS)
        self._opened.timeout.connect(self.write_as_opened)
        session.changed.connect(self._note_change)

    @property
    def busy(self) -> bool:
        return self._jobs.busy

    def known(self) -> tuple[Backup, ...]:
        """Those of the open workbook, the newest last."""
        if self._session.path is None:
            return ()
        folder = backups.folder_of(self._session.path, self._root)
        return self._session.attempt(lambda: backups.found_in(folder)) or ()

    # With the workbook's coming and going

    def follow(self, document: Document) -> None:
        """It was just opened. Unless the newest backup has the very same content, it is kept as it is now."""
        known = self.known()
        self._held = self._changes
        self.newest.emit(known[-1].made if known else None)
        self.failed.emit(None)
        if not document.read_only and not (known and document.has_content_of(known[-1].path)):
            self._as_opened = self._session.attempt(document.trial)
            self._opened.start()

    def write_as_opened(self, *, thin: bool = True) -> None:
        """Also when there were changes meanwhile: it is what there was before them."""
        self._opened.stop()
        copy, self._as_opened = self._as_opened, None
        if copy is not None:
            self._write(copy, Why.OPENED, self._held, self._note_result, thin=thin)

    def leave(self, *, thin: bool = True) -> None:
        """It is about to be closed: what no backup holds yet gets one, which may be finished after it is gone."""
        if self._changes > max(self._held, self._under_way):
            self.write_as_opened(thin=thin)
            self.quietly(Why.CLOSED, thin=thin)
        self._opened.stop()
        self._clock.stop()
        self._as_opened = None

    def _note_change(self) -> None:
        self._changes += 1
        if not self._clock.isActive():
            self._clock.start()

    # Making one

    def quietly(self, why: Why = Why.WORKING, *, thin: bool = True) -> None:
        """By itself, so it never interrupts: where it cannot be done, the foot of the window says so."""
        if self._session.document is not None and not self._session.document.read_only:
            self._begin(why, self._note_result, thin=thin)

    def aloud(self, then: Callable[[Backup], None] | None = None) -> None:
        """Because the officer asked for it; `then` goes on with the backup."""

        def tell(result: Backup | ItaError) -> None:
            if isinstance(result, ItaError):
                self._session.messages.error(result)
                return
            self._session.said.emit(f"สำรองข้อมูลแล้ว {WHOLE}")
            if then is not None:
                then(result)

        self._session.said.emit(f"{_DOING} ทำงานต่อได้ตามปกติ")
        self._begin(Why.ASKED, tell)

    def before(self, why: Why) -> None:
        """What comes next would not be safe without: it is waited for, and raises where there is none."""
        results: list[Backup | ItaError] = []
        self._begin(why, results.append)
        wait_until(
            lambda: not self.busy,
            f"{_DOING}ก่อนทำต่อ",
            safe="โปรแกรมจะทำต่อเองเมื่อตรวจแล้วว่าข้อมูลสำรองครบทุกค่า",
            way_out="ยกเลิก",
        )
        match results:
            case [ItaError() as trouble]:
                raise trouble
            case []:
                raise FileTrouble(
                    "ยังไม่ได้ทำ เพราะข้อมูลสำรองยังไม่เสร็จ",
                    safe="ข้อมูลไม่เปลี่ยน",
                    do="ตรวจไดรฟ์ที่เก็บข้อมูลสำรอง แล้วลองใหม่",
                )

    def close(self) -> None:
        self._jobs.close()

    def _begin(self, why: Why, then: Then, *, thin: bool = True) -> None:
        """Of the workbook as it is at this moment."""
        document = self._session.document
        assert document is not None
        try:
            copy = document.trial()
        except ItaError as trouble:
            self._take(document.path, 0, then, trouble)
        else:
            self._clock.stop()
            self._write(copy, why, self._changes, then, thin=thin)

    def _write(self, copy: Document, why: Why, holds: int, then: Then, *, thin: bool = True) -> None:
        root, now = self._root, self._now()
        self._under_way = max(self._under_way, holds)

        def work(_progress: Progress) -> Backup | ItaError:
            with copy:
                try:
                    return workbook.back_up(copy, root, now, why, thin=thin)
                except ItaError as trouble:
                    return trouble

        self._jobs.run(_DOING, work, partial(self._take, copy.path, holds, then))

    def _take(self, path: Path, holds: int, then: Then, result: Backup | ItaError) -> None:
        is_open = path == self._session.path
        if isinstance(result, Backup):
            self._held = max(self._held, holds)
            self.made.emit(result, path)
            if is_open:
                self.newest.emit(result.made)
                self.failed.emit(None)
        else:
            log.info("no backup: %s", type(result.__cause__ or result).__name__)
            self._under_way = self._held
            if is_open:
                self.failed.emit(result)
                self._clock.start()
        then(result)
        if not self.busy:
            self.settled.emit()

    def _note_result(self, result: Backup | ItaError) -> None:
        if isinstance(result, ItaError):
            self._session.said.emit(f"สำรองข้อมูลไม่สำเร็จ {result.happened}")
