"""Whatever comes from outside is pinned, and nothing of it is run before it is looked at."""

import re
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from bundle import inputs

PACKAGING = Path(__file__).parents[2] / "packaging"


def test_every_file_from_outside_is_pinned():
    listed = inputs.inputs(PACKAGING / "windows" / "inputs.toml")
    assert {"python", "compiler", "libthai", "libdatrie"} <= set(listed)
    assert all(re.fullmatch("[0-9a-f]{64}", each.sha256) and each.what for each in listed.values())


@pytest.mark.parametrize("lock", ["bundle/tools.lock", "linux/pyinstaller.lock"])
def test_every_tool_is_pinned(lock):
    text = (PACKAGING / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^\w.*(?:\n .*)*", text, re.MULTILINE)
    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_another_file_of_the_same_name_is_not_taken(tmp_path, monkeypatch):
    wanted = inputs.Input("python", "", "pypi", "python", "python.tar.gz", "0" * 64)
    monkeypatch.setattr(inputs, "BUILD", tmp_path)
    monkeypatch.setitem(inputs._CLIENTS, "pypi", lambda _wanted, _tools, folder: (folder / wanted.file).touch())
    with pytest.raises(SystemExit, match="is not what it was"):
        inputs.fetched(wanted, None)
    assert not list((tmp_path / "inputs").iterdir())


def test_a_source_package_is_fetched_without_running_anything_of_it(tmp_path):
    """By pip itself, from a folder; the setup.py in it would tell on itself."""
    told = tmp_path / "told"
    files = {"PKG-INFO": "Metadata-Version: 2.1\nName: a-b\nVersion: 1.0\n", "setup.py": f"open({str(told)!r}, 'w')\n"}
    with tarfile.open(tmp_path / "a-b-1.0.tar.gz", "w:gz") as package:
        for name, content in files.items():
            facts = tarfile.TarInfo(f"a-b-1.0/{name}")
            facts.size = len(content)
            package.addfile(facts, BytesIO(content.encode()))
    pip = (sys.executable, "-m", "pip")

    class Tools:
        def pip(self, *arguments, more):
            command = [*pip, *map(str, arguments), "--no-index", "--find-links", str(tmp_path)]
            subprocess.run(command, env=more, check=True, capture_output=True)

    (tmp_path / "into").mkdir()
    wanted = inputs.Input("a", "", "pypi", "a-b==1.0", "a-b-1.0.tar.gz", "")
    inputs._from_pypi(wanted, Tools(), tmp_path / "into")
    assert (tmp_path / "into" / wanted.file).is_file()
    assert not told.exists()


@pytest.mark.parametrize(
    ("listed", "asks"),
    [
        (
            "deb [signed-by=/a.gpg] mirror stable main\n# deb no\n",
            "deb-src [signed-by=/a.gpg] mirror stable main\n# deb no\n",
        ),
        ("deb-src mirror stable main\n", "deb-src mirror stable main\n"),
        ("Types: deb\nURIs: mirror\n", "Types: deb-src\nURIs: mirror\n"),
        ("Types: deb deb-src\nURIs: mirror\n", "Types: deb-src\nURIs: mirror\n"),
    ],
)
def test_the_machines_own_registries_are_asked_for_sources(listed, asks):
    assert inputs.for_sources(listed) == asks
