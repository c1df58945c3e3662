"""The command line: every capability without a window. Nothing here may need a display or load Qt."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from ita_desktop import __version__
from ita_desktop.domain.errors import WrongUsage

PROGRAM = "ita-desktop"


@dataclass(frozen=True)
class Command:
    name: str
    does: str
    example: str
    declare: Callable[[argparse.ArgumentParser], object]
    do: Callable[[argparse.Namespace], int]


_COMMANDS: tuple[Command, ...] = ()
COMMANDS = {command.name: command for command in _COMMANDS}


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
    parser = _Parser(command)
    if {"-h", "--help"} & set(arguments):
        print(parser.format_help())
        return 0
    return command.do(parser.parse_args(arguments[1:]))


def _help() -> str:
    lines = [
        "ITA Desktop โปรแกรมช่วยงานประเมินคุณธรรมและความโปร่งใส (ITA) ขององค์กรปกครองส่วนท้องถิ่น",
        "",
        f"  {PROGRAM} [แฟ้ม]      เปิดหน้าต่างโปรแกรม พร้อมแฟ้มที่ระบุหรือแฟ้มล่าสุด",
        f"  {PROGRAM} --version   แสดงรุ่นของโปรแกรม",
        f"  {PROGRAM} --help      แสดงวิธีใช้นี้",
    ]
    for command in _COMMANDS:
        lines += ["", f"{command.name}   {command.does}", f"    ตัวอย่าง: {PROGRAM} {command.example}"]
    if _COMMANDS:
        lines += ["", f"ดูรายละเอียดของแต่ละคำสั่งด้วย {PROGRAM} คำสั่ง --help"]
    return "\n".join(lines)


class _Parser(argparse.ArgumentParser):
    """argparse in Thai, which raises what it refuses instead of ending the program."""

    def __init__(self, command: Command) -> None:
        super().__init__(
            prog=f"{PROGRAM} {command.name}",
            description=command.does,
            epilog=f"ตัวอย่าง: {PROGRAM} {command.example}",
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "สิ่งที่ต้องระบุ"
        self._optionals.title = "ตัวเลือก"
        command.declare(self)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "วิธีใช้: ", 1)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(_in_thai(message), do=f"ดูวิธีใช้ด้วย {self.prog} --help")


_SAID_IN_THAI = (
    (r"the following arguments are required: (.+)", r"ยังไม่ได้ระบุ \1"),
    (r"one of the arguments (.+) is required", r"ต้องระบุ \1 อย่างใดอย่างหนึ่ง"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"argument (.+?): expected .+", r"\1 ต้องมีค่าตามหลัง"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 ไม่รับค่า \2"),
    (r"argument (.+?): not allowed with argument (.+)", r"ใช้ \1 พร้อมกับ \2 ไม่ได้"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 เป็น \2 ไม่ได้ ต้องเป็น \3"),
    (r"argument (.+?): invalid .+ value: (.+)", r"\1 เป็น \2 ไม่ได้"),
)


def _in_thai(message: str) -> str:
    for english, thai in _SAID_IN_THAI:
        if found := re.fullmatch(english, message, re.DOTALL):
            return found.expand(thai)
    return "คำสั่งไม่ถูกต้อง"
