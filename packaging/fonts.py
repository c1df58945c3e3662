"""Fetches the fonts again and lays them into fonts/, byte for byte as fonts/README.md lists them.

Needed only when a font is replaced by a newer one: `.venv/bin/python packaging/fonts.py` (asks npm for three packages).
"""

from __future__ import annotations

import base64
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

import uharfbuzz

FONTS = Path(__file__).resolve().parent.parent / "fonts"

OFFICIAL = ("THSarabunNew", "THSarabunNew-Bold", "THSarabunNew-Italic", "THSarabunNew-BoldItalic")
SCREEN = {
    "Regular": "400Regular",
    "Italic": "400Regular_Italic",
    "SemiBold": "600SemiBold",
    "Bold": "700Bold",
    "BoldItalic": "700Bold_Italic",
}
SYMBOLS = (range(0x2190, 0x2200), range(0x25A0, 0x2600), range(0x2600, 0x2618), range(0x2701, 0x27BF), [0x2B1B, 0x2B1C])
"""Arrows, shapes, ticks and boxes: what offices put before a line. Neither Thai font has them all."""


def packed(package: str, folder: Path) -> Path:
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True)
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    archive.unlink()
    return (folder / "package").rename(folder / re.sub(r"\W", "-", package))


def official(package: Path) -> None:
    """The genuine files travel in this package as base64, among others that we do not need."""
    stored = (package / "build" / "vfs_fonts.js").read_text("ascii")
    files: dict[str, str] = dict(re.findall(r'"([^"]+)\.ttf"\s*:\s*"([^"]+)"', stored))
    for name in OFFICIAL:
        (FONTS / f"{name}.ttf").write_bytes(base64.b64decode(files[name]))


def screen(package: Path) -> None:
    for style, folder in SCREEN.items():
        (FONTS / f"Sarabun-{style}.ttf").write_bytes((package / folder / f"Sarabun_{folder}.ttf").read_bytes())
    (FONTS / "Sarabun.OFL.txt").write_bytes((package / "LICENSE_FONT").read_bytes())


def symbols(package: Path) -> None:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(package / "400Regular" / "NotoSansSymbols2_400Regular.ttf"))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(code for codes in SYMBOLS for code in codes)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.clear()
    wanted.name_id_set.update(range(15))
    (FONTS / "NotoSansSymbols2-Subset.ttf").write_bytes(uharfbuzz.subset(face, wanted).blob.data)
    (FONTS / "NotoSansSymbols2.OFL.txt").write_bytes((package / "LICENSE_FONT").read_bytes())


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        official(packed("pdfmake-thai@0.1.38", Path(folder)))
        screen(packed("@expo-google-fonts/sarabun@0.4.1", Path(folder)))
        symbols(packed("@expo-google-fonts/noto-sans-symbols-2@0.4.1", Path(folder)))


if __name__ == "__main__":
    main()
