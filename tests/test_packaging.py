"""A newcomer's two commands, the exact packages behind them, and what the wheel carries."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import ita_desktop

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")


@pytest.fixture
def prepare(monkeypatch):
    spec = spec_from_file_location("prepare", PACKAGING / "prepare.py")
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "prepare", module)
    spec.loader.exec_module(module)
    return module


def locked(name):
    """The pinned lines of a lock file, by package: `{"lxml": {"lxml==6.1.3"}}`."""
    pins = {}
    for line in (PACKAGING / name).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            pin = line.rstrip(" \\")
            pins.setdefault(canonicalize_name(re.split("[=; ]", pin)[0]), set()).add(pin)
    return pins


def requirements(*, dev=False):
    listed = PROJECT["project"]["dependencies"] + (PROJECT["dependency-groups"]["dev"] if dev else [])
    return [Requirement(line) for line in listed]


def test_the_readme_begins_with_the_two_commands():
    blocks = re.findall(
        r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks[:2] == ["./packaging/run\n", "./packaging/test\n"]


@pytest.mark.parametrize("script", ["packaging/run", "packaging/test", "packaging/lock", ".ci/run"])
def test_the_scripts_can_be_started(script):
    assert (ROOT / script).read_text(encoding="utf-8").startswith("#!/usr/bin/env ")
    assert sys.platform == "win32" or os.access(ROOT / script, os.X_OK)


def test_the_machine_that_checks_does_what_a_newcomer_does():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if not line.startswith("#")]
    assert commands == ['cd "$(dirname "$0")/.." && exec ./packaging/test']


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_exact_and_known_by_its_hash(lock):
    text = (PACKAGING / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert entries
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n?)+", entry), (
            entry
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_machine_and_no_host(lock):
    assert not re.search(r"://|--index|--find-links|file:|/home|/tmp", (PACKAGING / lock).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("lock", "dev"), [("requirements.lock", False), ("requirements-dev.lock", True)])
def test_what_the_project_asks_for_is_locked_as_it_asks(lock, dev):
    pins = locked(lock)
    for wanted in requirements(dev=dev):
        versions = [pin.partition("==")[2].split()[0] for pin in pins[canonicalize_name(wanted.name)]]
        assert any(wanted.specifier.contains(version) for version in versions), wanted


def test_python_3_11_gets_a_qt_that_is_safe_there():
    (pin,) = (pin for pin in locked("requirements.lock")["pyside6-essentials"] if "< '3.12'" in pin)
    assert Requirement("x<6.12").specifier.contains(pin.partition("==")[2].split()[0])


def test_the_lock_of_the_tests_holds_what_running_and_building_need():
    everything = locked("requirements-dev.lock")
    for lock in ("requirements.lock", "requirements-build.lock"):
        for name, pins in locked(lock).items():
            assert pins == everything[name]


def test_the_build_lock_builds_what_the_project_says():
    (build,) = (Requirement(line) for line in PROJECT["build-system"]["requires"])
    (pin,) = locked("requirements-build.lock")[build.name]
    assert build.specifier.contains(pin.partition("==")[2])


def test_nothing_else_is_installed_that_slows_the_start():
    # sqlite-utils loads pandas wherever it finds it, which triples the time to the first window.
    assert not {"pandas", "numpy"} & set(locked("requirements.lock"))


def test_what_is_new_is_told_for_the_version_at_hand():
    assert f"\n## {ita_desktop.__version__} " in (PACKAGING / "CHANGELOG.md").read_text(encoding="utf-8")


def test_missing_system_libraries_are_named_with_the_command_that_brings_them(prepare, monkeypatch):
    monkeypatch.setattr(prepare, "_loads", lambda library: library not in ("libEGL.so.1", "libxcb-cursor.so.0"))
    monkeypatch.setattr(prepare, "_may_install", lambda: False)
    with pytest.raises(SystemExit, match="sudo apt-get install libegl1 libxcb-cursor0\n"):
        prepare._find_libraries_of_qt("xcb")


def test_missing_system_libraries_are_installed_where_that_is_allowed(prepare, monkeypatch):
    installed = []
    monkeypatch.setattr(prepare, "_loads", lambda library: library != "libglib-2.0.so.0")
    monkeypatch.setattr(prepare, "_may_install", lambda: True)
    monkeypatch.setattr(prepare, "_apt_install", lambda packages: installed.extend(packages) or True)
    monkeypatch.setattr(prepare, "_trouble_of_qt", lambda _plugin: "")
    prepare._find_libraries_of_qt("offscreen")
    assert installed == ["libglib2.0-0"]


def test_a_library_that_nobody_foresaw_is_named_in_the_end(prepare, monkeypatch):
    nowhere = "raise ImportError('libnew.so.7: cannot open shared object file')"
    real_run = subprocess.run
    monkeypatch.setattr(
        prepare.subprocess, "run", lambda command, **options: real_run([*command[:2], nowhere], **options)
    )
    monkeypatch.setattr(prepare, "PYTHON", sys.executable)
    assert prepare._trouble_of_qt("offscreen") == "ImportError: libnew.so.7: cannot open shared object file"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves Qt's libraries to the system")
@pytest.mark.parametrize("plugin", ["offscreen", "xcb"])
def test_every_system_library_of_qt_is_known_by_its_debian_package(prepare, plugin):
    pyside = Path(pytest.importorskip("PySide6").__file__).resolve().parent
    plugin_file = pyside / f"Qt/plugins/platforms/libq{plugin}.so"
    told = subprocess.run(["ldd", plugin_file], capture_output=True, text=True).stdout
    if not told:
        pytest.skip("this ldd says nothing of a plugin whose libraries are missing")
    places = {name: Path(where).resolve() for name, where in re.findall(r"(\S+) => (\S+)", told)}
    from_the_system = {name for name, where in places.items() if pyside not in where.parents}
    named_by_qt = set()
    for binary in [plugin_file, *(places[name] for name in places.keys() - from_the_system)]:
        named_by_qt |= {name.decode() for name in re.findall(rb"lib[\w.+-]+?\.so(?:\.\d+)*", binary.read_bytes())}
    always_there = {f"lib{name}" for name in ("c.so.6", "m.so.6", "dl.so.2", "rt.so.1", "pthread.so.0", "gcc_s.so.1")}
    foreseen = set(prepare.DEBIAN_PACKAGES["offscreen"]) | set(prepare.DEBIAN_PACKAGES[plugin])
    assert "libEGL.so.1" in from_the_system & named_by_qt
    assert from_the_system & named_by_qt - always_there <= foreseen


def test_a_wheel_carries_the_rules_the_phrases_the_example_and_the_fonts(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    for folder in ("resources", "fonts"):
        ours = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
        carried = (installed / "ita_desktop" / folder).rglob("*")
        theirs = {path.relative_to(installed / "ita_desktop") for path in carried if path.is_file()}
        assert ours == theirs
    ask = "from ita_desktop import paths; print(paths.RESOURCES, paths.FONTS, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", ask], cwd=installed, check=True, capture_output=True, text=True).stdout
    assert told.splitlines() == [str(installed / "ita_desktop" / name) for name in ("resources", "fonts")]
