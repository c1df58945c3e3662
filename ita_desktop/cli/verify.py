"""`verify`: is everything in the file what was stored?"""

from __future__ import annotations

import argparse

from ita_desktop.cli.opening import frameworks
from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.workbook("แฟ้มงานหรือแฟ้มสำรอง .ita")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.workbook import verify

    verify(options.file, frameworks=frameworks())
    print(f"แฟ้ม {options.file} สมบูรณ์ ข้อมูลทุกรายการตรงกับที่บันทึกไว้")
    return 0
