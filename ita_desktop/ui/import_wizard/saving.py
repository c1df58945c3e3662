"""Sheets that the import window hands out: blank ones to fill in, and the rows that did not come in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.actions.sheets import Summary
from ita_desktop.actions.sheets_out import export_rejected, export_template
from ita_desktop.domain.framework import Framework
from ita_desktop.exchange.grid import Grid
from ita_desktop.ui.files import SHEETS
from ita_desktop.ui.session import Session


def folder(session: Session) -> Path:
    """Beside the workbook, where an officer looks first."""
    return session.path.parent if session.path else Path.home()


def save_blank(session: Session, framework: Framework, year: int) -> None:
    proposal = folder(session) / f"แบบนำเข้า ITA {year}.xlsx"
    target = session.messages.save_file("บันทึกแบบเปล่า", [SHEETS], proposal)
    if target is not None and session.attempt(lambda: export_template(framework, target)) is not None:
        session.messages.tell(f"บันทึกแบบเปล่าแล้วที่ {target}", detail="กรอกใน Excel หรือ LibreOffice แล้วนำเข้าที่นี่")


def save_rejected(session: Session, grids: Sequence[Grid], summary: Summary, name: str) -> None:
    proposal = folder(session) / f"แถวที่ไม่ได้นำเข้า {Path(name).stem}.xlsx"
    target = session.messages.save_file("บันทึกแถวที่ไม่ได้นำเข้า", [SHEETS], proposal)
    if target is None:
        return
    count = session.attempt(lambda: export_rejected(grids, summary, target))
    if count is not None:
        session.messages.tell(f"บันทึก {count} แถวแล้วที่ {target}", detail="แก้ตามเหตุผลในคอลัมน์ท้าย แล้วนำเข้าอีกครั้ง")
