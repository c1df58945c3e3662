"""Before the window closes: what is being written is finished, what no backup holds yet gets one, here and elsewhere.

The workbook itself needs none of it: every change reached the disk when it was made. So nobody has to wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.waiting import wait_until

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

_SAFE = "สมุดงานบันทึกครบแล้ว หน้าต่างจะปิดเองเมื่อเสร็จ"
_WAY_OUT = "ปิดโดยไม่รอ"


def wait_for_the_last_work(window: MainWindow) -> bool:
    """Whether all of it came to its end; what did not is left behind, half written under no name of its own."""
    jobs, backups, keeping = window.jobs, window.files.backups, window.keeping

    def is_over(doing: str) -> bool:
        return wait_until(lambda: not (jobs.busy or backups.busy), doing, safe=_SAFE, way_out=_WAY_OUT, over=window)

    jobs.cancel()
    if not is_over("กำลังจบงานที่ทำอยู่"):
        return False
    backups.leave()
    if not is_over("กำลังสำรองข้อมูลก่อนปิด"):
        return False
    keeping.finish()
    if not is_over("กำลังสำรองลงที่สำรองแห่งที่สอง"):
        return False
    jobs.close()
    backups.close()
    return True
