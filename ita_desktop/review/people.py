"""One person, one post; one order, one number and date; one memo, one number."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.dates import ERA, thai_date
from ita_desktop.thai.digits import in_digits_of, to_arabic, to_thai
from ita_desktop.thai.likeness import likeness, name_key


def _persons(year: Year) -> Iterator[tuple[Place, str, str]]:
    """Everybody named in a place of their own, with the post they have there."""
    if year.memo:
        for number, signature in enumerate(year.memo.signatures):
            yield Place("memo", None, f"signatures[{number}].position"), signature.name, signature.position
    if year.order:
        for number, member in enumerate(year.order.members):
            yield Place("order", None, f"members[{number}].position"), member.name, member.position
        yield Place("order", None, "signatory.position"), year.order.signatory.name, year.order.signatory.position
    for number, person in enumerate(year.office.people):
        yield Place("office", None, f"people[{number}].position"), person.name, person.position


@rule(
    "two-posts",
    Severity.WARNING,
    Group.NAMES,
    title="คนเดียวกันมีสองตำแหน่ง",
    bad="นายสมมติ ใจดี เป็นปลัดเทศบาลในบันทึกข้อความ แต่เป็นผู้อำนวยการกองคลังในคำสั่ง",
    good="นายสมมติ ใจดี เป็นปลัดเทศบาลทั้งในบันทึกข้อความและคำสั่ง",
)
def two_posts(case: Case) -> Iterator[Found]:
    posts: dict[str, str] = {}
    for place, name, position in _persons(case.year):
        if not name.strip() or not position.strip():
            continue
        first = posts.setdefault(name_key(name), position)
        if not _same_post(first, position):
            yield Found(
                where=place,
                quote=position,
                expected=first,
                message=f"{name.strip()} มีตำแหน่ง {first} ในที่อื่น",
            )


def _same_post(one: str, other: str) -> bool:
    """ "ปลัดเทศบาล" is "ปลัดเทศบาลตำบลตัวอย่าง", "นิติกร" is "นิติกรชำนาญการ"."""
    a, b = name_key(one), name_key(other)
    return a.startswith(b) or b.startswith(a) or likeness(one, other) >= 0.9


@rule(
    "name-spelt-twice",
    Severity.WARNING,
    Group.NAMES,
    title="ชื่อบุคคลสะกดไม่เหมือนกัน",
    bad="นายสมมติ ใจดี ในบันทึกข้อความ แต่ นายสมมุติ ใจดี ในคำสั่ง",
    good="นายสมมติ ใจดี ทุกแห่ง",
)
def name_spelt_twice(case: Case) -> Iterator[Found]:
    spelt: list[tuple[str, str]] = []
    for place, name, position in _persons(case.year):
        written = " ".join(name.split())
        if not written:
            continue
        for known, post in spelt:
            if known != written and likeness(known, written) >= 0.88 and _same_post(post, position):
                field = (place.field or "").replace(".position", ".name")
                yield Found(
                    where=Place(place.kind, place.id, field),
                    quote=name,
                    expected=known,
                    fix=known,
                    message=f"ในที่อื่นเขียนว่า {known}",
                )
                break
        spelt.append((written, position))


# ---------------------------------------------------------------------------------------------------- numbers and dates

_ORDER = re.compile(
    r"คำสั่ง(?!กระทรวง|กรม|จังหวัด|อำเภอ|สำนักงาน|คณะกรรมการ)[^\n0-9]{0,60}?ที่\s*(?P<number>[0-9]{1,4}\s?/\s?25[0-9]{2})"
    r"(?:[^\n0-9]{0,90}?(?:ลงวันที่|สั่ง ณ วันที่)\s*(?P<date>[0-9]))?"
)
_MEETING = re.compile(
    r"ประชุม[^\n0-9]{0,70}?ครั้งที่\s*(?P<number>[0-9]{1,3}\s?/\s?25[0-9]{2})(?:[^\n0-9]{0,30}?วันที่\s*(?P<date>[0-9]))?"
)


@rule(
    "order-number-form",
    Severity.ERROR,
    Group.NAMES,
    title="เลขที่คำสั่งไม่เป็นตามแบบ หรือปีไม่ตรงกับวันที่",
    bad="คำสั่งที่ 121/2566 ลงวันที่ 2 ธ.ค. 2567",
    good="คำสั่งที่ 121/2567 ลงวันที่ 2 ธ.ค. 2567",
)
def order_number_form(case: Case) -> Iterator[Found]:
    order = case.year.order
    if order is None or not order.number.strip():
        return
    place = Place("order", None, "number", 0, len(order.number))
    form = re.fullmatch(r"\s*[0-9]+\s*/\s*(25[0-9]{2})\s*", to_arabic(order.number))
    if form is None:
        yield Found(
            where=place,
            quote=order.number,
            message="เลขที่คำสั่งเขียนเป็น เลข/ปี พ.ศ. เช่น 45/2568",
            severity=Severity.WARNING,
        )
    elif order.date and int(form[1]) != order.date.year + ERA:
        written = order.number.rstrip()
        start = len(written) - 4
        right = in_digits_of(written[start:], str(order.date.year + ERA))
        yield Found(
            where=Place("order", None, "number", start, len(written)),
            quote=written[start:],
            expected=right,
            fix=right,
            message=f"คำสั่งลงวันที่ {thai_date(order.date)} เลขที่คำสั่งจึงเป็นของปี {order.date.year + ERA}",
        )


@rule(
    "order-in-text",
    Severity.WARNING,
    Group.NAMES,
    title="เลขที่หรือวันที่ของคำสั่งในข้อความไม่ตรงกับคำสั่ง",
    bad="ตามคำสั่งเทศบาลตำบลตัวอย่าง ที่ 112/2567 เรื่อง แต่งตั้งคณะทำงาน",
    good="ตามคำสั่งเทศบาลตำบลตัวอย่าง ที่ 121/2567 เรื่อง แต่งตั้งคณะทำงาน",
    texts=True,
)
def order_in_text(case: Case) -> Iterator[Found]:
    order = case.year.order
    if order is None:
        return
    for prose in case.texts:
        if "คำสั่ง" in prose.text:
            yield from _numbered(prose, _ORDER, order.number, order.date, "คำสั่ง")


@rule(
    "meeting-in-text",
    Severity.WARNING,
    Group.NAMES,
    title="ครั้งที่หรือวันที่ประชุมในข้อความไม่ตรงกับระเบียบวาระ",
    bad="ที่ประชุมคณะทำงาน ครั้งที่ 5/2568 เมื่อวันที่ 5 กันยายน 2568 เห็นชอบ",
    good="ที่ประชุมคณะทำงาน ครั้งที่ 4/2568 เมื่อวันที่ 5 กันยายน 2568 เห็นชอบ",
    texts=True,
)
def meeting_in_text(case: Case) -> Iterator[Found]:
    agenda = case.year.agenda
    if agenda is None:
        return
    for prose in case.texts:
        if "ครั้งที่" in prose.text and prose.place.kind != "agenda":
            yield from _numbered(prose, _MEETING, agenda.meeting, agenda.date, "การประชุม")


def _numbered(
    prose: Prose, pattern: re.Pattern[str], number: str, day: datetime.date | None, what: str
) -> Iterator[Found]:
    right = re.sub(r"\s", "", to_arabic(number))
    for match in pattern.finditer(prose.arabic):
        said = re.sub(r"\s", "", match["number"])
        if right and said != right and _of_this_cycle(said, right):
            start, end = match.span("number")
            fix = to_thai(number) if prose.text[start] >= "๐" else to_arabic(number)
            yield Found(
                where=prose.at(start, end),
                quote=prose.text[start:end],
                expected=number,
                fix=fix,
                message=f"{what}ของปีนี้คือ {number}",
            )
        dated = next(
            (found for found in prose.dates if match["date"] and found.start <= match.start("date") < found.end), None
        )
        if dated and dated.date and day and dated.date != day and (said == right or not right):
            yield Found(
                where=prose.at(dated.start, dated.end),
                quote=dated.text,
                expected=thai_date(day),
                message=f"{what} {number} ลงวันที่ {thai_date(day)}",
            )


def _of_this_cycle(said: str, right: str) -> bool:
    """The same year, or the same number in another: an order of long ago may well be quoted."""
    (said_number, _, said_year), (number, _, year) = said.partition("/"), right.partition("/")
    return said_number == number or said_year == year


@rule(
    "memo-number-in-text",
    Severity.WARNING,
    Group.NAMES,
    title="เลขที่บันทึกข้อความในข้อความไม่ตรงกับบันทึก",
    bad="ตามบันทึกข้อความ ที่ ตย 52001/236 ลงวันที่ 15 กันยายน 2568",
    good="ตามบันทึกข้อความ ที่ ตย 52001/263 ลงวันที่ 15 กันยายน 2568",
    texts=True,
)
def memo_number_in_text(case: Case) -> Iterator[Found]:
    memo = case.year.memo
    if memo is None or "/" not in memo.number:
        return
    prefix, right = to_arabic(memo.number).rsplit("/", 1)
    pattern = re.compile(rf"{re.escape(prefix)}\s?/\s?(?P<number>[0-9]+)")
    for prose in case.texts:
        for match in pattern.finditer(prose.arabic):
            if match["number"].lstrip("0") != right.strip().lstrip("0"):
                yield Found(
                    where=prose.at(*match.span("number")),
                    quote=prose.text[slice(*match.span("number"))],
                    expected=right.strip(),
                    fix=right.strip(),
                    message=f"บันทึกข้อความฉบับนี้เลขที่ {memo.number}",
                )
