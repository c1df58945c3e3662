"""The command line: every capability without a window. Nothing here may need a display or load Qt.

Each command is a module of this room with `declare` (its arguments) and `do`; it is loaded when it is called.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop import __version__
from ita_desktop.domain.errors import WrongUsage

PROGRAM = "ita-desktop"


@dataclass(frozen=True)
class Command:
    name: str
    does: str
    example: str
    module: str


_ALL = (
    Command("sample", "สร้างสมุดงานตัวอย่างของหน่วยงานสมมติ ครบสามปี", "sample ตัวอย่าง.ita", "sample"),
    Command("new", "สร้างสมุดงานใหม่", 'new งาน.ita --office "เทศบาลตำบลตัวอย่าง"', "new"),
    Command("import", "นำเข้าตารางจาก Excel, Word หรือ CSV", "import งาน.ita คะแนน.xlsx --year 2568", "sheets"),
    Command("show", "แสดงคะแนนรวม ระดับ อันดับ และจุดแข็งจุดอ่อน", "show งาน.ita --year 2568", "show"),
    Command("draft", "ร่างข้อค้นพบและมาตรการจากคะแนน", "draft งาน.ita --year 2568", "draft"),
    Command("check", "ตรวจทานความถูกต้องและความครบถ้วน", "check งาน.ita --year 2568", "check"),
    Command("framework", "ดู ส่งออก หรือนำเข้าหลักเกณฑ์รายปี", "framework งาน.ita --year 2568", "framework"),
    Command(
        "export",
        "ส่งออกเอกสาร",
        "export งาน.ita --year 2568 --what memo --as pdf --to บันทึกข้อความ.pdf",
        "export",
    ),
    Command("verify", "ตรวจว่าสมุดงานไม่เสียหาย", "verify งาน.ita", "verify"),
    Command("backup", "สำรองสมุดงาน", "backup งาน.ita --to E:/สำรอง", "backup"),
    Command("restore", "คืนสมุดงานจากข้อมูลสำรอง", "restore สำรอง.ita --to งาน.ita", "restore"),
)
COMMANDS = {command.name: command for command in _ALL}


def run(arguments: Sequence[str]) -> int:
    """Does one command and returns its exit code; what cannot be done is raised as an `ItaError`."""
    name = arguments[0]
    if name in ("-h", "--help"):
        print(_help())
        return 0
    if name == "--version":
        print(f"{PROGRAM} {__version__}")
        return 0
    if name not in COMMANDS:
        raise WrongUsage(f"ไม่รู้จักคำสั่ง {name}", do=f"ดูคำสั่งทั้งหมดด้วย {PROGRAM} --help")
    command = COMMANDS[name]
    module = importlib.import_module(f"ita_desktop.cli.{command.module}")
    from ita_desktop.cli.parser import Parser

    parser = Parser(prog=f"{PROGRAM} {name}", does=command.does, example=f"{PROGRAM} {command.example}")
    module.declare(parser)
    if {"-h", "--help"} & set(arguments):
        print(parser.format_help())
        return 0
    code: int = module.do(parser.parse_args(arguments[1:]))
    return code


def _help() -> str:
    lines = [
        "ITA Desktop โปรแกรมช่วยงานประเมินคุณธรรมและความโปร่งใส (ITA) ขององค์กรปกครองส่วนท้องถิ่น",
        "",
        f"  {PROGRAM} [ไฟล์]      เปิดหน้าต่างโปรแกรม พร้อมไฟล์ที่ระบุหรือไฟล์ล่าสุด",
        f"  {PROGRAM} --version   แสดงรุ่นของโปรแกรม",
        f"  {PROGRAM} --help      แสดงวิธีใช้นี้",
    ]
    for command in _ALL:
        lines += ["", f"{command.name}   {command.does}", f"    ตัวอย่าง: {PROGRAM} {command.example}"]
    lines += ["", f"ดูรายละเอียดของแต่ละคำสั่งด้วย {PROGRAM} คำสั่ง --help"]
    return "\n".join(lines)
