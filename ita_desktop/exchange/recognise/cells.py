"""What single cells say: scores, counts, dates, words. What cannot be meant is told with its reason, never guessed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import FindingKind, FollowUpState
from ita_desktop.domain.scoring import half_up
from ita_desktop.exchange.grid import Value, exact, shown
from ita_desktop.exchange.recognise.words import bare, clean
from ita_desktop.thai.dates import ERA, DateProblem, read_date, thai_date
from ita_desktop.thai.digits import NumberProblem, read_number, to_arabic
from ita_desktop.thai.quoting import quoted


@dataclass(frozen=True, slots=True)
class Note:
    """Something the officer should know about a cell that was read, or the reason why it could not be."""

    severity: Severity
    message: str
    group: str
    fix: str | None = None


class Unreadable(ValueError):
    def __init__(self, message: str, group: str, fix: str | None = None) -> None:
        super().__init__(message)
        self.remark = Note(Severity.ERROR, message, group, fix)


def read_score(value: Value) -> tuple[Decimal | None, Note | None]:
    """A score from 0 to 100 with two decimals at most; None where there is none."""
    number = _number(_out_of_a_hundred(value), "คะแนน")
    if number is None:
        return None, None
    if not 0 <= number <= 100:
        raise Unreadable(f"คะแนน {shown_number(number)} ต้องอยู่ระหว่าง 0 ถึง 100", "score-range", _point_moved(number))
    rounded = half_up(number)
    if rounded != number:
        said = f"คะแนนมีทศนิยมเกินสองตำแหน่ง ใช้ {rounded}"
        return rounded, Note(Severity.HINT, said, "score-rounded")
    return number, None


_PASSED = {"ผ่าน": Decimal(100), "ไม่ผ่าน": Decimal(0), "ได้คะแนน": Decimal(100), "ไม่ได้คะแนน": Decimal(0)}


def read_published(value: Value) -> tuple[Decimal | None, Note | None]:
    """The score of what the office publishes: a figure, or whether it was found to be there."""
    passed = _PASSED.get(value.strip()) if isinstance(value, str) else None
    if passed is None:
        return read_score(value)
    assert isinstance(value, str)
    return passed, Note(Severity.HINT, f"อ่าน {quoted(value.strip())} เป็น {passed} คะแนน", "passed")


_OF_A_HUNDRED = re.compile(r"(.*[0-9])\s*(?:คะแนน\s*)?(?:/|เต็ม|จาก)\s*100(?:\.0+)?(?:\s*คะแนน)?\s*")


def _out_of_a_hundred(value: Value) -> Value:
    """`99.42/100` and `99.42 เต็ม 100` are 99.42."""
    whole = _OF_A_HUNDRED.fullmatch(to_arabic(value)) if isinstance(value, str) else None
    return whole[1] if whole else value


def _point_moved(number: Decimal) -> str | None:
    """946.8 was typed for 94.68 as a rule; a person says yes or no."""
    moved = [candidate for candidate in (number / 10, number / 100) if 10 <= candidate <= 100]
    return shown_number(moved[0]) if number > 100 and moved else None


def shown_number(number: Decimal) -> str:
    return format(number.normalize() if number == number.to_integral_value() else number, "f")


def read_count(value: Value) -> int | None:
    number = _number(value, "จำนวนคน")
    if number is None:
        return None
    if number < 0 or number != number.to_integral_value() or number > 10_000_000:
        raise Unreadable(f"จำนวนคน {shown_number(number)} ต้องเป็นจำนวนเต็มตั้งแต่ 0", "count")
    return int(number)


def read_percent(value: Value) -> int | None:
    number = _number(value, "ความก้าวหน้า")
    if number is None:
        return None
    if not 0 <= number <= 100:
        raise Unreadable(f"ความก้าวหน้า {shown_number(number)} ต้องอยู่ระหว่าง 0 ถึง 100", "progress")
    return int(half_up(number, 0))


def read_amount(value: Value) -> Decimal | None:
    """An amount of money; words such as "ไม่ใช้งบประมาณ" are none."""
    if isinstance(value, str) and bare(value).startswith(("ไม่", "none")):
        return None
    number = _number(value, "งบประมาณ")
    if number is not None and not 0 <= number <= 10**12:
        raise Unreadable(f"งบประมาณ {shown_number(number)} ต้องไม่ติดลบ", "budget")
    return number


def _number(value: Value, what: str) -> Decimal | None:
    match value:
        case None:
            return None
        case bool():
            raise Unreadable(f"{what}ต้องเป็นตัวเลข ไม่ใช่ {shown(value)}", "not-a-number")
        case datetime.date():
            raise Unreadable(
                f"{what}กลายเป็นวันที่ {shown(value)} ไปแล้ว ตั้งรูปแบบเซลล์เป็นตัวเลขแล้วพิมพ์ใหม่", "number-became-date"
            )
        case str():
            try:
                return read_number(clean(value).removeprefix("'"))  # typed to keep a sheet from changing the number
            except NumberProblem as problem:
                raise Unreadable(f"{what} {problem.reason}", "not-a-number") from problem
        case int() | float():
            return exact(value)


def read_day(value: Value) -> tuple[datetime.date | None, Note | None]:
    """A day, typed as text or kept by the sheet as a date, of whichever era."""
    match value:
        case None:
            return None, None
        case datetime.date():
            return day_of_cell(value)
        case str():
            text = clean(value)
            if not text.strip("-–— "):
                return None, None
            try:
                return read_date(text), None
            except DateProblem as problem:
                raise Unreadable(problem.reason, "date") from problem
        case _:
            raise Unreadable(f"{quoted(shown(value))} ไม่ใช่วันที่ พิมพ์เช่น 20 มี.ค. 2566", "date")


def day_of_cell(value: datetime.date) -> tuple[datetime.date, Note | None]:
    """A date as a sheet keeps it. 15/1/2569 typed there is kept as the Common Era year 2569, and 1/10/65 as 1965."""
    day = value.date() if isinstance(value, datetime.datetime) else value
    if day.year >= 2400:
        try:
            meant = day.replace(year=day.year - ERA)
        except ValueError as error:
            raise Unreadable(f"ไม่มีวันที่ {day.day}/{day.month} ในปี พ.ศ. {day.year}", "date") from error
        return meant, Note(Severity.HINT, f"อ่าน {shown(day)} เป็นปี พ.ศ. คือ {thai_date(meant)}", "buddhist-era")
    if 1930 <= day.year < 2000:
        meant_year = 2500 + day.year % 100 - ERA
        fix = thai_date(day.replace(year=meant_year)) if (day.month, day.day) != (2, 29) else None
        raise Unreadable(
            f"เซลล์นี้เก็บเป็นปี ค.ศ. {day.year} ซึ่งน่าจะมาจากการพิมพ์ปีสองหลัก โปรดพิมพ์ปี พ.ศ. สี่หลัก", "two-digit-year", fix
        )
    return day, None


_STATES = {
    FollowUpState.NOT_STARTED: (
        "ยังไม่เริ่ม",
        "ยังไม่เริ่มดำเนินการ",
        "ยังไม่ดำเนินการ",
        "ยังไม่ได้ดำเนินการ",
        "ไม่ได้ดำเนินการ",
        "ไม่ดำเนินการ",
        "รอดำเนินการ",
    ),
    FollowUpState.IN_PROGRESS: (
        "กำลังดำเนินการ",
        "อยู่ระหว่างดำเนินการ",
        "อยู่ระหว่างการดำเนินการ",
        "ระหว่างดำเนินการ",
        "ดำเนินการบางส่วน",
    ),
    FollowUpState.DONE: (
        "แล้วเสร็จ",
        "ดำเนินการแล้ว",
        "ดำเนินการแล้วเสร็จ",
        "ดำเนินการเสร็จสิ้น",
        "ดำเนินการครบถ้วน",
        "เสร็จสิ้น",
        "เสร็จแล้ว",
        "เสร็จ",
        "สำเร็จ",
    ),
    FollowUpState.CANCELLED: ("ยกเลิก", "ยกเลิกแล้ว", "ระงับ"),
}
STATE_WORDS = {bare(word): state for state, words in _STATES.items() for word in words}
STATE_LABELS = {state: words[0] for state, words in _STATES.items()}


def read_state(text: str) -> FollowUpState | None:
    if not text:
        return None
    state = STATE_WORDS.get(bare(text))
    if state is None:
        raise Unreadable(f"ไม่รู้จักสถานะ {quoted(text)} ใช้ {' '.join(STATE_LABELS.values())}", "state")
    return state


_KINDS = {
    FindingKind.STRENGTH: ("จุดแข็ง", "จุดเด่น"),
    FindingKind.KEEP: ("รักษาระดับ", "รักษาไว้", "รักษามาตรฐาน", "ควรรักษา", "ควรรักษาไว้", "ควรรักษาระดับ"),
    FindingKind.IMPROVE: ("ควรพัฒนา", "ต้องพัฒนา", "พัฒนา", "ปรับปรุง", "ควรปรับปรุง", "ต้องปรับปรุง", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น"),
    FindingKind.FIX: ("ต้องแก้ไข", "แก้ไข", "จุดอ่อน", "ข้อบกพร่อง", "ข้อบกพร่องที่ต้องแก้ไข", "ข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน"),
}
_KIND_WORDS = {bare(word): kind for kind, words in _KINDS.items() for word in words}
KIND_LABELS = {kind: words[0] for kind, words in _KINDS.items()}


def read_finding_kind(text: str) -> FindingKind | None:
    if not text:
        return None
    kind = _KIND_WORDS.get(bare(text))
    if kind is None:
        raise Unreadable(f"ไม่รู้จักประเภท {quoted(text)} ใช้ {' '.join(KIND_LABELS.values())}", "finding-kind")
    return kind
