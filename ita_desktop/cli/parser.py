"""argparse in Thai, which raises what it refuses instead of ending the program."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.thai.digits import to_arabic


class Parser(argparse.ArgumentParser):
    def __init__(self, *, prog: str, does: str, example: str) -> None:
        super().__init__(prog=prog, description=does, epilog=f"ตัวอย่าง: {example}", add_help=False, allow_abbrev=False)
        self._positionals.title = "สิ่งที่ต้องระบุ"
        self._optionals.title = "ตัวเลือก"

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "วิธีใช้: ", 1)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(_in_thai(message), do=f"ดูวิธีใช้ด้วย {self.prog} --help")

    def workbook(self, says: str = "สมุดงาน .ita") -> None:
        self.add_argument("file", metavar="ไฟล์", type=Path, help=says)

    def year(self) -> None:
        self.add_argument("--year", metavar="ปี", type=_year, required=True, help="ปีงบประมาณที่ประเมิน (พ.ศ.)")

    def json(self) -> None:
        self.add_argument("--json", action="store_true", help="แสดงเป็น JSON")


def _year(typed: str) -> int:
    number = int(to_arabic(typed))
    if not 2500 <= number <= 2699:  # as in the data document
        raise ValueError
    return number


_year.__name__ = "year"  # argparse names it in its refusal

_SAID_IN_THAI = (
    (r"the following arguments are required: (.+)", r"ยังไม่ได้ระบุ \1"),
    (r"one of the arguments (.+) is required", r"ต้องระบุ \1 อย่างใดอย่างหนึ่ง"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"argument (.+?): expected .+", r"\1 ต้องมีค่าตามหลัง"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 ไม่รับค่า \2"),
    (r"argument (.+?): not allowed with argument (.+)", r"ใช้ \1 พร้อมกับ \2 ไม่ได้"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 เป็น \2 ไม่ได้ ต้องเป็น \3"),
    (r"argument --year: invalid year value: (.+)", r"--year \1 ไม่ใช่ปีพุทธศักราช"),
    (r"argument (.+?): invalid .+ value: (.+)", r"\1 เป็น \2 ไม่ได้"),
)


def _in_thai(message: str) -> str:
    for english, thai in _SAID_IN_THAI:
        if found := re.fullmatch(english, message, re.DOTALL):
            return found.expand(thai)
    return "คำสั่งไม่ถูกต้อง"
