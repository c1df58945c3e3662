"""What is typed, as a value; what cannot be meant, as a reason in the officer's words."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from ita_desktop.domain.errors import ItaError
from ita_desktop.thai.dates import ERA, DateProblem, DateStyle, read_date, thai_date
from ita_desktop.thai.digits import NumberProblem, read_number

_BEFORE_A_YEAR = re.compile(r"^(?:ปี|งบประมาณ|พ\s*\.?\s*ศ\s*\.?|\s)+")


def score(text: str) -> Decimal | None:
    number = _number(text)
    if number is not None and not 0 <= number <= 100:
        raise ItaError(f"“{text.strip()}” ไม่ใช่คะแนน", do="คะแนนอยู่ระหว่าง 0 ถึง 100")
    return number


def percent(text: str) -> int | None:
    number = _number(text)
    if number is None:
        return None
    if not 0 <= number <= 100 or number != int(number):
        raise ItaError(f"“{text.strip()}” ไม่ใช่ร้อยละของความก้าวหน้า", do="พิมพ์จำนวนเต็ม 0 ถึง 100")
    return int(number)


def money(text: str) -> Decimal | None:
    number = _number(text)
    if number is not None and number < 0:
        raise ItaError(f"“{text.strip()}” ไม่ใช่จำนวนเงิน", do="พิมพ์จำนวนเงินเป็นบาท")
    return number


def count(text: str) -> int:
    number = _number(text) or Decimal(0)
    if number < 0 or number != int(number):
        raise ItaError(f"“{text.strip()}” ไม่ใช่จำนวนคน", do="พิมพ์จำนวนเต็ม")
    return int(number)


def day(text: str) -> datetime.date | None:
    if not text.strip():
        return None
    try:
        return read_date(text)
    except DateProblem as trouble:
        raise ItaError(trouble.reason) from trouble


def year(text: str) -> int:
    """A fiscal year as typed: 2568, ๒๕๖๘, 68 or พ.ศ. 2568."""
    typed = text.strip()
    try:
        number = read_number(_BEFORE_A_YEAR.sub("", typed))
    except NumberProblem:
        number = None
    if number is not None and 0 <= number < 100:
        number += 2500
    if number is not None and number == int(number):
        if 2550 <= number <= 2650:
            return int(number)
        if 2550 <= number + ERA <= 2650:
            raise ItaError(f"“{typed}” เป็นปี ค.ศ.", do=f"พิมพ์ปี พ.ศ. คือ {int(number) + ERA}")
    raise ItaError(f"“{typed}” ไม่ใช่ปีงบประมาณ", do="พิมพ์ปี พ.ศ. เช่น 2568")


def link(text: str) -> str:
    """An address on the web; what is typed without its beginning gets one."""
    found = text.strip()
    if found and not found.lower().startswith(("http://", "https://")):
        if " " in found or "." not in found:
            raise ItaError(f"“{found}” ไม่ใช่ลิงก์", do="คัดลอกที่อยู่จากช่องด้านบนของเว็บเบราว์เซอร์ ขึ้นต้นด้วย https://")
        return f"https://{found}"
    return found


def day_text(value: datetime.date | None) -> str:
    return thai_date(value, DateStyle.SHORT_LONG_YEAR)


def money_text(value: object) -> str:
    if not isinstance(value, Decimal):
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def _number(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except NumberProblem as trouble:
        raise ItaError(trouble.reason) from trouble


def year_or_nothing(text: str) -> int | None:
    return year(text) if text.strip() else None


def year_text(value: int | None) -> str:
    return str(value or "")
