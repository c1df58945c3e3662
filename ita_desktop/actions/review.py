"""What the officer does with a problem that the review found: mend it, or declare that it is none."""

from __future__ import annotations

import datetime

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.fields import NoSuchField, read_field, record_at, with_field
from ita_desktop.domain.problems import Problem
from ita_desktop.domain.records import Office, Silenced
from ita_desktop.storage.document import Document


def apply_fix(document: Document, year: int, problem: Problem) -> None:
    """Puts the fix in place of the quote, as one step to undo. Refused where the text has changed since."""
    where = problem.where
    if problem.fix is None or where.field is None:
        raise WrongUsage("ปัญหานี้โปรแกรมแก้ให้ไม่ได้", do="แก้ไขข้อความด้วยตนเอง")
    try:
        record = record_at(document.year(year), where)
        value = read_field(record, where.field)
    except NoSuchField:
        raise _changed_since() from None
    if not isinstance(value, str):
        raise WrongUsage("ปัญหานี้โปรแกรมแก้ให้ไม่ได้", do="แก้ไขข้อมูลด้วยตนเอง")
    start = 0 if where.start is None else where.start
    end = len(value) if where.end is None else where.end
    if value[start:end] != problem.quote:
        raise _changed_since()
    mended = with_field(record, where.field, value[:start] + problem.fix + value[end:])
    with document.change(f"แก้ {problem.quote} เป็น {problem.fix}") as change:
        if isinstance(mended, Office):
            change.save_office(mended)
        else:
            change.save(year, mended)


def silence(document: Document, year: int, problem: Problem, reason: str, when: datetime.date) -> None:
    """This one is not an error, and the reason stays on record."""
    if not reason.strip():
        raise WrongUsage("ยังไม่ได้ระบุเหตุผล", do="เขียนเหตุผลสั้น ๆ ว่าทำไมไม่ใช่ข้อผิดพลาด")
    where = problem.where
    with document.change("ไม่ใช่ข้อผิดพลาด") as change:
        change.save(
            year,
            Silenced(
                rule=problem.rule,
                kind=where.kind,
                record=where.id or "",
                field=where.field or "",
                quote=problem.quote or "",
                reason=reason.strip(),
                when=when,
            ),
        )


def speak_again(document: Document, year: int, *silenced: Silenced) -> None:
    """What was silenced is looked at again."""
    with document.change("ตรวจเรื่องที่เคยข้ามไว้อีกครั้ง") as change:
        for one in silenced:
            change.delete(year, one)


def _changed_since() -> WrongUsage:
    return WrongUsage("ข้อความตรงนี้เปลี่ยนไปแล้วหลังการตรวจ จึงไม่ได้แก้", do="ดูผลการตรวจล่าสุดแล้วลองอีกครั้ง")
