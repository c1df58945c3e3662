"""Before the window closes: what is being written is finished, what no backup holds yet gets one, here and elsewhere.

The workbook itself needs none of it: every change reached the disk when it was made. So nobody has to wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.waiting import wait_until

if TYPE_CHECKING:
    from ita_desktop.ui.backing_up import BackingUp
    from ita_desktop.ui.main_window import MainWindow

_SAFE = "สมุดงานบันทึกครบแล้ว หน้าต่างจะปิดเองเมื่อเสร็จ"
_WAY_OUT = "ปิดโดยไม่รอ"


def wait_for_the_last_work(window: MainWindow) -> bool:
    """Whether all of it came to its end; what did not is left behind, half written under no name of its own."""
    window.jobs.cancel()
    over = _is_over(window, "กำลังจบงานที่ทำอยู่") and (not window.had_workbook or _backed_up(window))
    if over:
        window.jobs.close()
    return over


def _backed_up(window: MainWindow) -> bool:
    backups = window.files.backups
    backups.leave()
    if not _is_over(window, "กำลังสำรองข้อมูลก่อนปิด", backups):
        return False
    window.keeping.finish()
    if not _is_over(window, "กำลังสำรองลงที่สำรองแห่งที่สอง"):
        return False
    backups.close()
    return True


def _is_over(window: MainWindow, doing: str, backups: BackingUp | None = None) -> bool:
    def idle() -> bool:
        return not (window.jobs.busy or (backups is not None and backups.busy))

    return wait_until(idle, doing, safe=_SAFE, way_out=_WAY_OUT, over=window)
