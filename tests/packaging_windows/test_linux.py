"""The libraries that the Linux bundle brings along: all that anything asks for, no other, each with its licence."""

import shutil
from pathlib import Path

import pytest
from linux import libraries, system

ASKED = {
    "QtWidgets.abi3.so": {"libQt6Widgets.so.6", "libc.so.6"},
    "libQt6Widgets.so.6": {"libQt6Core.so.6", "libm.so.6"},
    "libQt6Core.so.6": set(),
    "libqgtk3.so": {"libgtk-3.so.0"},
    "libgtk-3.so.0": {"libgdk-3.so.0"},
    "libgdk-3.so.0": set(),
    "libthai.so.0": set(),
    "libpdfium.so": set(),
}


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    monkeypatch.setattr(libraries, "asked_for", lambda file: frozenset(ASKED.get(file.name, ())))


def bundle(*plugins):
    names = [name for name in ASKED if name != "libqgtk3.so"]
    return {name: Path(name) for name in [*names, *plugins, "words.txt"]}


def test_libraries_that_only_a_dropped_plugin_asked_for_go_with_it():
    kept = libraries.without_orphans(bundle())
    assert set(kept) == {
        "QtWidgets.abi3.so",
        "libQt6Widgets.so.6",
        "libQt6Core.so.6",
        "libthai.so.0",  # Qt loads it by its name
        "libpdfium.so",  # so does what draws pages
        "words.txt",
    }


def test_with_the_plugin_they_stay():
    assert "libgdk-3.so.0" in libraries.without_orphans(bundle("plugins/libqgtk3.so"))


def test_a_library_that_is_not_there_is_named_but_not_the_c_library():
    assert list(libraries.missing([Path("libQt6Widgets.so.6")])) == ["libQt6Widgets.so.6 asks for libQt6Core.so.6"]
    assert not list(libraries.missing([Path(name) for name in ASKED]))


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="only Debian knows which package a file is of")
def test_each_library_of_the_system_is_told_with_its_package_and_licence(tmp_path):
    (package,) = system.packages_of([Path("/bin/sh"), Path("/bin/sh"), tmp_path / "built_by_hand.so"])
    assert package.component.purl == f"pkg:deb/debian/{package.name}@{package.version}?arch=amd64"
    if (system.TOLD / package.name / "copyright").is_file():  # images of containers often leave them out
        system.lay_licences([package], tmp_path / "debian")
        assert (tmp_path / "debian" / f"{package.name}.txt").read_text(encoding="utf-8", errors="replace")
