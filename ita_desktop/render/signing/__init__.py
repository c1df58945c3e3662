"""Digital signatures in finished PDFs, for those who have the extra `sign`. Nothing else needs it, or asks a network.

A signature is a new layer over the file as it stands, so what was signed before stays as it was signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from ita_desktop.domain.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whose signature it is, and the key to make it with."""

    holder: str
    issuer: str
    key: Any


@dataclass(frozen=True, slots=True)
class Field:
    """A place for one signature on a page, in whole points from the lower left corner."""

    name: str
    called: str
    """What a reader program says of it: who is to sign here."""
    page: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A signature in a file, and whether what it signs is still what was signed."""

    field: str
    holder: str
    issuer: str
    signed: datetime | None
    intact: bool


def can_sign() -> bool:
    """Whether this installation has what it takes."""
    return find_spec("pyhanko") is not None


def refuse_without_the_extra() -> None:
    if not can_sign():
        raise WrongUsage(
            "โปรแกรมชุดนี้ไม่มีส่วนที่ใช้ลงนามด้วยใบรับรองอิเล็กทรอนิกส์",
            safe="เอกสารไม่เปลี่ยนแปลง",
            do="พิมพ์เสนอลงนามด้วยลายมือแล้วแนบฉบับสแกน หรือติดตั้งโปรแกรมชุดเต็ม (ita-desktop[sign])",
        )


def open_certificate(content: bytes, password: str, now: datetime) -> Certificate:
    """What a PKCS#12 file (.p12, .pfx) holds. Refuses one that cannot sign now."""
    refuse_without_the_extra()
    from ita_desktop.render.signing import pades

    return pades.open_certificate(content, password, now)


def sign(pdf: bytes, certificate: Certificate, field: str, fields: Sequence[Field], look: bytes) -> bytes:
    """The file signed in the field of this name. `fields` are put in first where they are not in it yet; `look` is
    the page that is seen in the field.
    """
    refuse_without_the_extra()
    from ita_desktop.render.signing import pades

    return pades.sign(pdf, certificate, field, fields, look)


def signatures_in(pdf: bytes) -> tuple[Found, ...]:
    """Every signature of a file, in the order in which they were made."""
    refuse_without_the_extra()
    from ita_desktop.render.signing import pades

    return pades.signatures_in(pdf)
