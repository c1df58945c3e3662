"""What must not be published: identity numbers, telephone numbers of persons, groups so small that people are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.respondents import DIVISIONS
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.digits import to_arabic

_ID = re.compile(r"(?<![0-9])[1-8](?:[ -]?[0-9]){12}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9/])0(?P<kind>[2-9])(?:[ .-]?[0-9]){7,8}(?![0-9])")
_FEWEST = 5


@rule(
    "identity-number",
    Severity.ERROR,
    Group.PRIVACY,
    title="มีเลขประจำตัวประชาชน",
    bad="ผู้ร้องเรียนเลขประจำตัว 1-2345-67890-12-1",
    good="ผู้ร้องเรียนหนึ่งราย",
    texts=True,
)
def identity_number(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _ID.finditer(prose.arabic):
            digits = re.sub(r"\D", "", match.group())
            if _checks(digits) and not prose.links.touch(*match.span()):
                yield Found(
                    where=prose.at(*match.span()),
                    quote=prose.text[slice(*match.span())],
                    message="เลขประจำตัวประชาชนเป็นข้อมูลส่วนบุคคล ห้ามเผยแพร่",
                )


def _checks(digits: str) -> bool:
    """The thirteenth digit follows from the twelve before it."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits[:12], range(13, 1, -1), strict=True))
    return (11 - weighed % 11) % 10 == int(digits[12])


@rule(
    "telephone-number",
    Severity.WARNING,
    Group.PRIVACY,
    title="มีหมายเลขโทรศัพท์ส่วนบุคคล",
    bad="แจ้งเบาะแสที่นายสมมติ โทร. 081-234-5678",
    good="แจ้งเบาะแสที่สำนักปลัดเทศบาลในเวลาราชการ",
    texts=True,
)
def telephone_number(case: Case) -> Iterator[Found]:
    own = _digits(case.year.office.telephone)
    for prose in case.texts:
        if prose.place.kind == "memo" and prose.place.field == "division":
            continue  # where the regulation wants the office's number
        for match in _PHONE.finditer(prose.arabic):
            number = _digits(match.group())
            if (own and own in number) or number in own or prose.links.touch(*match.span()):
                continue
            mobile = match["kind"] in "689"
            if len(number) != (10 if mobile else 9):
                continue
            yield Found(
                where=prose.at(*match.span()),
                quote=prose.text[slice(*match.span())],
                message="หมายเลขโทรศัพท์มือถือเป็นข้อมูลส่วนบุคคล" if mobile else "ตรวจว่าเป็นหมายเลขของหน่วยงานก่อนเผยแพร่",
                severity=None if mobile else Severity.HINT,
            )


def _digits(text: str) -> str:
    return re.sub(r"\D", "", to_arabic(text))


@rule(
    "few-respondents",
    Severity.WARNING,
    Group.PRIVACY,
    title="กลุ่มผู้ตอบน้อยจนอาจรู้ตัวบุคคล",
    bad="ผู้ตอบ IIT อายุมากกว่า 60 ปี ชาย 1 คน",
    good="ผู้ตอบทุกกลุ่มมีตั้งแต่ 5 คนขึ้นไป หรือไม่มีเลย",
)
def few_respondents(case: Case) -> Iterator[Found]:
    called = {"male": "ชาย", "female": "หญิง", "other": "อื่น ๆ"}
    for row in case.year.respondents:
        few = [(field, count) for field in called if 0 < (count := getattr(row, field)) < _FEWEST]
        if few:
            cells = " ".join(f"{called[field]} {count} คน" for field, count in few)
            yield Found(
                where=Place("respondents", f"{row.tool}/{row.by}/{row.group}", few[0][0]),
                quote=str(few[0][1]),
                message=f"ผู้ตอบ {row.tool} ตาม{DIVISIONS.get(row.by, row.by)} {row.group} มี{cells} ควรรวมกลุ่มก่อนเผยแพร่",
            )
