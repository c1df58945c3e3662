"""The program for Linux as one file, to be copied and started: a starter in C, and behind it the archive of the folder.

The archive is the very one that is handed out as such, so `tail` and `tar` can look at it too.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from bundle.tools import run

HERE = Path(__file__).parent
SOURCES = (HERE / "starter.c", HERE / "unpack.c", HERE / "unpack.h")
LINKED = (Path("/usr/lib/x86_64-linux-gnu/liblzma.a"), Path("/usr/lib/x86_64-linux-gnu/libc.a"))
"""What becomes part of the starter, which therefore runs on every Linux."""
_LAST_LINE = 128  # bytes; LINE in starter.c


def pack(archive: Path, into: Path, unpacked: int) -> None:
    """`unpacked` is the number of bytes that the files of the archive take."""
    content = archive.read_bytes()
    megabytes, sha256 = -(-unpacked // 1_000_000), hashlib.sha256(content).hexdigest()
    about = f"ITA Desktop, archive of {len(content)} bytes, {megabytes} MB, SHA-256 {sha256}"
    compile_starter(into)
    with into.open("ab") as file:
        file.write(content)
        file.write(about.ljust(_LAST_LINE - 1).encode() + b"\n")
    into.chmod(0o755)


def compile_starter(into: Path) -> None:
    strictly = ("-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O2", "-fstack-protector-strong", "-D_FORTIFY_SOURCE=2")
    alike = (f"-ffile-prefix-map={HERE}=.", "-Wl,--build-id=none", "-s")
    sources = (source for source in SOURCES if source.suffix == ".c")
    run("gcc", *strictly, *alike, "-static", *sources, "-llzma", "-o", into)
