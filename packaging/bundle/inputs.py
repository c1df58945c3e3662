"""What a bundle takes from outside besides Python packages: each file named, pinned by SHA-256, and fetched by the
ordinary client of its registry, once."""

from __future__ import annotations

import hashlib
import re
import shlex
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

import prepare

from bundle.tools import BUILD, Tools, run

STAND_IN = Path(__file__).with_name("stand_in")
APT_SOURCES = Path("/etc/apt")


@dataclass(frozen=True)
class Input:
    name: str
    what: str
    registry: str
    package: str
    file: str
    sha256: str


def inputs(listed: Path) -> dict[str, Input]:
    return {name: Input(name, **facts) for name, facts in tomllib.loads(listed.read_text("utf-8")).items()}


def fetched(wanted: Input, tools: Tools) -> Path:
    """The file as it is pinned; any other with its name is never kept."""
    kept = BUILD / "inputs" / wanted.file
    if kept.is_file() and _sum(kept) == wanted.sha256:
        return kept
    prepare.say(f"Fetching {wanted.file}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        _CLIENTS[wanted.registry](wanted, tools, Path(folder))
        file = Path(folder) / wanted.file
        if not file.is_file() or _sum(file) != wanted.sha256:
            prepare.stop(f"{wanted.file} is not what it was: its SHA-256 is not {wanted.sha256}.")
        file.replace(kept)
    return kept


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _from_pypi(wanted: Input, tools: Tools, folder: Path) -> None:
    """A source package. pip would run its setup.py for its name; with the stand-in it runs nothing of it."""
    only_download = ("--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--dest", folder)
    tools.pip("download", "--quiet", *only_download, wanted.package, more={"PYTHONPATH": str(STAND_IN)})


def _from_npm(wanted: Input, tools: Tools, folder: Path) -> None:
    tools.npm("pack", "--silent", "--pack-destination", folder, wanted.package)


def _from_debian(wanted: Input, _tools: Tools, folder: Path) -> None:
    """The source as its authors published it. The machine's own registries serve, asked for sources, not programs."""
    parts = folder / "parts"
    parts.mkdir()
    for listed in [APT_SOURCES / "sources.list", *sorted((APT_SOURCES / "sources.list.d").glob("*"))]:
        if listed.suffix in (".list", ".sources") and listed.is_file():
            (parts / listed.name).write_text(for_sources(listed.read_text("utf-8")), "utf-8")
    for needed in ("lists/partial", "cache/archives/partial"):
        (folder / needed).mkdir(parents=True)
    options = {
        "Dir::Etc::SourceList": "/dev/null",
        "Dir::Etc::SourceParts": parts,
        "Dir::State::Lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "APT::Sandbox::User": "",
    }
    apt_get = shlex.join(["apt-get", "-qq", *(f"-o{key}={value}" for key, value in options.items())])
    source = f"{apt_get} source --download-only --tar-only {wanted.package}"
    run("sh", "-c", f"{apt_get} update; {source}", folder=folder)  # a list that is away matters only if it is needed


def for_sources(listed: str) -> str:
    """A list of apt's, in either of its two forms, asking for sources."""
    listed = re.sub(r"^deb(?=[ \t])", "deb-src", listed, flags=re.MULTILINE)
    return re.sub(r"^Types:.*$", "Types: deb-src", listed, flags=re.MULTILINE)


_CLIENTS = {"pypi": _from_pypi, "npm": _from_npm, "debian": _from_debian}
