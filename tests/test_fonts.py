"""The fonts lie here as they came, each with its licence."""

import hashlib
import re
from pathlib import Path

FONTS = Path(__file__).parent.parent / "fonts"


def listed() -> dict[str, tuple[str, str]]:
    rows = re.findall(
        r"^\| `([^`]+)` \|.*\| ([^|]+) \| `([0-9a-f]{64})` \|$", (FONTS / "README.md").read_text(), re.MULTILINE
    )
    return {name: (licence, digest) for name, licence, digest in rows}


def test_every_font_is_the_file_that_the_readme_names():
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.ttf")}
    assert found == {name: digest for name, (_, digest) in listed().items()}


def test_every_font_has_the_text_of_its_licence_beside_it():
    for licence, _ in listed().values():
        texts = re.findall(r"`([^`]+\.txt)`", licence)
        assert texts
        assert all((FONTS / text).stat().st_size > 1000 for text in texts)
