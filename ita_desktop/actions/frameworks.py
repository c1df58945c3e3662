"""The rules of a year in an office's hands: corrected, shared with the office next door, put back as shipped.

Corrections are kept in the workbook, whole, under the name of the rules; the shipped files never change.
"""

from __future__ import annotations

from pathlib import Path

from ita_desktop.actions.sent_files import text_of
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_file import read_framework
from ita_desktop.domain.framework_writer import write_framework
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.storage.document import Document
from ita_desktop.storage.years import FRAMEWORK_SHELF


def framework_of(document: Document, number: int, *, frameworks: Frameworks) -> Framework:
    """The rules by which a year goes here, also of a year that the workbook does not have yet."""
    if number in document.years():
        return document.year(number).framework
    own = document.shelf(FRAMEWORK_SHELF).get(str(number))
    return read_framework(str(own), name=str(number), base=frameworks.get) if own else frameworks.for_year(number)


def correct_framework(document: Document, framework: Framework, what: str = "แก้หลักเกณฑ์ปี") -> None:
    """The office's own rules from here on; rules that contradict themselves are refused."""
    text = write_framework(framework)
    read_framework(text, name=framework.name)
    with document.change(f"{what} {framework.year}") as change:
        change.put_on_shelf(FRAMEWORK_SHELF, framework.name, text)


def put_back_framework(document: Document, framework: Framework) -> None:
    """As the program ships it."""
    with document.change(f"คืนค่าหลักเกณฑ์ปี {framework.year}") as change:
        change.take_off_shelf(FRAMEWORK_SHELF, framework.name)


def copy_framework(document: Document, base: Framework, year: int) -> Framework:
    """The rules of one year as the start of another's."""
    copied = base.relabelled(year)
    correct_framework(document, copied, "คัดลอกหลักเกณฑ์เป็นปี")
    return copied


def export_framework(framework: Framework, target: Path) -> None:
    write_whole(target, write_framework(framework).encode())


def year_of_file(source: Path, *, frameworks: Frameworks) -> int:
    """Which year's rules a shared file holds."""
    return read_framework(_text_of(source), name=source.stem, base=frameworks.get).year


def import_framework(document: Document, source: Path, year: int, *, frameworks: Frameworks) -> Framework:
    """Rules that another office shared. They have to be those of the year they are taken in for."""
    text = _text_of(source)
    name = document.records(year).framework if year in document.years() else str(year)
    read = read_framework(text, name=name, base=frameworks.get)
    if read.year != year:
        raise WrongUsage(
            f"ไฟล์นี้เป็นหลักเกณฑ์ของปี {read.year} ไม่ใช่ปี {year}", safe="ยังไม่ได้เปลี่ยนสิ่งใด", do=f"ระบุ --year {read.year}"
        )
    correct_framework(document, read, "นำเข้าหลักเกณฑ์ปี")
    return read


def _text_of(source: Path) -> str:
    return text_of(source, "หลักเกณฑ์", do="เลือกไฟล์หลักเกณฑ์ที่ส่งออกจากโปรแกรมนี้")
