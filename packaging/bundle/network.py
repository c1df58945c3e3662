"""No network: a bundle could not speak to a server if it wanted to.

pyHanko loads what speaks to servers with everything else, though nobody asks it for that. In a bundle two of its
modules are ours instead, and refuse; then all the packages that only these want can go.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import prepare

INSTEAD = Path(__file__).with_name("without_network")
SPEAKERS = (
    *("aiohttp", "aiohappyeyeballs", "aiosignal", "attr", "attrs", "frozenlist", "multidict", "propcache", "yarl"),
    *("certifi", "charset_normalizer", "idna"),
    "oscrypto",  # asks the system whom it trusts, and is loaded for that alone
)


def cut_off(packages: Path) -> None:
    for module in sorted(INSTEAD.rglob("*.py")):
        replaced = packages / module.relative_to(INSTEAD)
        if not replaced.is_file():
            prepare.stop(f"{replaced} is no more: what speaks to servers in its place?")
        if replaced.name == "__init__.py":
            shutil.rmtree(replaced.parent)
            replaced.parent.mkdir()
        shutil.copyfile(module, replaced)
    for name in SPEAKERS:
        shutil.rmtree(packages / name)
