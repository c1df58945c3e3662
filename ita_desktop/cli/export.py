"""`export`: papers as PDF or Word, the data document, the whole workbook as a sheet, the pack for the website."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from ita_desktop import paths
from ita_desktop.cli.opening import opened, year_of
from ita_desktop.cli.parser import Parser
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.papers.blocks import Digits
from ita_desktop.papers.registry import PAPERS, file_name

_FORMATS = {"pack": ("pdf",), "data": ("json",), "workbook": ("xlsx",)} | {
    name: kind.formats for name, kind in PAPERS.items()
}


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    parser.add_argument("--what", choices=list(_FORMATS), required=True, metavar="เอกสาร", help=_papers())
    parser.add_argument("--as", dest="format", choices=("pdf", "docx", "xlsx", "json"), metavar="ชนิด")
    parser.add_argument("--to", type=str, required=True, metavar="ที่เก็บ", help="โฟลเดอร์หรือชื่อไฟล์")
    parser.add_argument("--digits", choices=[digits.value for digits in Digits], default=Digits.THAI.value)
    parser.add_argument("--preset", default="", metavar="ชุด", help="รูปแบบรายงาน เช่น by-item, short")


def _papers() -> str:
    listed = [f"{name} ({kind.title})" for name, kind in PAPERS.items()]
    return ", ".join([*listed, "pack (ชุดเผยแพร่)", "data (ข้อมูลทั้งไฟล์)", "workbook (ตาราง Excel)"])


def do(options: argparse.Namespace) -> int:
    format = options.format or _FORMATS[options.what][0]
    if format not in _FORMATS[options.what]:
        raise WrongUsage(
            f"ส่งออก {options.what} เป็น {format} ไม่ได้", do=f"เลือก --as {' หรือ '.join(_FORMATS[options.what])}"
        )
    with opened(options.file, read_only=True) as document:
        year = year_of(document, options.year)
        today = datetime.now().astimezone().date()
        if options.what == "data":
            from ita_desktop.actions.workbook import export_data

            target = _target(options.to, f"ita-{year.number}-data.json")
            export_data(document, target)
        elif options.what == "workbook":
            from ita_desktop.actions.sheets_out import export_workbook

            target = _target(options.to, f"ita-{year.number}-workbook.xlsx")
            export_workbook(document, target)
        else:
            from ita_desktop.actions.papers import deliver_pack, deliver_paper, paper_options

            chosen = paper_options(document, digits=Digits(options.digits), preset=options.preset, today=today)
            if options.what == "pack":
                target = deliver_pack(year, Path(options.to), chosen, fonts=paths.FONTS)
            else:
                target = _target(options.to, file_name(year, options.what, format))
                deliver_paper(year, options.what, target, chosen, fonts=paths.FONTS, format=format)
    print(f"ส่งออกแล้วที่ {target}")
    return 0


def _target(to: str, name: str) -> Path:
    """A folder, there or to be made, gets the usual name; anything with an ending is a file's name."""
    path = Path(to)
    return path / name if path.is_dir() or to.endswith(("/", "\\")) or not path.suffix else path
