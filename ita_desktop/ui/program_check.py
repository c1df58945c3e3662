"""Are the program's own files what was built? Whoever doubts it, or keeps the computer, asks from the help menu."""

from __future__ import annotations

from pathlib import Path

from ita_desktop import __version__
from ita_desktop.delivery.installed import Examined, examine
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import Messages

DOING = "ตรวจไฟล์ของโปรแกรม"
SHOWN = 8
"""So many paths are named; a program that lies in pieces would else fill the screen."""
_FROM_SOURCES = (
    "ตรวจได้เฉพาะโปรแกรมที่ติดตั้งจากตัวติดตั้งหรือชุดพกพา ซึ่งมีรายการไฟล์ของโปรแกรมพร้อมค่า SHA-256 อยู่ด้วย "
    "โปรแกรมที่เปิดอยู่นี้ทำงานจากซอร์สโค้ด ตรวจได้ด้วยเครื่องมือจัดการซอร์สโค้ดที่ใช้อยู่"
)


def check_program(program: Path | None, jobs: Jobs, messages: Messages) -> None:
    """Reads some thousand files, so elsewhere; `program` is the folder it is installed in, if it is."""
    if program is None:
        messages.tell("โปรแกรมนี้ไม่ได้เปิดจากชุดที่ติดตั้ง จึงไม่มีรายการไฟล์ให้ตรวจ", detail=_FROM_SOURCES)
        return

    def work(progress: Progress) -> Examined:
        return examine(program, progress=lambda done, files: progress.report(DOING, done / files))

    def tell(found: Examined) -> None:
        text, detail = _said(found)
        messages.tell(text, detail=detail)

    jobs.run(DOING, work, tell)


def _said(found: Examined) -> tuple[str, str]:
    about = (f"รุ่น {__version__}", f"SHA-256 ของรายการไฟล์ (files.sha256):\n{found.list_sum}")
    if found.as_built:
        return f"ไฟล์ของโปรแกรมทั้ง {found.files:,} ไฟล์ครบถ้วนและตรงกับที่จัดทำไว้", "\n".join(about)
    faults = [f"{what}: {path}" for what, path in found.faults]
    named = [*faults[:SHOWN], *([f"และอีก {len(faults) - SHOWN:,} ไฟล์"] if len(faults) > SHOWN else [])]
    advice = "สมุดงานและข้อมูลสำรองไม่เกี่ยวข้องและไม่เสียหาย โปรดติดตั้งโปรแกรมใหม่ทับ และให้ผู้ดูแลเครื่องตรวจหาไวรัส"
    return f"ไฟล์ของโปรแกรมไม่ตรงกับที่จัดทำไว้ {len(faults):,} ไฟล์", "\n".join((*named, "", advice, *about))
