"""`new`: an empty workbook of an office, or one filled from a data document."""

from __future__ import annotations

import argparse
from pathlib import Path

from ita_desktop.cli.opening import frameworks
from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.workbook("สมุดงานที่จะสร้าง .ita")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--office", metavar="ชื่อ", help="ชื่อหน่วยงาน")
    source.add_argument("--from", dest="data", type=Path, metavar="ข้อมูล.json", help="เอกสารข้อมูลที่ส่งออกไว้")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions import workbook
    from ita_desktop.domain.errors import WrongUsage
    from ita_desktop.domain.records import Office

    if options.data is not None:
        document = workbook.create_from_data(options.file, options.data, frameworks=frameworks())
    else:
        name = options.office.strip()
        if not name:
            raise WrongUsage("ชื่อหน่วยงานว่างอยู่", do='ระบุชื่อ เช่น --office "เทศบาลตำบลตัวอย่าง"')
        document = workbook.create(options.file, Office(name=name), frameworks=frameworks())
    with document:
        print(f"สร้างสมุดงาน {options.file} ของ{document.office.name} แล้ว")
    return 0
