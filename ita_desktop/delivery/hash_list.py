"""The list that travels with the papers: a person can read it, and `sha256sum -c` can check by it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.delivery.trouble import could_not_read
from ita_desktop.domain.errors import FileTrouble

LIST_NAME = "รายการไฟล์.txt"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the files on a list."""

    intact: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    unlisted: tuple[str, ...]

    @property
    def good(self) -> bool:
        return not self.changed and not self.missing


def list_text(title: str, digests: Mapping[str, str], sizes: Mapping[str, int]) -> str:
    """Lines that begin with # are for people; programs skip them."""
    head = [f"# {title}", f"# จำนวน {len(digests)} ไฟล์ ตรวจได้จากเมนู “ตรวจไฟล์ในไดรฟ์” หรือคำสั่ง sha256sum -c", "#"]
    told = [f"# {name}" + (f" ({sizes[name]:,} ไบต์)" if name in sizes else "") for name in sorted(digests)]
    return "\n".join([*head, *told, "#", *(f"{digests[name]}  {name}" for name in sorted(digests)), ""])


def read_list(folder: Path) -> dict[str, str]:
    """Digest by name; empty where there is no list."""
    path = folder / LIST_NAME
    try:
        if not path.exists():
            return {}
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise could_not_read(error, path) from error
    except UnicodeDecodeError:
        return {}  # no list of ours, or no longer one: nothing can be said by it
    return {found["name"]: found["digest"] for line in text.splitlines() if (found := _LINE.fullmatch(line))}


def listed_folders(drive: Path) -> tuple[Path, ...]:
    """The folders of a drive that hold a list: of an office and a year, or the drive itself."""
    depths = ("", "*/", "*/*/")
    try:
        return tuple(sorted(found.parent for depth in depths for found in drive.glob(depth + LIST_NAME)))
    except OSError as error:
        raise could_not_read(error, drive) from error


def check_folder(folder: Path) -> Checked:
    """Reads every listed file from the medium and compares it with what was put there."""
    listed = read_list(folder)
    if not listed:
        raise FileTrouble(
            f"ไม่พบรายการไฟล์ที่อ่านได้ในโฟลเดอร์ “{folder.name}” จึงตรวจไม่ได้",
            safe="ไม่มีไฟล์ใดถูกแก้ไข",
            do=f"เลือกโฟลเดอร์ที่มีไฟล์ “{LIST_NAME}” หรือคัดลอกเอกสารลงไดรฟ์ใหม่",
        )
    found: dict[str, list[str]] = {"intact": [], "changed": [], "missing": []}
    for name, digest in sorted(listed.items()):
        found[_standing(folder / name, digest)].append(name)
    known = {*listed, LIST_NAME}
    try:
        others = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name not in known)
    except OSError as error:
        raise could_not_read(error, folder) from error
    return Checked(tuple(found["intact"]), tuple(found["changed"]), tuple(found["missing"]), tuple(others))


def _standing(path: Path, digest: str) -> str:
    try:
        with path.open("rb") as opened:
            return "intact" if hashlib.file_digest(opened, "sha256").hexdigest() == digest else "changed"
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        raise could_not_read(error, path) from error
