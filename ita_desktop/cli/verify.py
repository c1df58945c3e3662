"""`verify`: is everything in the file what was stored? And are the program's own files what was built?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ita_desktop import paths
from ita_desktop.cli.opening import frameworks, opened
from ita_desktop.cli.parser import Parser
from ita_desktop.domain.errors import AnswerIsNo, WrongUsage


def declare(parser: Parser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", metavar="ไฟล์", nargs="?", type=Path, help="สมุดงานหรือข้อมูลสำรอง .ita")
    what.add_argument("--program", action="store_true", help="ตรวจไฟล์ของโปรแกรมเองแทน")


def do(options: argparse.Namespace) -> int:
    if options.program:
        return _examine_program()
    from ita_desktop.actions.workbook import verify

    verify(options.file, frameworks=frameworks())
    print(f"ไฟล์ {options.file} สมบูรณ์ ข้อมูลทุกรายการตรงกับที่บันทึกไว้")
    for line in _evidence_of(options.file):
        print(line)
    return 0


def _evidence_of(path: Path) -> Iterator[str]:
    """The files beside it, in words; the answer about the workbook itself does not depend on them."""
    from ita_desktop.actions import evidence
    from ita_desktop.delivery.keeping import Standing

    with opened(path, read_only=True) as document:
        named, folder = evidence.files(document), evidence.folder_of(document)
    if not named:
        return
    found = evidence.examine(folder, named)
    yield f"ไฟล์หลักฐาน {len(named)} ไฟล์ ครบถ้วน {len(found.of(Standing.INTACT))} ไฟล์"
    for standing, words in ((Standing.MISSING, "ไม่พบ"), (Standing.CHANGED, "ถูกแก้ไข")):
        for file in found.of(standing):
            yield f"{words}  {file.kept.file}"


def _examine_program() -> int:
    from ita_desktop.delivery.installed import examine

    program = paths.program_folder()
    if program is None:
        raise WrongUsage("โปรแกรมนี้ไม่ได้ติดตั้งจากตัวติดตั้ง จึงไม่มีรายการไฟล์ให้ตรวจ", do="ใช้คำสั่งนี้กับโปรแกรมที่ติดตั้งแล้ว")
    found = examine(program)
    for what, path in found.faults:
        print(f"{what}  {path}")
    if not found.as_built:
        raise AnswerIsNo("ไฟล์ของโปรแกรมไม่ตรงกับที่จัดทำไว้", safe="ข้อมูลงานไม่เสียหาย", do="ติดตั้งโปรแกรมใหม่")
    print(f"ไฟล์ของโปรแกรมทั้ง {found.files} ไฟล์ตรงกับที่จัดทำไว้\nSHA-256 ของรายการ: {found.list_sum}")
    return 0
