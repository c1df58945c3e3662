"""`framework`: the rules of a year: shown, written to a file, or taken from one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ita_desktop.cli.opening import frameworks, opened, target_of
from ita_desktop.cli.parser import Parser
from ita_desktop.domain.framework import Confidence, Framework


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--export", metavar="ไฟล์.toml", help="ส่งออกหลักเกณฑ์เป็นไฟล์ หรือลงในโฟลเดอร์")
    way.add_argument("--import", dest="source", type=Path, metavar="ไฟล์.toml", help="นำเข้าหลักเกณฑ์จากไฟล์")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.frameworks import export_framework, framework_of, import_framework

    shipped = frameworks()
    with opened(options.file, read_only=options.source is None) as document:
        if options.source is not None:
            taken = import_framework(document, options.source, options.year, frameworks=shipped)
            print(f"นำเข้าหลักเกณฑ์ปี {taken.year} แล้ว มี {len(taken.items)} ข้อ")
            return 0
        rules = framework_of(document, options.year, frameworks=shipped)
    if options.export is not None:
        target = target_of(options.export, f"ita-{rules.year}-framework.toml")
        export_framework(rules, target)
        print(f"ส่งออกแล้วที่ {target}")
    else:
        print("\n".join(_told(rules)))
    return 0


def _told(rules: Framework) -> Iterator[str]:
    yield f"หลักเกณฑ์ปีงบประมาณ พ.ศ. {rules.year}{' (หน่วยงานแก้ไขแล้ว)' if rules.corrected else ''}"
    for tool in rules.tools:
        yield ""
        yield f"{tool.code} {tool.name} น้ำหนักร้อยละ {tool.weight}"
        for indicator in rules.indicators_of(tool.code):
            yield f"  ตัวชี้วัดที่ {indicator.number} {indicator.name}"
            for item in rules.items_of(indicator.number):
                yield f"    {item.code}  {item.title}{_doubt(item.confidence)}"
    yield ""
    yield "ระดับผลการประเมิน"
    for level in rules.levels:
        floor = f" และทุกเครื่องมือตั้งแต่ {level.tools_minimum}" if level.tools_minimum is not None else ""
        yield f"  {level.name}  คะแนนรวมตั้งแต่ {level.minimum}{floor}{_doubt(level.confidence)}"


def _doubt(confidence: Confidence) -> str:
    return "" if confidence is Confidence.SURE else "  (ตรวจสอบกับคู่มือ)"
