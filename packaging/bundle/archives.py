"""Archives that depend on nothing but what is in them: no owner, no order of a disk, one time for all."""

from __future__ import annotations

import lzma
import tarfile
import time
import zipfile
from pathlib import Path

from bundle.trimming import files


def zipped(folder: Path, archive: Path, seconds: int) -> None:
    """With the folder's own name as the first part of every path; Thai names are UTF-8 and say so."""
    moment = time.gmtime(seconds)[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files(folder):
            facts = zipfile.ZipInfo(file.relative_to(folder.parent).as_posix(), moment)
            facts.compress_type = zipfile.ZIP_DEFLATED
            facts.external_attr = 0o644 << 16
            packed.writestr(facts, file.read_bytes())


def tarred(folder: Path, archive: Path, seconds: int) -> None:
    """In the plainest form of tar, which `linux/single_file/unpack.c` reads, and with a sum inside that says whether it
    came out whole."""

    def plain(facts: tarfile.TarInfo) -> tarfile.TarInfo:
        facts.uid = facts.gid = 0
        facts.uname = facts.gname = ""
        facts.mtime = seconds
        facts.mode = 0o755 if facts.mode & 0o100 or not facts.isfile() else 0o644
        return facts

    below = sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
    with (
        lzma.open(archive, "wb", preset=9, check=lzma.CHECK_SHA256) as whole,
        tarfile.open(fileobj=whole, mode="w|", format=tarfile.USTAR_FORMAT) as packed,
    ):
        for path in (folder, *below):
            packed.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=plain)
