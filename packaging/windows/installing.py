"""What the installer puts on a computer and takes away again: every file by its name, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PureWindowsPath


def macros(bundle: str, paths: Iterable[str]) -> str:
    """Two macros for makensis, from the paths inside the bundle (with /, as everywhere but here)."""
    listed = [PureWindowsPath(path) for path in paths]
    install = ["!macro InstallFiles"]
    folder = None
    for path in listed:
        if path.parent != folder:
            folder = path.parent
            install.append(f'SetOutPath "{_installed(folder)}"')
        install.append(f'File "{_quoted(f"{bundle}/{path.as_posix()}")}"')
    remove = ["!macro RemoveFiles", *(f'Delete "{_installed(path)}"' for path in listed)]
    folders = {folder for path in listed for folder in path.parents if folder.parts}
    # RMDir takes away empty folders only: where the officer has put a file, it stays.
    remove += [f'RMDir "{_installed(folder)}"' for folder in sorted(folders, key=lambda each: (-len(each.parts), each))]
    return "\n".join([*install, "!macroend", *remove, "!macroend", ""])


def longest(paths: Iterable[str]) -> int:
    """How much the longest path takes beside the folder that the officer chooses; Windows counts in UTF-16."""
    return max(len(f"\\{path}".encode("utf-16-le")) // 2 for path in paths)


def _installed(path: PureWindowsPath) -> str:
    return "$INSTDIR\\" + _quoted(str(path)) if path.parts else "$INSTDIR"


def _quoted(text: str) -> str:
    return text.replace("$", "$$").replace('"', '$\\"')
