"""Which files of the packages go into a bundle: a list to read, and one question."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass(frozen=True)
class Trim:
    only: Mapping[str, tuple[str, ...]]
    without: tuple[str, ...]

    def keeps(self, path: str) -> bool:
        """Whether a file, by its path inside the bundle, goes in."""
        for folder, patterns in self.only.items():
            if path.startswith(folder):
                return any(fnmatchcase(path, pattern) for pattern in patterns)
        return not any(fnmatchcase(path, pattern) for pattern in self.without)


def trim(listed: Path) -> Trim:
    facts = tomllib.loads(listed.read_text("utf-8"))
    only = {folder: tuple(patterns) for folder, patterns in facts.get("only", {}).items()}
    return Trim(only, tuple(pattern for patterns in facts["without"].values() for pattern in patterns))


def trimmed(bundle: Path, rules: Trim) -> None:
    """Takes out what does not go in, and folders that have nothing left."""
    for file in [file for file in files(bundle) if not rules.keeps(file.relative_to(bundle).as_posix())]:
        file.unlink()
    for folder in sorted((folder for folder in bundle.rglob("*") if folder.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def files(folder: Path) -> Iterator[Path]:
    """Every file below, in an order that is the same everywhere."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return iter(sorted(found, key=lambda file: file.relative_to(folder).as_posix()))
