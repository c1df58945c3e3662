"""The text of a paper that was made elsewhere, in the order in which it is read: Word, PDF or plain text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.pdf_text import pages_of
from ita_desktop.exchange.sheets.delimited import decoded
from ita_desktop.exchange.sheets.look import LARGEST_FILE, Source, damaged, look_at, too_large
from ita_desktop.review import Passage
from ita_desktop.thai.likeness import tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SAFE = "ข้อมูลในสมุดงานไม่เปลี่ยนแปลง"


def read_paper(path: Path) -> tuple[Passage, ...]:
    """Everything the paper says, with the page or paragraph it stands in; one sentence where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise FileTrouble(f"ไม่พบเอกสาร {path}", do="ตรวจชื่อและที่เก็บไฟล์") from None
    except OSError as error:
        raise FileTrouble(f"อ่านเอกสาร {path.name} ไม่ได้", safe=_SAFE, do="ปิดโปรแกรมที่เปิดเอกสารนี้อยู่แล้วลองใหม่") from error
    if len(data) > LARGEST_FILE:
        raise too_large()
    passages = tuple(_passages(data))
    if not passages:
        raise FileTrouble(f"เอกสาร {path.name} ไม่มีข้อความ", safe=_SAFE, do="หากเป็นภาพสแกน ให้ใช้ไฟล์ต้นฉบับแทน")
    return passages


def _passages(data: bytes) -> Iterator[Passage]:
    if data.startswith(b"%PDF"):
        yield from _numbered("page", pages_of(data))
        return
    match look_at(data).source:
        case Source.WORD:
            yield from _word(data)
        case Source.TEXT:
            yield from _plain(decoded(data))
        case _:
            do = "บันทึกเอกสารเป็นชนิด .docx หรือ .pdf แล้วลองใหม่"
            raise FileTrouble("ตรวจได้เฉพาะเอกสาร .docx .pdf และ .txt", safe=_SAFE, do=do)


def _numbered(kind: str, texts: Iterator[str]) -> Iterator[Passage]:
    """Each with its number; what is empty is counted, for the officer counts pages too, and left out."""
    for number, text in enumerate(texts, 1):
        if text.strip():
            yield Passage(f"{kind} {number}", text)


def _plain(text: str) -> Iterator[Passage]:
    if "\f" in text:
        yield from _numbered("page", map(tidy, text.split("\f")))
    else:
        yield from _numbered("paragraph", (line for line in tidy(text).splitlines() if line.strip()))


# ----------------------------------------------------------------------------------------------------------------- Word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_AROUND = re.compile(r"word/(?P<kind>header|footer|footnotes)[0-9]*\.xml")


def _word(data: bytes) -> Iterator[Passage]:
    """The body in its order, table rows by tabs; then what stands on every page."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = fromstring(archive.read("word/document.xml")).find(f"{_W}body")
            around = [
                (match["kind"], fromstring(archive.read(name)))
                for name in sorted(archive.namelist())
                if (match := _AROUND.fullmatch(name))
            ]
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, KeyError, EOFError, OSError, ValueError) as error:
        raise damaged() from error
    if body is None:
        raise damaged()
    yield from _numbered("paragraph", (text for block in _blocks(body) if (text := tidy(_lines(block))).strip()))
    for kind, root in around:
        text = tidy("\n".join(filter(str.strip, map(_lines, _blocks(root)))))
        if text.strip():
            yield Passage(kind, text)


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and table rows; what merely wraps them is opened."""
    for child in parent:
        if child.tag in {f"{_W}p", f"{_W}tr"}:
            yield child
        elif child.tag != _FALLBACK:
            yield from _blocks(child)


def _lines(block: Element) -> str:
    if block.tag == f"{_W}p":
        return _text(block)
    cells = (cell for cell in _inside(block) if cell.tag == f"{_W}tc")
    return "\t".join(" ".join(filter(None, (_text(p) for p in _inside(cell) if p.tag == f"{_W}p"))) for cell in cells)


def _inside(parent: Element) -> Iterator[Element]:
    """What is in it, without going into paragraphs, for a text box in one holds paragraphs again."""
    for child in parent:
        yield child
        if child.tag not in {f"{_W}p", f"{_W}tc", _FALLBACK}:
            yield from _inside(child)


_MARKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


def _text(element: Element) -> str:
    """As read on the page: revisions taken out are no `t`, and a shape that is there twice is read once."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _MARKS:
            parts.append(_MARKS[child.tag])
        elif child.tag == f"{_W}txbxContent":
            parts.append("\n" + "\n".join(map(_lines, _blocks(child))) + "\n")
        elif child.tag != _FALLBACK:
            parts.append(_text(child))
    return "".join(parts)
