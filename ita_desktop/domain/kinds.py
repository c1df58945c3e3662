"""What the officer calls each kind of record, wherever one is named: found, damaged, changed, searched."""

from __future__ import annotations

from collections.abc import Mapping

KIND_NAMES: Mapping[str, str] = {
    "office": "ข้อมูลหน่วยงาน",
    "year": "ข้อมูลของปี",
    "scores": "คะแนน",
    "indicator_score": "คะแนนตัวชี้วัด",
    "eit_part": "คะแนน EIT",
    "item_score": "คะแนนรายข้อ",
    "respondents": "จำนวนผู้ตอบ",
    "remark": "ข้อเสนอแนะของผู้ประเมิน",
    "finding": "ข้อค้นพบ",
    "measure": "มาตรการ",
    "round": "รอบติดตาม",
    "followup": "การติดตาม",
    "checklist": "รายการ OIT",
    "calendar": "ปฏิทินการดำเนินงาน",
    "silenced": "ข้อทักท้วงที่ปิดไว้",
    "memo": "บันทึกข้อความ",
    "report": "รายงานการวิเคราะห์",
    "order": "คำสั่ง",
    "agenda": "ระเบียบวาระ",
    "paper": "ข้อความในเอกสาร",
    "shelf": "ค่าที่หน่วยงานตั้งไว้",
    "picture": "รูปภาพ",
    "history": "ประวัติการแก้ไข",
}
"""By the names that places, announcements and tables give them."""
