"""Files of evidence go along with a backup that somebody puts elsewhere, and come back with it.

The backups that the program makes by itself on this computer lie on the drive of the files, and hold none.
"""

from __future__ import annotations

from pathlib import Path

from ita_desktop.actions import evidence
from ita_desktop.actions.evidence import Carried
from ita_desktop.storage.document import Document
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import Messages


def send_along(document: Document, folder: Path, jobs: Jobs, messages: Messages) -> None:
    here = evidence.folder_of(document)
    target = folder / here.name
    _carry(document, here, target, f"คัดลอกไว้ที่ {target}", jobs, messages)


def bring_back(document: Document, backup: Path, jobs: Jobs, messages: Messages) -> None:
    there = evidence.beside_backup(backup, document.path)
    if there is not None:
        _carry(document, there, evidence.folder_of(document), "กลับมาพร้อมสมุดงาน", jobs, messages)


def _carry(document: Document, source: Path, target: Path, done: str, jobs: Jobs, messages: Messages) -> None:
    """In the background, and then it is told what came and what could not come."""
    named = evidence.files(document)

    def work(progress: Progress) -> Carried:
        return evidence.carry(named, source, target, progress.report)

    def told(carried: Carried) -> None:
        left = f"ขาด {len(carried.left)} ไฟล์ เพราะไม่พบหรือถูกแก้ไขแล้ว: {' '.join(carried.left[:5])}"
        detail = left if carried.left else "ตรวจแล้วว่าตรงกับต้นฉบับทุกไบต์"
        messages.tell(f"ไฟล์หลักฐาน {carried.files} ไฟล์{done}", detail=detail)

    if named:
        jobs.run("กำลังคัดลอกหลักฐาน", work, told)
