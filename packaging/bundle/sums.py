"""Lists of SHA-256 sums, as `sha256sum` writes and reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bundle.trimming import files

LIST = "files.sha256"
"""The list of a bundle's own files, by which the program examines itself (`ita_desktop.delivery.installed`)."""


def write_list(bundle: Path) -> None:
    listed = [file for file in files(bundle) if file != bundle / LIST]
    (bundle / LIST).write_text(sums(bundle, listed), "utf-8", newline="\n")


def write_sums(folder: Path) -> None:
    """Of everything that is handed out, beside it."""
    listed = [file for file in files(folder) if file.name != "SHA256SUMS"]
    (folder / "SHA256SUMS").write_text(sums(folder, listed), "utf-8", newline="\n")


def sums(folder: Path, listed: Iterable[Path]) -> str:
    lines = (f"{sha256(file)} *{file.relative_to(folder).as_posix()}\n" for file in listed)
    return "".join(lines)


def sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
