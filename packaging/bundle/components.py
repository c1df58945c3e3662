"""What a bundle is made of, for machines to read: a CycloneDX list (SBOM)."""

from __future__ import annotations

import glob
import json
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from bundle.inputs import Input
from bundle.tools import ROOT

_FONT = re.compile(r"\| `(\S+\.ttf)` \| ([^|]+?),? (\d+\.\d+)\W.*\| (GPL|OFL)[^|]*\| `(\w+)` \|")
_BINARY = re.compile(r"\.(dll|exe|pyd)$|\.so(\.|$)")
_SPDX = re.compile(r"\(?[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+\)?)*")
_NAMED = {  # what packages call their licence, as SPDX calls it
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "PSFL": "PSF-2.0",
    "BSD, Public Domain": "BSD-2-Clause AND LicenseRef-public-domain",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
}


@dataclass(frozen=True)
class Component:
    name: str
    version: str
    licence: str
    what: str
    purl: str
    sha256: str = ""
    brings: tuple[str, ...] = ()
    """Patterns of the paths of the binaries that it brings into the bundle."""
    files: tuple[str, ...] = ()
    """Those that are there (`claims`)."""
    parts: tuple[Component, ...] = ()
    """Others that are inside it."""


def of_packages(infos: Iterable[Path], place: str) -> Iterator[Component]:
    """From what each Python package says of itself; `place` is where in the bundle packages lie."""
    for info in infos:
        facts = _metadata(info)
        name = facts["Name"].replace("_", "-").lower()
        purl = f"pkg:pypi/{name}@{facts['Version']}"
        brings = tuple(f"{place}/{glob.escape(path)}" for path in _recorded(info) if _BINARY.search(path))
        yield Component(
            name, facts["Version"], _licence(facts), facts["Summary"], purl, brings=brings, parts=tuple(_crates(info))
        )


def _crates(info: Path) -> Iterator[Component]:
    """What a package written in Rust says of what went into it, in its own list of parts."""
    for listed in sorted(info.glob("sboms/*.json")):
        for each in json.loads(listed.read_text("utf-8")).get("components", ()):
            purl = str(each.get("purl", "")).partition("?")[0]
            if purl.startswith("pkg:cargo/"):
                (licence,) = each.get("licenses") or [{}]
                yield Component(each["name"], each["version"], licence.get("expression", ""), "A crate of Rust", purl)


def in_bundle(lib: Path, is_there: Callable[[str], bool]) -> list[Path]:
    """The `.dist-info` folders of the packages that have anything in the bundle, told by their paths below `lib`."""
    return [info for info in sorted(lib.glob("*.dist-info")) if any(is_there(name) for name in _recorded(info))]


def _recorded(info: Path) -> list[str]:
    names = (line.split(",")[0] for line in (info / "RECORD").read_text("utf-8").splitlines())
    return [name for name in names if not name.startswith((f"{info.name}/", ".."))]


def _metadata(info: Path) -> Message:
    return HeaderParser().parsestr((info / "METADATA").read_text("utf-8"))


def _licence(facts: Message) -> str:
    said: str = facts["License-Expression"] or facts["License"] or ""
    return _NAMED.get(said, said)


def of_sources(*sources: Input) -> Iterator[Component]:
    """libthai and its like, which are built from what Debian keeps."""
    for source in sources:
        version = source.file.removesuffix(".orig.tar.xz").partition("_")[2]
        purl = f"pkg:deb/debian/{source.name}@{version}?arch=source"
        yield Component(source.name, version, "LGPL-2.1-or-later", source.what, purl, source.sha256)


def of_our_folders() -> Iterator[Component]:
    """The fonts, from the table that says where each came from, and the word list."""
    for line in (ROOT / "fonts" / "README.md").read_text("utf-8").splitlines():
        if found := _FONT.match(line):
            file, font, version, licence, digest = found.groups()
            spdx = {"GPL": "GPL-2.0-or-later WITH Font-exception-2.0", "OFL": "OFL-1.1"}[licence]
            yield Component(file, version, spdx, font, f"pkg:generic/{file}@{version}", digest)
    yield Component("icu-thai-words", "72", "Unicode-3.0", "The Thai word list of ICU", "pkg:generic/icu@72")


def sbom(version: str, components: Iterable[Component], seconds: int, list_of_files: bytes) -> str:
    """CycloneDX 1.6. Its serial number is that of the very files it tells of."""
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, list_of_files.hex()).urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z"),
            "component": {"type": "application", "name": "ITA Desktop", "version": version, **_licensed("MIT")},
        },
        "components": [_told(component) for component in components],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _told(component: Component, whole: str = "") -> dict[str, object]:
    told = {
        "type": "library",
        "bom-ref": f"{whole}{component.purl}",
        "name": component.name,
        "version": component.version,
        "description": component.what,
        **_licensed(component.licence),
        "purl": component.purl,
        "hashes": [{"alg": "SHA-256", "content": component.sha256}] if component.sha256 else [],
        "evidence": {"occurrences": [{"location": path} for path in component.files]} if component.files else {},
        "components": [_told(part, f"{component.purl}#") for part in component.parts],
    }
    return {name: value for name, value in told.items() if value}


def _licensed(licence: str) -> dict[str, object]:
    if _SPDX.fullmatch(licence):
        return {"licenses": [{"expression": licence}]}
    return {"licenses": [{"license": {"name": licence or "see the folder of licences"}}]}
