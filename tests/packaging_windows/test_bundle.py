"""What goes into a bundle, and that the same files always make the same bundle."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

import pytest
from bundle import archives, components, own_files, shiboken, sums
from bundle.components import Component
from bundle.trimming import Trim, files, trim, trimmed

import ita_desktop
from ita_desktop.delivery import installed

ROOT = Path(__file__).parents[2]
RULES = trim(ROOT / "packaging" / "windows" / "trim.toml")
QT = Component("qt", "6.12.0", "LGPL-3.0-only OR GPL-3.0-only", "หน้าต่าง", "pkg:pypi/qt@6.12.0", "ab" * 32)


@pytest.fixture(scope="module")
def parts_of():
    """The parts of each package that the program names anywhere, whenever it loads them."""
    found = defaultdict(set)
    imports = re.compile(
        r"^ *(?:from (\w+)\.(\w+)[\w.]* import|import (\w+)\.(\w+)|from (\w+) import (.+))", re.MULTILINE
    )
    for file in (ROOT / "ita_desktop").rglob("*.py"):
        for a, part_a, b, part_b, c, names in imports.findall(file.read_text(encoding="utf-8")):
            found[a or b or c] |= set(filter(None, (part_a, part_b, *re.findall(r"\w+", names))))
    return found


def test_every_part_of_qt_that_the_window_uses_is_kept(parts_of):
    used = {module for module in parts_of["PySide6"] if module.startswith("Qt")}
    assert {"QtCore", "QtWidgets"} <= used
    for module in used:
        assert RULES.keeps(f"lib/PySide6/{module}.pyd")
        assert RULES.keeps(f"lib/PySide6/{module.replace('Qt', 'Qt6', 1)}.dll")


@pytest.mark.parametrize("package", ["PIL", "openpyxl", "docx", "reportlab"])
def test_every_part_of_the_packages_that_the_program_uses_is_kept(package, parts_of):
    assert parts_of[package]
    for module in parts_of[package]:
        assert RULES.keeps(f"lib/{package}/{module}.py"), module
        assert RULES.keeps(f"lib/{package}/{module}/__init__.py"), module


@pytest.mark.parametrize(
    "path",
    [
        "lib/PySide6/qml/Qt/a.dll",
        "lib/PySide6/opengl32sw.dll",
        "lib/PySide6/translations/qt_de.qm",
        "lib/PySide6/QtCore.pyi",
        "lib/pip/__init__.py",
        "lib/openpyxl/py.typed",
        "runtime/_ssl.pyd",
    ],
)
def test_what_nobody_needs_is_left_out(path):
    assert not RULES.keeps(path)


def test_what_pyside_would_compile_at_each_start_it_finds_unpacked(tmp_path):
    own = Path(importlib.util.find_spec("shiboken6").origin).parent
    shutil.copytree(own, tmp_path / "shiboken6", ignore=shutil.ignore_patterns(shiboken.FOLDER))
    folder = shiboken.unpack(tmp_path)
    taken = "import shiboken6, shibokensupport; print(shibokensupport.__file__)"
    command, environment = [sys.executable, "-c", taken], {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(said.strip()).is_relative_to(folder)


def test_a_library_that_holds_something_else_stops_the_build(tmp_path):
    (tmp_path / "shiboken6").mkdir()
    (tmp_path / "shiboken6" / "shiboken6.abi3.dll").write_bytes(b"MZ" + b"A" * 1000)
    with pytest.raises(SystemExit):
        shiboken.unpack(tmp_path)


def test_trimming_leaves_no_empty_folders(tmp_path):
    for name in ("a/b/c.txt", "a/d.pyi", "e/f/g.pyi"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    trimmed(tmp_path, Trim({}, ("*.pyi",)))
    assert [file.relative_to(tmp_path).as_posix() for file in files(tmp_path)] == ["a/b/c.txt"]
    assert not (tmp_path / "e").exists()


def test_the_program_can_read_the_list_that_the_build_writes(tmp_path):
    (tmp_path / "โปรแกรม").mkdir()
    (tmp_path / "โปรแกรม" / "ก ข.txt").write_text("ก", encoding="utf-8")
    (tmp_path / "a.dll").write_bytes(b"MZ")
    sums.write_list(tmp_path)
    found = installed.examine(tmp_path)
    assert (found.files, found.as_built) == (2, True)


@pytest.fixture
def two_folders(tmp_path):
    """The same files, made in another order and at another time."""
    for place, names in (("one", ("ก.txt", "a/b.txt")), ("two", ("a/b.txt", "ก.txt"))):
        for name in names:
            file = tmp_path / place / "ITA Desktop" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name, encoding="utf-8")
            os.utime(file, (len(place) * 1000 + len(name), 1_000_000_000 + hash(place) % 1000))
    return tmp_path / "one" / "ITA Desktop", tmp_path / "two" / "ITA Desktop"


@pytest.mark.parametrize("pack", [archives.zipped, archives.tarred])
def test_the_same_files_make_the_same_archive(pack, two_folders, tmp_path):
    made = []
    for number, folder in enumerate(two_folders):
        pack(folder, tmp_path / str(number), 1_700_000_000)
        made.append((tmp_path / str(number)).read_bytes())
    assert made[0] == made[1]


def test_thai_names_stay_whole_in_the_portable_archive(two_folders, tmp_path):
    archives.zipped(two_folders[0], tmp_path / "a.zip", 1_700_000_000)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.namelist() == ["ITA Desktop/a/b.txt", "ITA Desktop/ก.txt"]
        assert packed.getinfo("ITA Desktop/ก.txt").flag_bits & 0x800  # names are UTF-8, and Windows is told so


def test_the_list_of_parts_is_cyclonedx_and_always_the_same():
    told = [components.sbom("1.0", [QT], 1_700_000_000, b"list") for _ in range(2)]
    assert told[0] == told[1]
    document = json.loads(told[0])
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert document["components"][0]["licenses"] == [{"expression": QT.licence}]
    assert document["serialNumber"] != json.loads(components.sbom("1.0", [QT], 0, b"other"))["serialNumber"]


def test_a_licence_that_is_no_spdx_expression_is_given_by_name():
    odd = Component("odd", "1", "see LICENSE, please", "", "pkg:generic/odd@1")
    (told,) = json.loads(components.sbom("1.0", [odd], 0, b""))["components"]
    assert told["licenses"] == [{"license": {"name": "see LICENSE, please"}}]


def test_only_packages_with_something_left_are_told_of(tmp_path):
    for name, left in (("kept", "kept.py"), ("pip", "pip/gone.py")):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\nLicense-Expression: MIT\nSummary: s\n")
        (info / "RECORD").write_text(f"{left},,\n{info.name}/METADATA,,\n../bin/x,,\n")
    (tmp_path / "kept.py").touch()
    infos = components.in_bundle(tmp_path, lambda name: (tmp_path / name).is_file())
    assert [part.purl for part in components.of_packages(infos, "lib")] == ["pkg:pypi/kept@1.0"]


def test_the_bundle_is_of_this_version():
    assert own_files.version() == ita_desktop.__version__


def test_our_own_files_lie_as_in_the_wheel(tmp_path):
    own_files.lay(tmp_path)
    package = tmp_path / "ita_desktop"
    assert (package / "__main__.py").is_file()
    assert list((package / "resources" / "frameworks").glob("*.toml"))
    assert list((package / "fonts").glob("*.ttf"))
    assert not list(package.rglob("*.pyc"))
