"""Which libraries a bundle has to bring along: all that anything in it asks for, and no other."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePath

OF_THE_C_LIBRARY = re.compile(r"(ld-linux-x86-64|libc|libdl|libm|libpthread|libresolv|librt|libutil)\.so\.\d+")
"""These belong to the machine: they have to fit its kernel and each other."""
LOADED_BY_NAME = re.compile(r"libthai\.so.*|libpdfium\.so|libpython.*|lib(python|shiboken|pyside).*abi3.*")
_LIBRARY = re.compile(r"lib[^/]+\.so(\.\d+)*")


@cache
def asked_for(file: Path) -> frozenset[str]:
    """The names of the libraries that this one is linked with; none if it is no library."""
    said = subprocess.run(["objdump", "-p", file], capture_output=True, text=True).stdout
    return frozenset(re.findall(r"^ +NEEDED +(\S+)", said, re.MULTILINE))


def without_orphans(files: Mapping[str, Path]) -> dict[str, Path]:
    """The files of a bundle by their paths in it, less the libraries that nothing asks for any more."""
    kept = dict(files)
    while True:
        asked = {name for file in kept.values() for name in asked_for(file)}
        orphans = [path for path in kept if _is_library(path) and PurePath(path).name not in asked]
        if not orphans:
            return kept
        for path in orphans:
            del kept[path]


def _is_library(path: str) -> bool:
    name = PurePath(path).name
    return (
        "plugins" not in PurePath(path).parts
        and _LIBRARY.fullmatch(name) is not None
        and LOADED_BY_NAME.fullmatch(name) is None
    )


def missing(files: Iterable[Path]) -> Iterator[str]:
    there = {file.name: file for file in files}
    for file in there.values():
        for name in sorted(asked_for(file)):
            if name not in there and not OF_THE_C_LIBRARY.fullmatch(name):
                yield f"{file.name} asks for {name}"
