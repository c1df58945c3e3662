"""An invented office and three assessed years, rich enough for every paper. Every text in it is unlike any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import (
    Agenda,
    AgendaItem,
    CalendarEntry,
    ChecklistEntry,
    Evidence,
    Finding,
    FindingKind,
    FollowUp,
    FollowUpState,
    Measure,
    Member,
    Memo,
    MemoPart,
    Office,
    Order,
    Remark,
    Reported,
    Respondents,
    Round,
    Signatory,
    Signature,
    Year,
)

FRAMEWORKS = Path(__file__).parent.parent / "resources" / "frameworks"
TODAY = date(2026, 10, 15)

OFFICE = Office(
    name="เทศบาลตำบลตัวอย่าง",
    kind="เทศบาลตำบล",
    district="สมมติ",
    province="ตัวอย่าง",
    divisions=("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองสวัสดิการสังคม"),
    telephone="0 2000 0000",
    website="https://www.tuayang.example",
)


@cache
def _frameworks() -> Frameworks:
    return Frameworks(FRAMEWORKS)


def framework(year: int) -> Framework:
    return _frameworks().for_year(year)


def scores(*values: str) -> dict[int, Decimal]:
    return {number: Decimal(value) for number, value in enumerate(values, 1)}


def empty_year(number: int = 2568) -> Year:
    """What a workbook holds a second after it was made."""
    return Year(number=number, measures_year=number + 1, office=Office(name=OFFICE.name), framework=framework(number))


def year_2566() -> Year:
    return Year(
        number=2566,
        measures_year=2567,
        office=OFFICE,
        framework=framework(2566),
        reported=Reported(total=Decimal("87.61"), level="ผ่านดี"),
        indicator_scores=scores(
            "90.11", "84.52", "88.43", "82.04", "86.75", "85.16", "84.97", "81.38", "93.29", "87.50"
        ),
    )


def year_2567() -> Year:
    return Year(
        number=2567,
        measures_year=2568,
        office=OFFICE,
        framework=framework(2567),
        indicator_scores=scores(
            "92.31", "86.12", "90.03", "84.54", "89.25", "88.36", "87.47", "83.08", "95.59", "90.00"
        ),
        item_scores={"i1": Decimal("91.23"), "e7": Decimal("80.17"), "o27": Decimal(100)},
        previous=year_2566(),
    )


def rich_year() -> Year:
    """2568, with something in every field."""
    return Year(
        number=2568,
        measures_year=2569,
        office=OFFICE,
        framework=framework(2568),
        reported=Reported(total=Decimal("88.55"), level="ผ่าน"),
        indicator_scores=scores(
            "94.68", "88.55", "91.80", "87.16", "88.27", "86.78", "86.07", "83.40", "92.15", "79.90"
        ),
        eit_parts={1: Decimal("86.41"), 2: Decimal("84.42")},
        item_scores=_items(),
        respondents=_respondents(),
        remarks=(
            Remark(item="o6", text="แผนไม่แสดงความก้าวหน้ารายไตรมาส"),
            Remark(item="o27", text="การวิเคราะห์ยังไม่ลงถึงรายข้อ"),
        ),
        findings=_findings(),
        measures=_measures(),
        rounds=(
            Round(id="r1", name="รอบ 6 เดือน", due=date(2026, 3, 31)),
            Round(id="r2", name="รอบ 12 เดือน", due=date(2026, 9, 30)),
        ),
        followups=_followups(),
        checklist=(
            ChecklistEntry(
                item="o1",
                owner="นักทรัพยากรบุคคล",
                due=date(2026, 3, 13),
                link="https://www.tuayang.example/2569/o1",
                state=FollowUpState.DONE,
                note="ปรับปรุงผังแล้ว",
            ),
            ChecklistEntry(item="o6", owner="นักวิชาการเงิน", state=FollowUpState.IN_PROGRESS),
        ),
        calendar=(
            CalendarEntry(
                id="c1",
                title="เปิดระบบตอบแบบวัด IIT",
                start=date(2026, 1, 5),
                end=date(2026, 4, 30),
                owner="งานบุคคล",
            ),
            CalendarEntry(id="c2", title="ส่งข้อมูล OIT", end=date(2026, 4, 27), owner="งานสารสนเทศ"),
            CalendarEntry(id="c3", title="ทบทวนผังงานบริการ"),
        ),
        memo=_memo(),
        order=_order(),
        agenda=Agenda(
            meeting="2/2568",
            date=date(2025, 9, 10),
            time="13:30",
            place="ห้องประชุมชั้น 2 อาคารสำนักงาน",
            items=(
                AgendaItem(number="1", title="เรื่องแจ้งเพื่อทราบ", points=("ผลการประเมินที่ประกาศแล้ว",)),
                AgendaItem(number="2", title="เรื่องพิจารณา", points=("ร่างผลวิเคราะห์", "ร่างบัญชีมาตรการ")),
                AgendaItem(number="3", title="เรื่องอื่น ๆ"),
            ),
        ),
        previous=year_2567(),
    )


def _items() -> dict[str, Decimal]:
    values = {f"i{n}": Decimal(f"9{n % 7}.{n:02}") for n in range(1, 16)}
    values |= {f"e{n}": Decimal(f"8{n % 5}.{40 + n}") for n in range(1, 10)}
    values |= {f"o{n}": Decimal(0 if n in {6, 27} else 100) for n in range(1, 29)}
    return values


def _respondents() -> tuple[Respondents, ...]:
    return (
        Respondents(tool="IIT", by="age", group="20–30 ปี", male=6, female=11),
        Respondents(tool="IIT", by="age", group="31–40 ปี", male=9, female=13, other=1),
        Respondents(tool="IIT", by="education", group="ปริญญาตรี", male=15, female=24, other=1),
        Respondents(tool="EIT", by="age", group="41–50 ปี", male=77, female=81),
        Respondents(tool="EIT", by="visitor", group="บุคคลทั่วไป", male=70, female=73),
        Respondents(tool="EIT", by="visitor", group="องค์กรธุรกิจ", male=7, female=8),
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            id="f1",
            indicator=1,
            items=("i6",),
            topic=1,
            kind=FindingKind.STRENGTH,
            text="บุคลากรเห็นตรงกันว่างานเสร็จตามเวลา",
            advice="ทบทวนคู่มือทุกต้นปี",
        ),
        Finding(
            id="f2",
            indicator=8,
            items=("e7",),
            topic=2,
            kind=FindingKind.FIX,
            text="ประชาชนยังมีส่วนร่วมปรับปรุงบริการน้อย",
            advice="เปิดเวทีรับฟังความเห็นทุกไตรมาส",
        ),
        Finding(
            id="f3",
            items=("o27",),
            topic=7,
            kind=FindingKind.FIX,
            text="บัญชีมาตรการไม่ได้มาจากผลรายข้อ",
            advice="วิเคราะห์ร่วมกับเจ้าของงานทุกข้อ",
        ),
        Finding(
            id="f4",
            indicator=4,
            topic=4,
            kind=FindingKind.IMPROVE,
            text="ผู้ยืมพัสดุบางรายยังไม่รู้แบบฟอร์ม",
            advice="ติดผังการยืมไว้ที่ห้องพัสดุ",
        ),
        Finding(id="f5", indicator=9, kind=FindingKind.KEEP, text="หน้าเว็บไซต์ครบทุกหมวด", advice="ตรวจลิงก์ทุกเดือน"),
    )


def _measures() -> tuple[Measure, ...]:
    return (
        Measure(
            id="m1",
            findings=("f2",),
            indicator=8,
            items=("e7",),
            topic=2,
            title="เวทีรับฟังเสียงประชาชน",
            analysis="ช่องทางรับฟังมีน้อยและไม่ต่อเนื่อง",
            steps=("กำหนดหัวข้อรับฟัง", "จัดเวทีในชุมชน", "สรุปข้อเสนอให้ผู้บริหาร"),
            owners=("สำนักปลัดเทศบาล", "กองสวัสดิการสังคม"),
            start=date(2025, 10, 1),
            end=date(2026, 9, 30),
            followup="รายงานต่อปลัดเทศบาลทุกรอบ",
            budget=Decimal(25000),
        ),
        Measure(
            id="m2",
            findings=("f3",),
            items=("o27",),
            topic=7,
            title="จัดทำบัญชีมาตรการจากผลรายข้อ",
            steps=("1. ประชุมเจ้าของข้อมูล", "2. ยกร่างบัญชี"),
            owners=("กองคลัง",),
            period_text="ภายในไตรมาสแรก",
            followup="ตรวจร่างในที่ประชุมประจำเดือน",
        ),
        Measure(
            id="m3",
            findings=("f4",),
            indicator=4,
            topic=4,
            title="ผังการยืมพัสดุหน้าเดียว",
            steps=("พิมพ์ผังและติดประกาศ",),
            owners=("กองช่าง",),
            end=date(2026, 1, 31),
            revised_end=date(2026, 5, 29),
            followup="นับจำนวนผู้ยืมที่ใช้แบบฟอร์ม",
        ),
        Measure(id="m4", title="อบรมค่านิยมสุจริต", owners=("เจ้าหน้าที่ทุกคน",)),
    )


def _followups() -> tuple[FollowUp, ...]:
    return (
        FollowUp(
            measure="m1",
            round="r1",
            state=FollowUpState.IN_PROGRESS,
            progress=45,
            result="จัดเวทีแล้วสองชุมชน",
            obstacles="ผู้ร่วมเวทีไม่ครบทุกหมู่บ้าน",
            reported=date(2026, 3, 20),
            evidence=(
                Evidence(title="ภาพเวทีชุมชน", link="https://www.tuayang.example/2569/forum"),
                Evidence(title="รายงานการประชุมชุมชน", file="minutes-forum.pdf"),
            ),
        ),
        FollowUp(
            measure="m1",
            round="r2",
            state=FollowUpState.DONE,
            progress=100,
            result="จัดครบทุกชุมชนและสรุปผลแล้ว",
            reported=date(2026, 9, 22),
        ),
        FollowUp(
            measure="m2", round="r1", state=FollowUpState.DONE, result="บัญชีผ่านความเห็นชอบ", reported=date(2026, 3, 19)
        ),
        FollowUp(measure="m3", round="r1", state=FollowUpState.IN_PROGRESS, progress=60, result="พิมพ์ผังแล้ว"),
        FollowUp(measure="m3", round="r2"),
    )


def _memo() -> Memo:
    return Memo(
        division="สำนักปลัดเทศบาล งานนิติการ",
        number="ตย 52001/0263",
        date=date(2025, 9, 15),
        subject="ขออนุมัติรายงานการวิเคราะห์และบัญชีมาตรการ",
        to="นายกเทศมนตรีตำบลตัวอย่าง",
        parts=(
            MemoPart(heading="เรื่องเดิม", text="มีการประกาศผลแล้วเมื่อเดือนที่ผ่านมา"),
            MemoPart(heading="ข้อเท็จจริง", text="งานนิติการวิเคราะห์เสร็จแล้ว\nรายละเอียดแนบมาด้วย"),
            MemoPart(heading="ข้อเสนอ", text="เห็นควร\n1. แจ้งเวียนภายใน\n2. เผยแพร่ภายนอก"),
        ),
        signatures=(
            Signature(name="นายสมมติ ใจดี", position="นิติกรชำนาญการ", date=date(2025, 9, 15)),
            Signature(
                to="ปลัดเทศบาลตำบลตัวอย่าง",
                comments=("- เพื่อโปรดพิจารณา", "- เห็นควรอนุมัติ"),
                name="นางสาวสมมุติ ตั้งใจ",
                position="หัวหน้าสำนักปลัดเทศบาล",
                acting_for="รักษาราชการแทนปลัดเทศบาล",
            ),
            Signature(comments=("- อนุมัติ",), name="นายตัวแทน ประชาราษฎร์", position="นายกเทศมนตรีตำบลตัวอย่าง"),
        ),
    )


def _order() -> Order:
    return Order(
        number="145/2568",
        date=date(2025, 9, 1),
        subject="แต่งตั้งคณะทำงานขับเคลื่อนความโปร่งใส",
        whereas="เพื่อให้งานประเมินมีเจ้าภาพชัดเจน",
        members=(
            Member(name="นางประธาน สุจริต", position="ปลัดเทศบาล", role="หัวหน้าคณะทำงาน"),
            Member(
                name="นายเลขา รอบคอบ",
                position="เจ้าพนักงานธุรการ",
                role="เลขานุการคณะทำงาน",
                charge=("9.1", "o12", "7"),
            ),
        ),
        duties=("รวบรวมหลักฐานทุกข้อ", "รายงานความก้าวหน้าทุกเดือน"),
        effective=date(2025, 9, 8),
        signatory=Signatory(name="นายตัวแทน ประชาราษฎร์", position="นายกเทศมนตรีตำบลตัวอย่าง"),
    )


def many_measures(count: int) -> Year:
    """`count` measures over all indicators, items and topics; the first step of the first is as long as an essay."""
    year = rich_year()
    codes = [item.code for item in year.framework.items]
    measures = tuple(
        Measure(
            id=f"m{n}",
            indicator=n % 10 + 1,
            items=(codes[n % len(codes)],),
            topic=n % 7 + 1,
            title=f"มาตรการลำดับสมมติ {n:03}",
            analysis=f"ข้อสังเกตประกอบ {n:03}",
            steps=(
                ("ดำเนินการตามขั้นตอนอย่างละเอียด " * 125)[:4000] if n == 1 else f"ขั้นแรกของงาน {n:03}",
                f"ขั้นหลังของงาน {n:03}",
            ),
            owners=(OFFICE.divisions[n % 4],),
            start=date(2025, 10, 1),
            end=date(2026, 9, 30),
            followup=f"วิธีติดตาม {n:03}",
        )
        for n in range(1, count + 1)
    )
    return replace(year, findings=(), measures=measures, followups=())


def six_signatures() -> Year:
    year = rich_year()
    chain = tuple(
        Signature(
            to=f"ผู้รับลำดับ {n}",
            comments=(f"- ความเห็นลำดับ {n}",),
            name=f"นางลงนาม ลำดับ{n}",
            position=f"ตำแหน่งลำดับ {n}",
            date=date(2025, 9, 14 + n),
        )
        for n in range(1, 7)
    )
    assert year.memo
    return replace(year, memo=replace(year.memo, signatures=chain))
