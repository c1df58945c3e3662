"""A picture that an officer chose, looked at before the workbook takes it in: what is broken is said at once."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.domain.errors import FileTrouble

PDF = "application/pdf"
_HEADS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"%PDF-": PDF}
_LARGEST = 10 * 2**20
_A_FEW_DOTS = (64, 64)
"""Enough to find out that a photograph can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file as it was read, not yet in the workbook."""

    name: str
    media_type: str
    content: bytes


def read_picture(path: Path) -> Chosen:
    return _read(path, "ภาพ PNG หรือ JPEG")


def read_picture_or_pdf(path: Path) -> Chosen:
    return _read(path, "ภาพ PNG, JPEG หรือ PDF", PDF)


def _read(path: Path, wanted: str, *besides: str) -> Chosen:
    do = f"เลือกไฟล์{wanted} ที่เปิดดูได้ ขนาดไม่เกิน 10 MB"
    try:
        if path.stat().st_size > _LARGEST:
            raise FileTrouble(f"ไฟล์ {path.name} ใหญ่เกินไป", do=do)
        content = path.read_bytes()
    except OSError as error:
        raise FileTrouble(f"อ่านไฟล์ {path.name} ไม่ได้", do=do) from error
    media_type = next((kind for head, kind in _HEADS.items() if content.startswith(head)), "")
    if media_type not in besides and not (media_type.startswith("image/") and _can_be_shown(content)):
        raise FileTrouble(f"{path.name} ไม่ใช่{wanted} ที่ใช้ได้", do=do)
    return Chosen(name=path.stem, media_type=media_type, content=content)


def _can_be_shown(content: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as opened:
            opened.draft("L", _A_FEW_DOTS)
            opened.load()
    except Exception:  # noqa: BLE001 -- decoders fail in countless ways; each means that papers cannot show it
        return False
    return True
