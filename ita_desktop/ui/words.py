"""What the kinds and states are called in the window, and how they look: never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.framework import Level
from ita_desktop.domain.records import FindingKind, FollowUpState


@dataclass(frozen=True, slots=True)
class Look:
    text: str
    icon: str
    tone: str
    tip: str = ""


KINDS: dict[FindingKind, Look] = {
    FindingKind.STRENGTH: Look("จุดแข็ง", "done", "good", "ได้คะแนนสูง ควรเล่าให้ผู้อื่นเห็นและทำต่อ"),
    FindingKind.KEEP: Look("รักษาระดับ", "started", "accent", "อยู่ในเกณฑ์ดี ต้องคอยดูไม่ให้ลดลง"),
    FindingKind.IMPROVE: Look("ควรพัฒนา", "up", "warn", "ผ่านเกณฑ์แต่ยังทำให้ดีขึ้นได้"),
    FindingKind.FIX: Look("ต้องแก้ไข", "warning", "bad", "ต่ำกว่าเกณฑ์ ต้องมีมาตรการรองรับ"),
}

STATES: dict[FollowUpState, Look] = {
    FollowUpState.NOT_STARTED: Look("ยังไม่เริ่ม", "todo", "muted"),
    FollowUpState.IN_PROGRESS: Look("กำลังดำเนินการ", "started", "accent"),
    FollowUpState.DONE: Look("แล้วเสร็จ", "done", "good"),
    FollowUpState.CANCELLED: Look("ยกเลิก", "cancelled", "muted"),
}

NOBODY = "ยังไม่มีผู้รับผิดชอบ"
OVERDUE = Look("เกินกำหนด", "warning", "bad", "ถึงกำหนดแล้วแต่ยังไม่มีรายงานผล")

GROUPS = {"strength": Look("จุดแข็ง", "done", "good"), "weak": Look("จุดอ่อน", "warning", "bad")}


def level_tone(level: Level | None) -> str:
    if level is None:
        return "muted"
    return "good" if level.passed else "bad"
