"""What the parts of the follow-up tab are called, among themselves and for the officer."""

from __future__ import annotations

BY_ROUND, BOARD, OWNERS, OIT = "rounds", "board", "owners", "oit"
"""The ways to look at the follow-up."""

TITLES = {
    "state": "สถานะ",
    "progress": "ความก้าวหน้า",
    "reported": "วันที่รายงาน",
    "result": "ผลการดำเนินการ",
    "obstacles": "ปัญหาและข้อเสนอแนะ",
}
"""Fields of a report."""

ENDS = {"end": "วันสิ้นสุด", "revised_end": "วันสิ้นสุดที่ปรับใหม่"}
"""Fields of the measure that are changed while one follows it up."""
