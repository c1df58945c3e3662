"""Names of offices and places: another office's name left over from the file that was copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Office
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.thai.likeness import likeness
from ita_desktop.thai.words import words

_KINDS = ("เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "อบต.", "อบจ.")
_HEADS = ("เทศมนตรีตำบล", "เทศมนตรีเมือง", "เทศมนตรีนคร")
_NAME = re.compile(rf"(?P<kind>{'|'.join(map(re.escape, (*_KINDS, *_HEADS)))})\s?(?P<name>[ก-๎]+)")
_PLACE = re.compile(r"(?<![ก-๎])(?P<kind>อำเภอ|จังหวัด|อ\.|จ\.)\s?(?P<name>[ก-๎]{3,})")
_NO_NAME = re.compile(
    r"(?:ทุก|ทั่วไป|ต่าง|อื่น|แห่ง|และ|หรือ|ที่|ใน|ของ|ได้|มี|จะ|เป็น|ควร|โดย|เพื่อ|กับ|ให้|ต้อง|นี้|นั้น|ดังกล่าว|ข้างเคียง|ใกล้เคียง|เรื่อง"
    r"|เดียวกัน|ละ|ใด|หลาย|ขนาด|สามัญ|ประเภท|เข้า|ร่วม|ตาม|จาก|ซึ่ง|ไป|มา|ขอ|จัด|นำ|ดำเนิน|กำหนด|เปิด|ปฏิบัติ|รับ|ถึง|ต่อ|ฯ|ก็|ยัง|ไม่)"
)
# fmt: off
_ENDS = frozenset({
    "ได้", "มี", "ซึ่ง", "ที่", "ของ", "และ", "หรือ", "โดย", "ประจำ", "ประกอบด้วย", "ประกอบ", "เป็น", "ให้",
    "เพื่อ", "จะ", "ควร", "ต้อง", "ใน", "จาก", "กับ", "ตาม", "นั้น", "ขอ", "จัด", "นำ", "เรื่อง", "ประจำปี",
    "เข้า", "รับ", "ร่วม", "ผล", "ปี", "อำเภอ", "จังหวัด", "ตำบล", "ทุก", "ไม่", "ยัง", "จึง", "แล้ว",
    "ตั้งแต่", "กำหนด", "ดำเนิน", "ดำเนินการ", "พบ", "พบว่า", "ว่า", "ถือ", "ทั้ง",
})
# fmt: on
_GUESTS = re.compile(
    r"(?:ศึกษาดูงาน(?:ที่|ณ)?|ดูงาน(?:ที่|ณ)?|ร่วมกับ|ระหว่าง|เครือข่าย|ประสาน(?:งาน)?(?:กับ)?|ตัวอย่าง(?:จาก|ของ)|เช่น)\s*$"
)


@rule(
    "other-office",
    Severity.ERROR,
    Group.NAMES,
    title="มีชื่อหน่วยงานอื่น",
    bad="คะแนนของเทศบาลตำบลทดลองลดลงจากปีก่อน",
    good="คะแนนของเทศบาลตำบลตัวอย่างลดลงจากปีก่อน",
    texts=True,
)
def other_office(case: Case) -> Iterator[Found]:
    office = case.year.office
    own = bare_name(office.name)
    if not own:
        return
    kinds = _own_kinds(office)
    for prose in case.texts:
        if not any(kind in prose.text for kind in (*_KINDS, *_HEADS)):
            continue
        for match in _NAME.finditer(prose.text):
            yield from _other(prose, match, own, kinds, office)


def bare_name(name: str) -> str:
    """`ตัวอย่าง` of `เทศบาลตำบลตัวอย่าง`."""
    kind = next((kind for kind in _KINDS if name.startswith(kind)), None)
    return name.removeprefix(kind).strip() if kind else ""


def _own_kinds(office: Office) -> tuple[str, ...]:
    """The forms in which this office's kind is written, the full one first."""
    for long, short in (("องค์การบริหารส่วนตำบล", "อบต."), ("องค์การบริหารส่วนจังหวัด", "อบจ.")):
        if office.name.startswith((long, short)):
            return (long, short)
    kind = next((kind for kind in _KINDS if office.name.startswith(kind)), "")
    return (kind, kind.replace("เทศบาล", "เทศมนตรี"))


def _other(prose: Prose, match: re.Match[str], own: str, kinds: tuple[str, ...], office: Office) -> Iterator[Found]:
    kind, rest = match["kind"], match["name"]
    same_kind = kind in kinds
    if (rest.startswith(own) and same_kind) or _NO_NAME.match(rest):
        return
    before = prose.text[max(0, match.start() - 20) : match.start()]
    if _GUESTS.search(before):
        return
    name = _name_in(rest, own)
    if not name:
        return
    start, end = match.start(), match.start("name") + len(name)
    whole = next((own_kind for own_kind in kinds if own_kind.startswith("เทศมนตรี") == kind.startswith("เทศมนตรี")), kind)
    fix = f"{kind if same_kind else whole}{own}"
    near = likeness(name, own) >= 0.8
    yield Found(
        where=prose.at(start, end),
        quote=prose.text[start:end],
        expected=fix,
        fix=fix,
        message=f"หน่วยงานของไฟล์นี้คือ{office.name}"
        + (" ชื่อนี้อาจพิมพ์ผิด" if near and same_kind else " ชื่อนี้อาจติดมาจากเอกสารของหน่วยงานอื่น"),
    )


def _name_in(rest: str, own: str) -> str:
    """Where the name ends in letters that run on: before the first word that no name holds."""
    if rest.startswith(own):
        return own
    name = ""
    for word in words(rest[:40]):
        if name and (word.strip() in _ENDS or _NO_NAME.fullmatch(word.strip())):
            break
        name += word
        if len(name) >= 24:
            break
    return name.strip()


@rule(
    "other-place",
    Severity.WARNING,
    Group.NAMES,
    title="มีชื่ออำเภอหรือจังหวัดอื่น",
    bad="เผยแพร่ให้ประชาชนในพื้นที่ จังหวัดสมมุติบุรี ทราบ",
    good="เผยแพร่ให้ประชาชนในพื้นที่ จังหวัดตัวอย่าง ทราบ",
    texts=True,
)
def other_place(case: Case) -> Iterator[Found]:
    office = case.year.office
    own = {"อำเภอ": office.district.removeprefix("อำเภอ"), "จังหวัด": office.province.removeprefix("จังหวัด")}
    for prose in case.texts:
        for match in _PLACE.finditer(prose.text):
            kind = {"อ.": "อำเภอ", "จ.": "จังหวัด"}.get(match["kind"], match["kind"])
            rest, right = match["name"], own[kind]
            if not right or rest.startswith(right) or _NO_NAME.match(rest) or re.match("ขึ้น|เคลื่อน", rest):
                continue
            name = _name_in(rest, right)
            end = match.start("name") + len(name)
            fix = f"{match['kind']}{right}"
            yield Found(
                where=prose.at(match.start(), end),
                quote=prose.text[match.start() : end],
                expected=fix,
                fix=fix,
                message=f"{office.name}อยู่{kind}{right}",
            )


@rule(
    "office-kind",
    Severity.WARNING,
    Group.NAMES,
    title="ประเภทหน่วยงานไม่ตรงกับชื่อ",
    bad="ชื่อเทศบาลตำบลตัวอย่าง แต่ประเภทเป็นองค์การบริหารส่วนตำบล",
    good="ชื่อเทศบาลตำบลตัวอย่าง ประเภทเทศบาลตำบล",
)
def office_kind(case: Case) -> Iterator[Found]:
    office = case.year.office
    named = next((kind for kind in _KINDS if office.name.startswith(kind)), "")
    if office.kind in _KINDS and named and named != office.kind and not {named, office.kind} <= set(_own_kinds(office)):
        yield Found(
            where=Place("office", None, "kind"),
            quote=office.kind,
            expected=named,
            fix=named,
            message=f"หน่วยงานชื่อ{office.name} แต่ระบุประเภทเป็น{office.kind}",
        )
