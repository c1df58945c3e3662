"""The words by which a sentence tells a score from a change, a mark, a gap: what is looked for around a figure."""

from __future__ import annotations

import re

# A number that is no figure of the scores, or is one

COUNTS = frozenset({"ตัวชี้วัด", "เครื่องมือ", "มาตรการ", "หน่วยงาน", "คน", "ราย", "ครั้ง", "ปี", "เดือน", "แห่ง", "บาท", "น."})
COUNTED_AFTER = re.compile(
    r"[.)]\s?[ก-๎]|\s?(?:ปี|ครั้ง|ข้อ(?!มูล|เสนอ|ค้น|บกพร่อง|สังเกต)|ตัวชี้วัด|มาตรการ|คน|ราย(?!ละ|การ|งาน|ได้)|เดือน|วัน|แห่ง|รอบ|ประเด็น)"
)
NO_FIGURE = re.compile(r"(?:หน้า|รุ่น|ฉบับ|มาตรา|ข้อ|เลขที่|โทร\.?|ครั้งที่|ลำดับที่|ตารางที่|ภาพที่|บทที่)\s*$")
SCORED = re.compile(r"(?:ได้|คะแนน|ร้อยละ|เท่ากับ|อยู่ที่|รับการประเมิน)\s*$")

# In which sense: a mark, a goal, a weight, points lost, a gap, a change, a score

MARK_BEFORE = re.compile(
    r"(?:เกณฑ์|เกินกว่า|เกิน|ต่ำกว่า|น้อยกว่า|มากกว่า|สูงกว่า|ไม่ถึง|ถึง|ตั้งแต่|เป้าหมาย|ผ่าน|กำหนด|ระดับ)"
    r"(?:คะแนน|ที่|ร้อยละ|เกณฑ์|คือ|ไว้|\s)*$"
)
MARK_AFTER = re.compile(r"\s*(?:คะแนน)?\s*(?:ขึ้นไป|เป็นต้นไป|หรือมากกว่า)")
GOAL_BEFORE = re.compile(
    r"(?:ให้ได้|ให้มีคะแนน|ให้มีผลคะแนน|อย่างน้อย|เป้าหมาย(?:ที่|คือ|ไว้|\s)*|ตั้งเป้า[^0-9]{0,30}|คาดว่า[^0-9]{0,30}"
    r"|ค่าเป้าหมาย[^0-9]{0,20}|ให้เป็น|ให้ถึง|จะได้|ควรได้)(?:คะแนน|ร้อยละ|\s)*$"
)
WANTED = re.compile(r"(?:(?<!ผล)(?<!ทำ)ให้|เป้าหมาย|ตั้งเป้า|คาดว่า|ผลักดัน)(?:คะแนน)?(?:ของ)?\s*$")
WEIGHT_BEFORE = re.compile(r"น้ำหนัก[^0-9]{0,20}$")
WEIGHTS_LISTED = re.compile(r"น้ำหนัก[^\n]{0,90}$")
ONLY_A_SHARE = re.compile(r"\s*(?:\([^()\n]{0,60}\)|[ก-๎]{0,40}สาธารณะ|\s)*(?:คิดเป็น|ที่)?\s*ร้อยละ\s*")
"""Of a tool in a list of weights: "น้ำหนักคะแนน IIT ร้อยละ 30 EIT ร้อยละ 30"."""
FULL_BEFORE = re.compile(r"เต็ม\s*$")
LOST_BEFORE = re.compile(r"(?:เสีย|มีผลต่อคะแนนรวม|คิดเป็น|ส่วนที่ขาด|ที่ขาดของ|คะแนนที่ยังขาดรวม|ยังขาดรวม)[^0-9]{0,45}$")
LOST_AFTER = re.compile(r"\s*คะแนน\s*ของคะแนนรวม")
GAP_BEFORE = re.compile(r"(?:ขาด|ห่าง|อีก|ยกระดับ|เพิ่มได้|พัฒนาต่อ|ที่ยังเพิ่ม)[^0-9]{0,25}$")
BY_BEFORE = re.compile(r"(?:อยู่|จำนวน|เพียง|ถึง|เท่ากับ|เล็กน้อย|ไป)?\s*$")
CHANGE = re.compile(
    r"เพิ่มขึ้น|เพิ่ม(?=\s|จาก|เป็น)|ลดลง|ลด(?=\s|จาก|เหลือ)|สูงขึ้น|ต่ำลง|ดีขึ้น(?=จาก|\s*[0-9])|ถดถอย|เปลี่ยนแปลง|เปลี่ยนจาก|ผลต่าง"
    r"|(?:สูง|ต่ำ|มาก|น้อย)กว่า(?=ปี|รอบ|เดิม|คะแนนปี)"
)
FROM_BEFORE = re.compile(r"จาก(?:เดิม|คะแนน)?(?:ที่ได้)?\s*(?:ร้อยละ\s*)?$")
TO_BEFORE = re.compile(r"(?:เป็น|เหลือ|มาอยู่ที่|ปัจจุบัน)\s*(?:คะแนน|ร้อยละ)?\s*$")
SCORE_BEFORE = re.compile(
    r"(?:ได้|คะแนน|คะแนนเฉลี่ย|เท่ากับ|คือ|อยู่ที่|ร้อยละ|รับการประเมิน|มีผลคะแนน|เฉลี่ย|ที่|=|:)\s*(?:คะแนน(?:การ)?ประเมิน|คะแนน|ร้อยละ|\s)*\s*$"
)
ONLY_A_GAP = re.compile(r"(?:\s|\t|\((?:IIT|EIT|OIT)\)|[:=–-])*\(?\s*$")

# Whose: the year said before it, lists of things and of figures, and where a sentence turns to something else

WITHIN_YEAR = re.compile(r"[^0-9]{0,4}(?:ซึ่ง|ที่|มี|ได้|เท่ากับ|คือ|คะแนน|อยู่|ร้อยละ|:|=|\(|\s)*$")
GOT = re.compile(r"\s*(?:หน่วยงาน|เทศบาล[ก-๎]{0,30}|อบต\.[ก-๎]{0,30})?\s*(?:ได้|มี)(?:รับ|ผล|\s)*")
COMPARED_WITH = re.compile(r"(?:เทียบ|เปรียบ|จาก|กว่า|กับ)[^0-9]{0,25}$")
JOINED = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)\s*)?(?:,|และ|หรือ|กับ|/|\s)\s*(?:และ|หรือ)?\s*(?:ข้อ(?:ที่)?|ตัวชี้วัด(?:ที่)?|[0-9]{1,2}[.)])?\s*"
)
BETWEEN_NUMBERS = re.compile(r"\s*(?:คะแนน)?\s*(?:,|และ|กับ|/)?\s*(?:และ)?\s*(?:ร้อยละ)?\s*")
EDGE_OF = re.compile(r"(?:สูง|ต่ำ|มาก|น้อย|ดี)(?:ที่)?สุด(?:ของ|ใน|จาก)?(?:แบบวัด|เครื่องมือ|แบบ|\s)*$")
EDGE_WITHIN = re.compile(r"(?:สูง|ต่ำ|มาก|น้อย|ดี)(?:ที่)?สุด")
EDGE_OF_PARTS = re.compile(r"(?:ข้อ|ตัวชี้วัด)[^0-9\n]{0,25}(?:สูง|ต่ำ|มาก|น้อย|ดี)(?:ที่)?สุด")
""" "คะแนนต่ำสุดของแบบวัด EIT คือ 83.17": not what EIT got."""
OF_OTHERS = re.compile(r"รายข้อ|ทุกข้อ|ข้ออื่น|แต่ละข้อ|ทั้ง\s*[0-9]+\s*ข้อ|รายเครื่องมือ|ทุกตัวชี้วัด|รายตัวชี้วัด|แต่ละตัวชี้วัด")
"""From here on it is no longer about what was named."""
FIGURE_FOLLOWS = re.compile(
    r"(?:\s*\((?:IIT|EIT|OIT)\))?(?:\s|\||ได้รับ|ได้|มี|ผล|คะแนน|เท่ากับ|ร้อยละ|อยู่ที่|การประเมิน|คือ|ซึ่ง|[(:=–-])*"
)
REACH, FAR_REACH = 110, 1000
"""How far on a sentence still is about what was named; farther where words tell of a change or another year."""
