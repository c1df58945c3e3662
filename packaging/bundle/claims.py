"""Every binary of a bundle belongs to a part that the list of parts names, or it is not handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import prepare

from bundle.components import Component
from bundle.inside import inside
from bundle.trimming import files

_HEADS = (b"MZ", b"\x7fELF")  # of programs and libraries, whatever their names


def claimed(bundle: Path, parts: Iterable[Component], brings: Mapping[str, tuple[str, ...]]) -> list[Component]:
    """The parts with the binaries that each brought, and what is inside these. `brings` are patterns of paths, for the
    parts that do not say themselves."""
    of: dict[str, list[str]] = {}
    listed = [replace(part, brings=(*part.brings, *brings.get(part.name, ()))) for part in parts]
    for path in binaries(bundle):
        owner = next((part for part in listed if any(fnmatchcase(path, pattern) for pattern in part.brings)), None)
        if owner is None:
            prepare.stop(f"Whose is {path}? No part of the bundle brings it.")
        of.setdefault(owner.purl, []).append(path)
    return [_with(part, tuple(of.get(part.purl, ())), bundle) for part in listed]


def _with(part: Component, paths: tuple[str, ...], bundle: Path) -> Component:
    return replace(part, files=paths, parts=(*inside(part.name, bundle, paths), *part.parts))


def binaries(bundle: Path) -> list[str]:
    found = (file for file in files(bundle) if not file.is_symlink())
    return [file.relative_to(bundle).as_posix() for file in found if _head(file).startswith(_HEADS)]


def _head(file: Path) -> bytes:
    with file.open("rb") as content:
        return content.read(4)
