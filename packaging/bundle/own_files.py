"""Our own package as it stands in the checkout, with its resources and fonts: what git keeps or would keep."""

from __future__ import annotations

import shutil
from pathlib import Path

from bundle.tools import ROOT, run

PLACES = {"ita_desktop/": "", "resources/": "ita_desktop/", "fonts/": "ita_desktop/"}
"""The folders of the checkout, and below what each goes: as in the wheel."""


def lay(into: Path) -> None:
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *PLACES, folder=ROOT)
    for name in filter(None, listed.split("\0")):
        source = ROOT / name
        if source.is_file():  # removed, and not yet said so to git
            target = into / PLACES[f"{name.partition('/')[0]}/"] / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def version() -> str:
    facts: dict[str, str] = {}
    exec((ROOT / "ita_desktop" / "__init__.py").read_text("utf-8"), facts)  # noqa: S102 - our own, one assignment
    return facts["__version__"]
