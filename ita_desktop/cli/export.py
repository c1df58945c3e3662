"""`export`: papers as PDF or Word, the data document, the whole workbook as a sheet, the pack for the website."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from ita_desktop import paths
from ita_desktop.cli.opening import opened, target_of, year_of
from ita_desktop.cli.parser import Parser
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.papers.pack import pack
from ita_desktop.papers.registry import PAPERS, file_name
from ita_desktop.thai.digits import Digits

_WHOLE = ("data", "workbook")
"""All years at once: which one was named matters only for the file's usual name."""
_FOLDERS = ("pack",)
_ENDINGS = ("pdf", "docx", "xlsx", "json")
_FORMATS = {"pack": ("pdf",), "data": ("json",), "workbook": ("xlsx",)} | {
    name: kind.formats for name, kind in PAPERS.items()
}


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    parser.add_argument("--what", choices=list(_FORMATS), required=True, metavar="เอกสาร", help=_papers())
    parser.add_argument("--as", dest="format", choices=_ENDINGS, metavar="ชนิด", help="pdf docx xlsx หรือ json")
    parser.add_argument("--to", type=str, required=True, metavar="ที่เก็บ", help="โฟลเดอร์หรือชื่อไฟล์")
    parser.add_argument("--digits", choices=[digits.value for digits in Digits], help="ไม่ระบุ = ตามที่เลือกไว้ในสมุดงาน")
    parser.add_argument("--preset", default="", metavar="ชุด", help="รูปแบบรายงาน เช่น by-item, short")


def _papers() -> str:
    listed = [f"{name} ({kind.title})" for name, kind in PAPERS.items()]
    return ", ".join([*listed, "pack (ชุดเผยแพร่)", "data (ข้อมูลทั้งไฟล์)", "workbook (ตาราง Excel)"])


def do(options: argparse.Namespace) -> int:
    format = _format(options.what, options.format, options.to)
    lost: tuple[str, ...] = ()
    with opened(options.file, read_only=True) as document:
        if options.what in _WHOLE and not document.years():
            number = options.year  # a workbook without years is still a workbook, and goes out as one
        else:
            number = year_of(document, options.year).number
        if options.what == "data":
            from ita_desktop.actions.workbook import export_data

            target = target_of(options.to, f"ita-{number}-data.json")
            export_data(document, target)
        elif options.what == "workbook":
            from ita_desktop.actions.sheets_out import export_workbook

            target = target_of(options.to, f"ita-{number}-workbook.xlsx")
            export_workbook(document, target)
        else:
            from ita_desktop.actions.papers import deliver_pack, deliver_paper, paper_options
            from ita_desktop.papers.letters import lost_letters

            year = document.year(number)
            digits = Digits(options.digits) if options.digits else None
            today = datetime.now().astimezone().date()
            chosen = paper_options(document, year=number, digits=digits, preset=options.preset, today=today)
            named = [each.paper for each in pack(year, chosen)] if options.what == "pack" else [options.what]
            lost = lost_letters(*(PAPERS[name].make(year, chosen) for name in named)) if format == "pdf" else ()
            if options.what == "pack":
                target = deliver_pack(year, Path(options.to), chosen, fonts=paths.FONTS)
            else:
                target = target_of(options.to, file_name(year, options.what, format))
                deliver_paper(year, options.what, target, chosen, fonts=paths.FONTS, format=format)
    print(f"ส่งออกแล้วที่ {target}")
    for line in lost:
        print(f"คำเตือน {line}")
    return 0


def _format(what: str, asked: str | None, to: str) -> str:
    """What was asked for, else what the file's name says; a Word file is never sent out under the name of a PDF."""
    known = _FORMATS[what]
    ending = Path(to).suffix.lower().removeprefix(".")
    named = ending if ending in _ENDINGS and what not in _FOLDERS else None
    format = asked or named or known[0]
    if format not in known:
        raise WrongUsage(f"ส่งออก {what} เป็น {format} ไม่ได้", do=f"เลือก --as {' หรือ '.join(known)}")
    if named not in (None, format):
        raise WrongUsage(f"ชื่อไฟล์ลงท้ายด้วย .{ending} แต่เลือก --as {format}", do=f"ตั้งชื่อไฟล์ให้ลงท้ายด้วย .{format}")
    return format
