"""Python modules as bytecode of the Python that is shipped, whichever Python builds: nothing has to be compiled on the
officer's computer, and half as many files are there to be looked at by its virus scanner.

The Python that is shipped runs on Windows only. The same version compiled for Node (Pyodide) makes the same code: see
`packaging/windows/examine_python`, which compares them.
"""

from __future__ import annotations

import tarfile
from pathlib import Path

import prepare
from libthai.build import SAFELY

from bundle.tools import BUILD, Tools

RUNNER = Path(__file__).with_name("bytecode.mjs")
COMPILE_ALL = Path(__file__).with_name("compile_all.py")


def compile_all(bundle: Path, compiler: Path, version: str, tools: Tools) -> None:
    """`compiler` is Pyodide as npm packs it, and has to be of this version."""
    found = run_inside(compiler, COMPILE_ALL, bundle, tools)
    if found != version:
        prepare.stop(f"The compiler is of Python {found}, and the bundle of Python {version}.")


def run_inside(compiler: Path, script: Path, folder: Path, tools: Tools) -> str:
    """Runs a script in the compiler's own Python, which sees the folder as /bundle, and returns its last line."""
    return tools.node(RUNNER, _unpacked(compiler), script, folder).splitlines()[-1]


def _unpacked(compiler: Path) -> Path:
    folder = BUILD / compiler.stem
    if not (folder / "package" / "pyodide.mjs").is_file():
        with tarfile.open(compiler) as packed:
            packed.extractall(folder, **SAFELY)  # noqa: S202 - pinned by its sum
    return folder / "package"
