"""What a bundle is made of, for people to read: the licence of every part, and sources where they are owed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from libthai import build as libthai

from bundle.components import Component
from bundle.tools import ROOT

PACKAGING = ROOT / "packaging"
SYSTEMS = ("Windows", "Linux")
_LICENCE_FILE = re.compile(r"LICEN[CS]E|COPYING|NOTICE|AUTHORS", re.IGNORECASE)
_NOT_OURS = "LicenseRef-Qt-Commercial.txt"  # Qt is used under the LGPL


def lay(
    into: Path, system: str, parts: Iterable[Component], infos: Iterable[Path], made: Path, sources: Iterable[Path]
) -> None:
    """For Windows or Linux. `infos` are the packages' own folders of facts; `made` is where libthai was built, from
    `sources`."""
    into.mkdir()
    for info in infos:
        for file in sorted(info.rglob("*")):
            if file.is_file() and _LICENCE_FILE.search(file.relative_to(info).as_posix()) and file.name != _NOT_OURS:
                _copy(file, into / info.name.removesuffix(".dist-info"))
    others = {f"{name}.txt" for name in SYSTEMS if name != system}
    for text in (*(PACKAGING / "licences").iterdir(), *made.glob("*.COPYING.txt")):
        if text.name not in others:
            _copy(text, into)
    for source in (*sources, Path(libthai.__file__), libthai.PATCH):
        _copy(source, into / "sources")
    shutil.copyfile(ROOT / "LICENSE", into / "LICENSE.txt")
    (into / "README.txt").write_text(_first_page(parts), "utf-8")


def _copy(file: Path, into: Path) -> None:
    into.mkdir(exist_ok=True)
    shutil.copyfile(file, into / file.name)


def _first_page(parts: Iterable[Component]) -> str:
    lines = [
        "สัญญาอนุญาตของโปรแกรมและส่วนประกอบ · The licences of the program and of what it is made of",
        "",
        "ITA Desktop: MIT (LICENSE.txt)",
        "",
    ]
    lines += [f"{part.name} {part.version}: {part.licence or 'see its folder'}. {part.what}" for part in parts]
    return "\n".join(lines) + "\n"
