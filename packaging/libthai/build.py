"""Thai line breaking for Qt: libthai and its dictionary, built from their sources for Windows or Linux.

Qt looks for a library `thai` when it meets Thai, and without it breaks no line of Thai. Windows has none, nor has a
bare Linux. Ours finds its dictionary beside itself, in a folder of any name. In a bundle this file and the patch lie
beside the sources, so that everybody can build it again:

    python3 build.py windows|linux LIBTHAI.orig.tar.xz LIBDATRIE.orig.tar.xz FOLDER
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""How archives are unpacked. The Python of Debian 12 does not know of it yet."""

PATCH = Path(__file__).with_name("dictionary_beside_library.patch")
DICTIONARY = "thbrk.tri"


@dataclass(frozen=True)
class System:
    compiler: str
    strip: str
    library: str
    options: tuple[str, ...]
    nowhere: str  # where the dictionary is looked for last, if it is not beside the library


SYSTEMS = {
    "windows": System(
        "x86_64-w64-mingw32-gcc",
        "x86_64-w64-mingw32-strip",
        "thai.dll",
        ("-static-libgcc", "-Wl,--no-insert-timestamp,--disable-auto-image-base,--dynamicbase,--high-entropy-va"),
        "?:",  # no path of Windows: never a file that happens to lie on a stick
    ),
    "linux": System(
        "gcc",
        "strip",
        "libthai.so.0",
        ("-fPIC", "-Wl,-soname,libthai.so.0", "-Wl,--build-id=none", "-Wl,-z,relro,-z,now"),
        "/usr/share/libthai",
    ),
}


def build(system: str, libthai: Path, libdatrie: Path, into: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for archive in (libthai, libdatrie):
            with tarfile.open(archive) as sources:
                sources.extractall(work, **SAFELY)  # noqa: S202 - pinned by its sum
        (thai,), (datrie,) = work.glob("libthai-*"), work.glob("libdatrie-*")
        _run("patch", "--quiet", "--strip=1", f"--input={PATCH.resolve()}", folder=thai)
        into.mkdir(parents=True, exist_ok=True)
        (into / DICTIONARY).write_bytes(_dictionary(work, thai, datrie))
        (into / SYSTEMS[system].library).write_bytes(_library(SYSTEMS[system], work, thai, datrie))
        for source in (thai, datrie):
            name = source.name.partition("-")[0]
            (into / f"{name}.COPYING.txt").write_bytes((source / "COPYING").read_bytes())


def _dictionary(work: Path, thai: Path, datrie: Path) -> bytes:
    """Its word lists as one tree of letters, by the tool that comes with libdatrie, made for this machine."""
    tool = work / "trietool"
    sources = [*sorted((datrie / "datrie").glob("*.c")), datrie / "tools" / "trietool.c"]
    (work / "config.h").write_text('#define HAVE_LANGINFO_CODESET 1\n#define VERSION ""\n')
    _run("gcc", "-O1", "-w", f"-I{work}", f"-I{datrie}", *sources, "-o", tool)
    lists = sorted((thai / "data").glob("tdict-*.txt"))
    words = sorted({word for listed in lists for word in listed.read_bytes().splitlines() if word})
    (work / "words.txt").write_bytes(b"\n".join(words) + b"\n")
    (work / "thbrk.abm").write_bytes((thai / "data" / "thbrk.abm").read_bytes())
    _run(tool, "thbrk", "add-list", "-e", "utf-8", "words.txt", folder=work)
    return (work / DICTIONARY).read_bytes()


def _library(system: System, work: Path, thai: Path, datrie: Path) -> bytes:
    made = work / system.library
    exported = work / "exported.map"
    names = (thai / "src" / "libthai.def").read_text().split()
    exported.write_text(f"{{ global: {'; '.join(names)}; local: *; }};")
    sources = sorted(work.glob("lib*/datrie/*.c")) + sorted(work.glob("libthai-*/src/**/*.c"))
    _run(
        system.compiler,
        *("-shared", "-O2", "-w", f"-ffile-prefix-map={work}=."),
        f'-DDICT_DIR="{system.nowhere}"',
        *(f"-I{folder}" for folder in (thai / "include", datrie)),
        *(f"-I{folder}" for folder in sorted((thai / "src").iterdir()) if folder.is_dir()),
        *sources,
        *system.options,
        f"-Wl,--version-script={exported}",
        *("-o", made),
    )
    _run(system.strip, "--strip-unneeded", made)
    return made.read_bytes()


def _run(*command: str | Path, folder: Path | None = None) -> None:
    # The linker puts the time into what it makes, and the sorting of words follows the language, unless told.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}
    done = subprocess.run(list(map(str, command)), cwd=folder, env=environment, capture_output=True)
    if done.returncode:
        sys.exit(f"{done.stdout.decode()}{done.stderr.decode()}\nThis did not succeed: {command[0]}")


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in SYSTEMS:
        sys.exit(__doc__)
    build(sys.argv[1], *map(Path, sys.argv[2:]))
