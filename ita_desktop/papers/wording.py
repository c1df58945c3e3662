"""Small official Thai: scores, changes, lists, periods, the names of things and posts.

Everything here writes Arabic digits; the renderer turns them into Thai digits where the paper asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ita_desktop.domain.framework import Framework, Item, Tool
from ita_desktop.domain.records import FollowUpState, Measure, Office, Year
from ita_desktop.domain.scoring import half_up, score_text, signed_text
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.thai.lists import gap_before, joined
from ita_desktop.thai.periods import Period, thai_period

UNKNOWN = "ไม่มีข้อมูล"
ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
ASSESSMENT_IN_FULL = f"{ASSESSMENT} (Integrity and Transparency Assessment: ITA)"
NACC = "สำนักงาน ป.ป.ช."
NACC_IN_FULL = f"สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ ({NACC})"
MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
GOAL = Decimal(85)
"""The mark that the national master plan against corruption asks of every office."""
FULL = Decimal(100)

_TELEPHONE = re.compile(r"โทร(?=[.\s\d๐-๙]|ศัพท์|สาร|$)")

STATES = {
    FollowUpState.NOT_STARTED: "ยังไม่เริ่มดำเนินการ",
    FollowUpState.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    FollowUpState.DONE: "ดำเนินการแล้วเสร็จ",
    FollowUpState.CANCELLED: "ยกเลิก",
}


# ----------------------------------------------------------------------------------------------------- figures


def score(value: Decimal | None) -> str:
    return UNKNOWN if value is None else score_text(value)


def points(value: Decimal | None) -> str:
    return UNKNOWN if value is None else f"{score_text(value)} คะแนน"


def percent(value: Decimal | None) -> str:
    return UNKNOWN if value is None else f"ร้อยละ {score_text(value)}"


def share(part: int, whole: int) -> str:
    """`66.67`: a part of a count in per cent; nothing has no share."""
    return score_text(half_up(Decimal(100 * part) / whole)) if whole else "-"


def change(value: Decimal | None) -> str:
    """`เพิ่มขึ้น +0.81`, `ลดลง -6.55`, `คงเดิม`."""
    if value is None:
        return UNKNOWN
    rounded = half_up(value)
    if rounded == 0:
        return "คงเดิม"
    return f"{'เพิ่มขึ้น' if rounded > 0 else 'ลดลง'} {signed_text(rounded)}"


def changed_by(value: Decimal) -> str:
    """`เพิ่มขึ้น 0.81 คะแนน` for a running sentence, where the sign would be read twice."""
    rounded = half_up(value)
    if rounded == 0:
        return "คงเดิม"
    return f"{'เพิ่มขึ้น' if rounded > 0 else 'ลดลง'} {points(abs(rounded))}"


def budget(amount: Decimal) -> str:
    return f"งบประมาณ {baht(amount)}" if amount else "ไม่ใช้งบประมาณ"


def baht(amount: Decimal) -> str:
    return f"{amount:,.2f}".removesuffix(".00") + " บาท"


# ------------------------------------------------------------------------------------------------------- dates


def fiscal(year: int) -> str:
    return f"ประจำปีงบประมาณ พ.ศ. {year}"


def long_date(day: date | None) -> str:
    return thai_date(day)


def date_with_era(day: date | None) -> str:
    """`26 มกราคม พ.ศ. 2566`, as orders and announcements are dated; dots to write on while it is not known."""
    return (
        thai_date(day, DateStyle.WITH_ERA)
        if day
        else "......... เดือน .............................. พ.ศ. ............."
    )


def span(start: date | None, end: date | None) -> str:
    return thai_period(Period(start, end))


def period(measure: Measure) -> str:
    """The officer's own words for the time where there are some, else the dates."""
    planned = measure.period_text or span(measure.start, measure.end)
    if measure.revised_end is None:
        return planned
    return f"{planned} (ขยายเวลาถึง {long_date(measure.revised_end)})".strip()


def acting_for(post: str) -> str:
    """`ปฏิบัติราชการแทนนายกเทศมนตรี`: a form asks for whom one acts, and a bare second post would read as one's own."""
    post = post.strip()
    return post if not post or "แทน" in post or post.startswith("ปฏิบัติหน้าที่") else f"ปฏิบัติราชการแทน{post}"


# ----------------------------------------------------------------------------------------- names of the rules


def indicator_name(framework: Framework, number: int) -> str:
    indicator = framework.indicator(number)
    return f"ตัวชี้วัดที่ {number} {indicator.name}" if indicator else f"ตัวชี้วัดที่ {number}"


def item_name(framework: Framework, code: str) -> str:
    item = framework.item(code)
    return f"ข้อ {code} {item.title}" if item and item.title else f"ข้อ {code}"


def announced(framework: Framework) -> date | None:
    """The day of the announcement, where a source confirmed it; a signed paper does not guess."""
    return None if "announced" in framework.unconfirmed else framework.announced


def tool_name(tool: Tool) -> str:
    return f"{tool.name} ({tool.english}: {tool.code})" if tool.english else f"{tool.name} ({tool.code})"


def tool_short(tool: Tool) -> str:
    return f"{tool.name} ({tool.code})"


def in_charge_of(framework: Framework, code: str) -> str:
    """What a member of the working group answers for: an indicator `9`, a sub-indicator `9.1` or an item `o12`."""
    if code.isdigit():
        return indicator_name(framework, int(code))
    sub = next((sub for sub in framework.sub_indicators if sub.code == code), None)
    if sub:
        return f"ตัวชี้วัดย่อยที่ {code} {sub.name}".rstrip()
    return item_name(framework, code) if framework.item(code) else code


def evidence_item(framework: Framework, code: str) -> str:
    """`ตัวชี้วัดที่ 10 … ตัวชี้วัดย่อยที่ 10.2 … ข้อ o27 …`: where in the rules an item stands."""
    item: Item | None = framework.item(code)
    if item is None:
        return f"ข้อ {code}" if code else ""
    parts = [indicator_name(framework, item.indicator)]
    if item.sub:
        parts.append(in_charge_of(framework, item.sub))
    return " ".join([*parts, item_name(framework, code)])


def evidence_items(framework: Framework) -> str:
    """The items that the measures and their follow-up serve, in one breath."""
    first, second = framework.measures_item, framework.followup_item
    if not first or not second:
        return evidence_item(framework, first or second)
    return f"{evidence_item(framework, first)} และ{item_name(framework, second)}"


def level_words(level: str) -> str:
    """`ระดับ A`, but `ระดับผ่านดี`: a letter stands apart."""
    return f"ระดับ{gap_before(level)}{level}" if level else UNKNOWN


# ------------------------------------------------------------------------------------------------- the office

_KINDS = (
    ("องค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนจังหวัด", "ปลัดองค์การบริหารส่วนจังหวัด"),
    ("องค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบล", "ปลัดองค์การบริหารส่วนตำบล"),
    ("เทศบาล", "นายกเทศมนตรี", "ปลัดเทศบาล"),
)


def writer(year: Year) -> str:
    """The division that wrote the memo, as a sentence names it: the memo's head gives its telephone as well."""
    return _TELEPHONE.split(year.memo.division)[0].strip() if year.memo else ""


def head_of(office: Office) -> str:
    """The post of the head: `นายกเทศมนตรีตำบลตัวอย่าง` of `เทศบาลตำบลตัวอย่าง`."""
    return next((head + office.name.removeprefix(kind) for kind, head, _ in _KINDS if office.name.startswith(kind)), "")


_LED_BY_A_HEAD = ("สำนักปลัด", "หน่วย", "ฝ่าย", "งาน", "กลุ่ม")
_LED_BY_A_DIRECTOR = ("กอง", "สำนัก", "ศูนย์", "โรงเรียน")


def head_of_division(name: str) -> str:
    """`ผู้อำนวยการกองคลัง`, `หัวหน้าสำนักปลัดเทศบาล`; nothing of what is no division, such as a post."""
    if name.startswith(_LED_BY_A_HEAD):
        return f"หัวหน้า{name}"
    return f"ผู้อำนวยการ{name}" if name.startswith(_LED_BY_A_DIRECTOR) else ""


def clerk_of(office: Office) -> str:
    """The post of the permanent secretary: `ปลัดเทศบาลตำบลตัวอย่าง`."""
    return next(
        (clerk + office.name.removeprefix(kind) for kind, _, clerk in _KINDS if office.name.startswith(kind)), ""
    )


def place(office: Office) -> str:
    parts = (("อำเภอ", "เขต", office.district), ("จังหวัด", "กรุงเทพ", office.province))
    return " ".join(
        name if name.startswith((prefix, other)) else f"{prefix}{name}" for prefix, other, name in parts if name
    )


def website(office: Office) -> str:
    """As a link is printed: whole, so that it can be clicked and typed again."""
    address = office.website.strip()
    return address if not address or "://" in address else f"https://{address}"


def about_the_year(year: Year) -> str:
    """`ประจำปีงบประมาณ พ.ศ. 2568 ของเทศบาลตำบลตัวอย่าง`"""
    return f"{fiscal(year.number)} ของ{year.office.name}"


def owners(measure: Measure) -> str:
    return joined(measure.owners)


def lines(parts: Sequence[str]) -> str:
    return "\n".join(part for part in parts if part)
