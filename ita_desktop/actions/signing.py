"""Signing with a certificate, for those who have the extra `sign`: one field in the paper for everyone who signs it.

Who signs second signs over the first signature, which stays valid; each signing is a version of its own. A paper that
was changed since is signed afresh by all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_desktop.actions.signed import SignedCopy, folder_of, signed_copies, standing
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions, SignatureBlock, Signatures
from ita_desktop.papers.registry import paper_kind
from ita_desktop.render.signing import (
    Certificate,
    Field,
    Found,
    open_certificate,
    refuse_without_the_extra,
    sign,
    signatures_in,
)
from ita_desktop.storage.document import Document
from ita_desktop.thai.dates import thai_date

__all__ = ["Base", "Certificate", "Found", "base_of", "read_certificate", "signatories", "signatures_of", "signed_pdf"]

_WIDEST, _INSET = 190.0, 3.0
"""Points: what is seen of a signature leaves a little room around itself."""


@dataclass(frozen=True, slots=True)
class Base:
    """What the next signature goes onto: the paper as some have signed it already, or nothing yet."""

    content: bytes = b""
    signed_by: tuple[int, ...] = ()


def signatories(year: Year, paper: str, options: PaperOptions) -> tuple[SignatureBlock, ...]:
    """Everyone who signs the paper, in the order in which it travels."""
    blocks = paper_kind(paper).make(year, options).blocks
    return tuple(one for block in blocks if isinstance(block, Signatures) for one in block.blocks)


def read_certificate(file: Path, password: str, now: datetime) -> Certificate:
    return open_certificate(_content(file), password, now)


def signatures_of(file: Path) -> tuple[Found, ...]:
    """Who signed a file with certificates, and whether it is still what they signed."""
    return signatures_in(_content(file))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileTrouble(f"อ่าน {file.name} ไม่ได้", safe="เอกสารไม่เปลี่ยนแปลง", do="ตรวจว่ายังมีไฟล์นี้และไดรฟ์ยังต่ออยู่") from error


def base_of(document: Document, year: int, paper: str, words: str) -> Base:
    """The latest version, if it was signed with certificates, is unchanged, and says what the paper says now."""
    refuse_without_the_extra()
    copies: tuple[SignedCopy, ...] = signed_copies(document, year, paper)
    if not copies or not copies[-1].signed_by or copies[-1].words != words:
        return Base()
    latest = copies[-1]
    if standing(document, latest) is not Standing.INTACT:
        return Base()
    return Base(_content(folder_of(document) / latest.kept.file), latest.signed_by)


def signed_pdf(
    year: Year,
    paper: str,
    options: PaperOptions,
    base: Base,
    place: int,
    certificate: Certificate,
    now: datetime,
    *,
    fonts: Path,
) -> bytes:
    """The paper with one more signature, of who stands at this place. It takes no workbook, so any thread may do it."""
    from ita_desktop.render.pdf import signature_as_pdf, to_pdf_to_sign

    file, rooms = to_pdf_to_sign(paper_kind(paper).make(year, options), fonts=fonts)
    if place in base.signed_by or not 0 <= place < len(rooms):
        raise WrongUsage("ตำแหน่งลงนามนี้ลงนามแล้วหรือไม่มีในเอกสาร", safe="เอกสารไม่เปลี่ยนแปลง", do="เลือกผู้ลงนามอื่น")
    fields = [Field(f"signatory-{at + 1}", room.who, room.page, _inside(room.box)) for at, room in enumerate(rooms)]
    left, bottom, right, top = fields[place].box
    day = f"{thai_date(now.date())} เวลา {now:%H.%M} น."
    look = signature_as_pdf(
        ("ลงนามด้วยลายมือชื่ออิเล็กทรอนิกส์", certificate.holder, day),
        width=right - left,
        height=top - bottom,
        digits=options.digits,
        fonts=fonts,
    )
    return sign(base.content or file, certificate, fields[place].name, fields, look)


def _inside(room: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    left, bottom, right, top = room
    aside = max(0.0, (right - left - _WIDEST) / 2)
    return round(left + aside), round(bottom + _INSET), round(right - aside), round(top - _INSET)
