"""The libraries of the system that come along in the bundle: which Debian packages they are of, and their licences."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bundle.components import Component

TOLD = Path("/usr/share/doc")


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    libraries: tuple[str, ...]
    """The names of those that come along."""

    @property
    def component(self) -> Component:
        purl = f"pkg:deb/debian/{self.name}@{self.version}?arch=amd64"
        brings = tuple(f"_internal/{library}" for library in self.libraries)
        return Component(self.name, self.version, "", "A library of the system, from Debian", purl, brings=brings)


def packages_of(libraries: Iterable[Path]) -> list[Package]:
    """None of those that no Debian package has brought, such as a Python built by hand."""
    of: dict[str, set[str]] = {}
    for library in libraries:
        for name in _owners(library):
            of.setdefault(name, set()).add(library.name)
    return [Package(name, _version(name), tuple(sorted(of[name]))) for name in sorted(of)]


def _owners(library: Path) -> Iterator[str]:
    """dpkg knows a file by the path it was packed with: before or after /lib became a link to /usr/lib."""
    real = library.resolve()
    for path in (real, Path("/", *real.parts[2:])):
        said = _dpkg("--search", str(path))
        if said:
            yield said.partition(":")[0]
            return


def _version(name: str) -> str:
    return _dpkg("--show", "--showformat=${Version}\n", name).splitlines()[0]


def _dpkg(*question: str) -> str:
    done = subprocess.run(["dpkg-query", *question], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def lay_licences(packages: Iterable[Package], into: Path) -> None:
    into.mkdir()
    for package in packages:
        shutil.copyfile(TOLD / package.name / "copyright", into / f"{package.name}.txt")


def licence_of_python() -> Path:
    """As its makers lay it among its modules, or as Debian tells of it."""
    by_its_makers = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    return by_its_makers if by_its_makers.is_file() else TOLD / f"python3.{sys.version_info[1]}" / "copyright"
