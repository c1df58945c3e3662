"""`backup`: a verified copy, in the usual place or in a folder of one's choice."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import paths
from ita_desktop.cli.opening import opened
from ita_desktop.cli.parser import Parser

if TYPE_CHECKING:
    from ita_desktop.storage.document import Document


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.add_argument("--to", type=Path, metavar="โฟลเดอร์", help="ที่เก็บข้อมูลสำรอง ถ้าไม่ระบุจะเก็บในที่ประจำของโปรแกรม")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions import workbook

    now = datetime.now().astimezone()
    with opened(options.file, read_only=True) as document:
        if options.to is not None:
            backup = workbook.back_up_to(document, options.to, now)
        else:
            backup = workbook.back_up(document, paths.backups_folder(), now)
        carried = _with_evidence(document, options.to) if options.to is not None else ""
    print(f"สำรองไฟล์แล้วที่ {backup.path}")
    if carried:
        print(carried)
    return 0


def _with_evidence(document: Document, folder: Path) -> str:
    """Files beside the workbook go along to a folder of one's choice; the usual place is on their own drive."""
    from ita_desktop.actions import evidence

    source = evidence.folder_of(document)
    carried = evidence.carry(evidence.files(document), source, folder / source.name)
    missing = f" ขาด {len(carried.left)} ไฟล์" if carried.left else ""
    return f"ไฟล์หลักฐาน {carried.files} ไฟล์อยู่ที่ {folder / source.name}{missing}" if carried.files or missing else ""
