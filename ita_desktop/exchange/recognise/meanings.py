"""What a column can hold."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """Named for the file's memory of a mapping; `label` is what the officer reads."""

    ID = "id"
    YEAR = "year"
    ORDER = "order"
    INDICATOR = "indicator"
    INDICATOR_NUMBER = "indicator_number"
    TOOL = "tool"
    SCORE = "score"
    CHANGE = "change"
    LEVEL = "level"
    ITEM = "item"
    ITEM_TITLE = "item_title"
    REMARK = "remark"
    DIVISION = "division"
    CLASS = "class"
    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    TOTAL = "total"
    TOPIC = "topic"
    FINDING = "finding"
    STRENGTH = "strength"
    FINDING_KIND = "finding_kind"
    ADVICE = "advice"
    ITEMS = "items"
    ANALYSIS = "analysis"
    MEASURE = "measure"
    STEPS = "steps"
    OWNERS = "owners"
    PERIOD = "period"
    START = "start"
    END = "end"
    REVISED_END = "revised_end"
    FOLLOWUP = "followup"
    BUDGET = "budget"
    ANSWERS = "answers"
    ROUND = "round"
    DUE = "due"
    STATE = "state"
    PROGRESS = "progress"
    RESULT = "result"
    OBSTACLES = "obstacles"
    REPORTED = "reported"
    EVIDENCE = "evidence"
    SENT = "sent"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Meaning.ID: "รหัสในโปรแกรม",
    Meaning.YEAR: "ปี",
    Meaning.ORDER: "ลำดับหรืออันดับ (ไม่นำเข้า)",
    Meaning.INDICATOR: "ตัวชี้วัด",
    Meaning.INDICATOR_NUMBER: "เลขตัวชี้วัด",
    Meaning.TOOL: "แบบวัด",
    Meaning.SCORE: "คะแนน",
    Meaning.CHANGE: "การเปลี่ยนแปลง (ไม่นำเข้า)",
    Meaning.LEVEL: "ระดับ (ไม่นำเข้า)",
    Meaning.ITEM: "รหัสข้อ",
    Meaning.ITEM_TITLE: "ชื่อข้อ (ไม่นำเข้า)",
    Meaning.REMARK: "ความเห็นผู้ประเมิน",
    Meaning.DIVISION: "จำแนกตาม",
    Meaning.CLASS: "กลุ่มผู้ตอบ",
    Meaning.MALE: "ชาย",
    Meaning.FEMALE: "หญิง",
    Meaning.OTHER: "เพศอื่น",
    Meaning.TOTAL: "รวม (ใช้ตรวจ)",
    Meaning.TOPIC: "ประเด็น",
    Meaning.FINDING: "ข้อค้นพบ",
    Meaning.STRENGTH: "จุดแข็ง",
    Meaning.FINDING_KIND: "ประเภทข้อค้นพบ",
    Meaning.ADVICE: "ข้อเสนอแนะ",
    Meaning.ITEMS: "ข้อที่เกี่ยวข้อง",
    Meaning.ANALYSIS: "ผลการวิเคราะห์",
    Meaning.MEASURE: "มาตรการ",
    Meaning.STEPS: "ขั้นตอน",
    Meaning.OWNERS: "ผู้รับผิดชอบ",
    Meaning.PERIOD: "ระยะเวลา",
    Meaning.START: "วันที่เริ่ม",
    Meaning.END: "วันที่สิ้นสุด",
    Meaning.REVISED_END: "วันที่สิ้นสุดที่ขยาย",
    Meaning.FOLLOWUP: "การติดตามผล",
    Meaning.BUDGET: "งบประมาณ",
    Meaning.ANSWERS: "ข้อค้นพบที่แก้",
    Meaning.ROUND: "รอบ",
    Meaning.DUE: "กำหนดของรอบ",
    Meaning.STATE: "สถานะ",
    Meaning.PROGRESS: "ความก้าวหน้า",
    Meaning.RESULT: "ผลการดำเนินการ",
    Meaning.OBSTACLES: "ปัญหาอุปสรรค",
    Meaning.REPORTED: "วันที่รายงาน",
    Meaning.EVIDENCE: "หลักฐาน",
    Meaning.SENT: "ค่าเมื่อส่งแบบ",
    Meaning.IGNORED: "ไม่นำเข้า",
}
