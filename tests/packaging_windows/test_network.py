"""A bundle cannot speak to a server; what it keeps of its libraries works without what can."""

import subprocess
import sys
from pathlib import Path

import pytest
from bundle import network

SIGN_WITHOUT = """
import importlib.abc, importlib.util, sys
from pathlib import Path

instead, speakers = Path(sys.argv[1]), set(sys.argv[2:])

class AsInABundle(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in speakers:
            raise ModuleNotFoundError(name, name=name)
        module = instead.joinpath(*name.split("."))
        for file in (module.with_suffix(".py"), module / "__init__.py"):
            if file.is_file():
                return importlib.util.spec_from_file_location(name, file)

sys.meta_path.insert(0, AsInABundle())
import ita_desktop.delivery.locked, ita_desktop.render.signing.pades
from pyhanko.sign.timestamps import HTTPTimeStamper
try:
    HTTPTimeStamper("https://localhost/")
except NotImplementedError:
    print("works, and refuses")
"""


def package(tmp_path):
    for name in (*(f"{name}/__init__.py" for name in network.SPEAKERS), "kept.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    for module in network.INSTEAD.rglob("*.py"):
        theirs = tmp_path / module.relative_to(network.INSTEAD)
        theirs.parent.mkdir(parents=True)
        theirs.write_text("import aiohttp")
        (theirs.parent / "client.py").write_text("import aiohttp")
    return tmp_path


def test_what_speaks_to_servers_is_taken_out(tmp_path):
    packages = package(tmp_path)
    network.cut_off(packages)
    assert not any((packages / name).exists() for name in network.SPEAKERS)
    assert (packages / "kept.py").exists()
    for module in network.INSTEAD.rglob("*.py"):
        assert (packages / module.relative_to(network.INSTEAD)).read_bytes() == module.read_bytes()
    assert not (packages / "pyhanko_certvalidator/fetchers/aiohttp_fetchers/client.py").exists()


def test_a_library_that_was_rebuilt_stops_the_build(tmp_path):
    packages = package(tmp_path)
    (packages / "pyhanko/sign/timestamps/aiohttp_client.py").unlink()
    with pytest.raises(SystemExit, match="is no more"):
        network.cut_off(packages)


def test_the_modules_replaced_are_those_of_the_locked_library():
    packages = Path(pytest.importorskip("pyhanko_certvalidator").__file__).parents[1]
    assert all((packages / module.relative_to(network.INSTEAD)).is_file() for module in network.INSTEAD.rglob("*.py"))


def test_papers_are_locked_and_signed_without_what_speaks_to_servers():
    pytest.importorskip("pyhanko")
    without = [*network.SPEAKERS, "ssl", "_ssl", "_hashlib"]
    done = subprocess.run(
        [sys.executable, "-c", SIGN_WITHOUT, network.INSTEAD, *without], capture_output=True, text=True
    )
    assert done.stdout == "works, and refuses\n", done.stderr
