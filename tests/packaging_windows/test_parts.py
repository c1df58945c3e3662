"""The list of parts tells the truth: every binary is somebody's, and what is inside it is named as it says itself."""

import json
import re

import pytest
from bundle import claims, components, inside, licences
from bundle.components import Component

DRAWING = Component("drawing", "1.0", "MIT", "Draws", "pkg:pypi/drawing@1.0", brings=("lib/drawing/*.pyd",))


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """With one library."""
    (tmp_path / "lib" / "drawing").mkdir(parents=True)
    (tmp_path / "lib" / "drawing" / "_draw.pyd").write_bytes(b"MZ\x90\x00 libline version 2.14.6\x00")
    known = inside.Inside("drawing", "libline", "Zlib", "*/_draw.*", rb"libline version (\d+)\.(\d+)\.(\d+)")
    monkeypatch.setattr(inside, "KNOWN", (known,))
    return tmp_path


def test_each_part_names_its_binaries_and_what_is_inside_them(bundle):
    (part,) = claims.claimed(bundle, [DRAWING], {})
    assert part.files == ("lib/drawing/_draw.pyd",)
    assert [(each.name, each.version, each.licence) for each in part.parts] == [("libline", "2.14.6", "Zlib")]
    (told,) = json.loads(components.sbom("1.0", [part], 0, b""))["components"]
    assert told["evidence"] == {"occurrences": [{"location": "lib/drawing/_draw.pyd"}]}
    assert told["components"][0]["purl"] == "pkg:generic/libline@2.14.6"


def test_a_binary_of_nobody_stops_the_build(bundle):
    (bundle / "strange.dll").write_bytes(b"MZ")
    with pytest.raises(SystemExit, match=re.escape("Whose is strange.dll?")):
        claims.claimed(bundle, [DRAWING], {"drawing": ("lib/*",)})


def test_where_a_version_is_no_longer_told_somebody_has_to_look(bundle):
    (bundle / "lib" / "drawing" / "_draw.pyd").write_bytes(b"MZ")
    with pytest.raises(SystemExit, match="no longer says which libline"):
        claims.claimed(bundle, [DRAWING], {"drawing": ("lib/*",)})


def test_a_package_of_rust_tells_of_its_crates(tmp_path):
    info = tmp_path / "rusty-1.0.dist-info"
    (info / "sboms").mkdir(parents=True)
    (info / "METADATA").write_text("Name: rusty\nVersion: 1.0\nLicense-Expression: MIT\nSummary: s\n")
    (info / "RECORD").write_text("rusty/_rusty.pyd,,\nrusty/__init__.py,,\n")
    crate = {"name": "oak", "version": "0.1", "purl": "pkg:cargo/oak@0.1?x=y", "licenses": [{"expression": "MIT"}]}
    other = {"name": "rusty", "version": "1.0", "purl": "pkg:pypi/rusty@1.0"}
    (info / "sboms" / "rusty.json").write_text(json.dumps({"components": [crate, other]}))
    (part,) = components.of_packages([info], "lib")
    assert part.brings == ("lib/rusty/_rusty.pyd",)
    assert [(each.purl, each.licence) for each in part.parts] == [("pkg:cargo/oak@0.1", "MIT")]


def test_a_bundle_has_the_terms_of_its_own_system_and_not_of_the_other(tmp_path):
    for system, other in (("Windows", "Linux"), ("Linux", "Windows")):
        into = tmp_path / system
        licences.lay(into, system, [DRAWING], [], tmp_path, [])
        names = {file.name for file in into.iterdir()}
        assert {f"{system}.txt", "Inside.txt", "Qt.txt", "LICENSE.txt", "README.txt"} <= names
        assert f"{other}.txt" not in names
        assert "drawing 1.0: MIT. Draws" in (into / "README.txt").read_text(encoding="utf-8")
