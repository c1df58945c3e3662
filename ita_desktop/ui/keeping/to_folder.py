"""One backup in a folder of the officer's choice, made on another thread: the folder may lie on a slow stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ita_desktop.actions import workbook
from ita_desktop.storage.backups import Backup
from ita_desktop.storage.document import Document
from ita_desktop.ui.backing_up import WHOLE
from ita_desktop.ui.files import Files, documents
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session


def back_up_to_folder(session: Session, files: Files, jobs: Jobs, then: Callable[[Path], None]) -> None:
    """`then` is told the folder, once the backup lies there."""
    folder = session.messages.choose_folder("สำรองข้อมูลไว้ที่ใด", documents())
    copy = session.run(Document.trial) if folder is not None else None
    if folder is None or copy is None:
        return
    now = files.now()

    def work(_progress: Progress) -> Backup:
        with copy:
            return workbook.back_up_to(copy, folder, now)

    def done(made: Backup) -> None:
        session.messages.tell(f"สำรองข้อมูลแล้วที่ {made.path}", detail=WHOLE)
        then(folder)

    jobs.run(f"กำลังสำรองข้อมูลลง {folder.name or folder}", work, done)
