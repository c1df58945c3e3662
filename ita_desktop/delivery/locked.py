"""Papers behind a password, for a stick that may be lost: PDF by its own encryption, anything else in a zip.

Both are AES-256, by libraries made for it. Not every installation has them, and nothing else depends on them.
"""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import PurePath

from ita_desktop.delivery.stick import Outgoing
from ita_desktop.domain.errors import WrongUsage

SHORTEST = 8
LONGEST = 64

_LIBRARIES = ("pikepdf", "pyzipper")


def can_lock() -> bool:
    """Whether this installation has what it takes."""
    return all(find_spec(library) is not None for library in _LIBRARIES)


def refuse_weak(password: str) -> None:
    """Other letters than those of an English keyboard mean different bytes to different readers of a zip."""
    if not (SHORTEST <= len(password) <= LONGEST and password.isascii() and password.isprintable()):
        raise WrongUsage(
            f"รหัสผ่านต้องมี {SHORTEST} ถึง {LONGEST} ตัว เป็นตัวอักษรอังกฤษ ตัวเลข หรือเครื่องหมายบนแป้นพิมพ์อังกฤษ",
            safe="ยังไม่ได้คัดลอกไฟล์ใด",
            do="ตั้งรหัสผ่านใหม่",
        )


def lock(paper: Outgoing, password: str) -> Outgoing:
    """The same paper, to be opened by the password alone; a zip is named after what is in it."""
    refuse_weak(password)
    if not can_lock():
        raise WrongUsage(
            "โปรแกรมชุดนี้ไม่มีส่วนที่ใช้ใส่รหัสผ่าน",
            safe="ยังไม่ได้คัดลอกไฟล์ใด",
            do="ส่งลงไดรฟ์โดยไม่ใส่รหัสผ่าน หรือติดตั้งโปรแกรมชุดเต็ม",
        )
    if PurePath(paper.name).suffix.lower() == ".pdf":
        return Outgoing(paper.name, _locked_pdf(paper.content, password))
    return Outgoing(f"{paper.name}.zip", _locked_zip(paper, password))


def _locked_pdf(content: bytes, password: str) -> bytes:
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            for claim in ("pdfaid:part", "pdfaid:conformance"):  # an archive's files may not be encrypted
                if claim in said:
                    del said[claim]
        pdf.save(file, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return file.getvalue()


def _locked_zip(paper: Outgoing, password: str) -> bytes:
    import pyzipper

    file = io.BytesIO()
    with pyzipper.AESZipFile(file, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password.encode("ascii"))
        archive.writestr(paper.name, paper.content)
    return file.getvalue()
