"""The words a letter has before anybody wrote others: memo, circular, announcement, order, agenda.

Plain official Thai made from the Year alone, so that no paper is ever empty. A richer draft or the officer's own text
takes their place as soon as the workbook holds one.
"""

from __future__ import annotations

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import AgendaItem, MemoPart, Round, Year
from ita_desktop.domain.scoring import Results
from ita_desktop.papers import wording
from ita_desktop.thai.lists import joined

CLOSING = "จึงเรียนมาเพื่อโปรดพิจารณา"
CLOSING_CIRCULAR = "จึงเรียนมาเพื่อทราบและถือปฏิบัติ"

# -------------------------------------------------------------------------------------------------------- memo


def memo_subject(year: Year) -> str:
    return (
        f"รายงานการวิเคราะห์ผล{wording.ASSESSMENT} (ITA) {wording.fiscal(year.number)} "
        f"และ{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    )


def memo_parts(year: Year, results: Results, evidence: Framework) -> tuple[MemoPart, ...]:
    return (
        MemoPart(heading="เรื่องเดิม", text=wording.lines((_origin(year, results), _requirement(evidence)))),
        MemoPart(heading="ข้อเท็จจริง", text=_facts(year, results)),
        MemoPart(heading="ข้อพิจารณา/ข้อเสนอ", text=_proposal(year)),
    )


def _origin(year: Year, results: Results) -> str:
    announced = wording.announced(year.framework)
    when = f"เมื่อวันที่ {wording.long_date(announced)}" if announced else "แล้ว"
    told = f"ตามที่{wording.NACC_IN_FULL} จัดให้มี{wording.ASSESSMENT_IN_FULL} {wording.fiscal(year.number)}"
    if results.total is None:
        return f"{told} และได้ประกาศผลการประเมิน{when} นั้น"
    level = f" อยู่ใน{wording.level_words(results.level.name)}" if results.level else ""
    return (
        f"{told} และได้ประกาศผลการประเมิน{when} โดย{year.office.name}"
        f"มีผลคะแนนภาพรวม {wording.points(results.total)}{level} นั้น"
    )


def _requirement(evidence: Framework) -> str:
    items = wording.evidence_items(evidence)
    if not items:
        return ""
    return (
        "การวิเคราะห์ผลการประเมินเพื่อกำหนดมาตรการและการรายงานผลตามมาตรการ เป็นข้อมูลที่หน่วยงานต้องเปิดเผย"
        f"ตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {evidence.year} {items}"
    )


def _facts(year: Year, results: Results) -> str:
    who = wording.writer(year) or year.office.name
    strong = sum(1 for indicator in results.indicators if indicator.group == "strength")
    weak = sum(1 for indicator in results.indicators if indicator.group == "weak")
    found = {
        (True, True): f" พบตัวชี้วัดที่เป็นจุดแข็ง {strong} ตัวชี้วัด และตัวชี้วัดที่ต้องพัฒนา {weak} ตัวชี้วัด",
        (True, False): f" พบว่าตัวชี้วัดทั้ง {strong} ตัวชี้วัดอยู่ในเกณฑ์จุดแข็ง",
        (False, True): f" พบตัวชี้วัดที่ต้องพัฒนา {weak} ตัวชี้วัด",
    }.get((strong > 0, weak > 0), "")
    count = f" จำนวน {len(year.measures)} มาตรการ" if year.measures else ""
    return (
        f"{who}ได้วิเคราะห์ผลการประเมินจำแนกตามเครื่องมือและตัวชี้วัดแล้ว{found} "
        f"จึงจัดทำรายงานการวิเคราะห์ผลการประเมิน{wording.fiscal(year.number)} "
        f"และ{wording.MEASURES} {wording.fiscal(year.measures_year)}{count} "
        "โดยกำหนดวิธีดำเนินการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผลไว้แล้ว รายละเอียดปรากฏตามเอกสารที่เสนอมาพร้อมนี้"
    )


def _proposal(year: Year) -> str:
    rounds = rounds_in_words(year.rounds)
    report = f"รายงานผลการดำเนินการ{rounds}" if rounds else "รายงานผลการดำเนินการตามรอบที่กำหนด"
    return wording.lines(
        (
            "เห็นควรดำเนินการ ดังนี้",
            "1. เห็นชอบรายงานการวิเคราะห์ผลการประเมินและมาตรการที่เสนอ",
            "2. แจ้งเวียนทุกส่วนราชการเพื่อทราบและดำเนินการในส่วนที่เกี่ยวข้อง",
            f"3. เผยแพร่รายงานและมาตรการบนเว็บไซต์หลักของ{year.office.name} {wording.website(year.office)}".rstrip(),
            f"4. ให้ผู้รับผิดชอบแต่ละมาตรการ{report}",
        )
    )


def rounds_in_words(rounds: tuple[Round, ...]) -> str:
    """`รอบ 6 เดือน ภายใน 31 มีนาคม 2569 และรอบ 12 เดือน ภายใน …`"""
    return joined(f"{round.name} ภายใน {wording.long_date(round.due)}" if round.due else round.name for round in rounds)


# ---------------------------------------------------------------------------------------------------- circular


def circular_to(year: Year) -> str:
    if not year.office.divisions:
        return "หัวหน้าส่วนราชการทุกส่วนราชการ"
    return joined(wording.head_of_division(name) or name for name in year.office.divisions)


def circular_subject(year: Year) -> str:
    return f"แจ้งเวียน{wording.MEASURES} {wording.fiscal(year.measures_year)}"


def circular_parts(year: Year) -> tuple[str, ...]:
    rounds = rounds_in_words(year.rounds)
    return (
        (
            f"ด้วย{year.office.name}ได้วิเคราะห์ผล{wording.ASSESSMENT_IN_FULL} {wording.fiscal(year.number)} "
            f"และกำหนด{wording.MEASURES} {wording.fiscal(year.measures_year)} เพื่อแก้ไขข้อบกพร่อง"
            "และรักษามาตรฐานการดำเนินงานของทุกส่วนราชการ"
        ),
        "จึงขอให้ส่วนราชการดำเนินการตามมาตรการในความรับผิดชอบตามตารางท้ายบันทึกนี้ และแจ้งบุคลากรในสังกัดทราบโดยทั่วกัน",
        f"ทั้งนี้ ให้รายงานผลการดำเนินการ ปัญหาอุปสรรค พร้อมหลักฐาน {rounds}"
        if rounds
        else "ทั้งนี้ ให้รายงานผลการดำเนินการ ปัญหาอุปสรรค พร้อมหลักฐาน ตามรอบที่กำหนด",
    )


# ------------------------------------------------------------------------------------------------ announcement


def announcement_subject(year: Year) -> str:
    return f"{wording.MEASURES} {wording.fiscal(year.measures_year)}"


def announcement_parts(year: Year) -> tuple[str, ...]:
    count = f" จำนวน {len(year.measures)} มาตรการ" if year.measures else ""
    return (
        (
            f"เพื่อให้การบริหารราชการของ{year.office.name}เป็นไปด้วยความสุจริต โปร่งใส ตรวจสอบได้ "
            f"และนำผล{wording.ASSESSMENT_IN_FULL} {wording.fiscal(year.number)} มาพัฒนาการปฏิบัติงานและการให้บริการประชาชน "
            "อย่างต่อเนื่อง"
        ),
        (
            f"{year.office.name}จึงกำหนด{wording.MEASURES} {wording.fiscal(year.measures_year)}{count} "
            "ตามบัญชีแนบท้ายประกาศนี้ และให้ทุกส่วนราชการถือปฏิบัติ กำกับติดตาม และรายงานผลตามระยะเวลาที่กำหนด"
        ),
        "จึงประกาศให้ทราบโดยทั่วกัน",
    )


# ------------------------------------------------------------------------------------------------------- order


def order_subject(year: Year) -> str:
    return f"แต่งตั้งคณะทำงาน{wording.ASSESSMENT} (ITA) ของ{year.office.name}"


def order_whereas(year: Year) -> str:
    return (
        f"เพื่อให้การดำเนินงานด้าน{wording.ASSESSMENT_IN_FULL} ของ{year.office.name} "
        "การวิเคราะห์ผลการประเมิน และการขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใส "
        "เป็นไปด้วยความเรียบร้อยและมีผู้รับผิดชอบชัดเจน "
        "จึงแต่งตั้งคณะทำงาน ประกอบด้วยบุคคลดังต่อไปนี้"
    )


ORDER_DUTIES = (
    "วิเคราะห์ผลการประเมินเพื่อหาจุดแข็ง จุดอ่อน และประเด็นที่ต้องพัฒนา",
    "จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน พร้อมผู้รับผิดชอบ ระยะเวลา และวิธีติดตามผล",
    "รวบรวมและเผยแพร่ข้อมูลตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ให้ครบถ้วนภายในกำหนด",
    "ติดตามและรายงานผลการดำเนินการตามมาตรการต่อผู้บริหารตามรอบที่กำหนด",
)

# ------------------------------------------------------------------------------------------------------ agenda


def agenda_items(year: Year) -> tuple[AgendaItem, ...]:
    assessed, planned = wording.fiscal(year.number), wording.fiscal(year.measures_year)
    return (
        AgendaItem(
            number="1",
            title="เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
            points=(f"ผลการประเมิน ITA {assessed} ของ{year.office.name}",),
        ),
        AgendaItem(number="2", title="เรื่องรับรองรายงานการประชุม"),
        AgendaItem(
            number="3",
            title="เรื่องเสนอเพื่อพิจารณา",
            points=(f"การวิเคราะห์ผลการประเมิน ITA {assessed}", f"(ร่าง) {wording.MEASURES} {planned}"),
        ),
        AgendaItem(number="4", title="เรื่องอื่น ๆ (ถ้ามี)"),
    )
