"""Draws the Windows icons and the installer's picture: `.venv/bin/python packaging/icons/draw.py`, if one has changed.

What it makes is kept in git, so that a bundle needs no Qt to be built.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
PICTURES = {
    "ita-desktop": HERE.parent.parent / "resources" / "icons" / "ita-desktop.svg",
    "workbook": HERE / "workbook.svg",
}
INSTALLER = HERE / "installer.bmp"
SIDE = (164, 314)  # the size of the picture at the side of an installer's last page, as Windows has always had it
SIDE_COLOUR = "#e0eceb"
SIZES = (256, 128, 64, 48, 40, 32, 24, 20, 16)


def drawn(picture: Path, size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(picture)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def main() -> None:
    for name, picture in PICTURES.items():
        largest, *smaller = (drawn(picture, size) for size in SIZES)
        sizes = [(size, size) for size in SIZES]
        largest.save(HERE / f"{name}.ico", sizes=sizes, append_images=smaller)
    side = Image.new("RGBA", SIDE, SIDE_COLOUR)
    side.alpha_composite(drawn(PICTURES["ita-desktop"], 96), ((SIDE[0] - 96) // 2, 64))
    side.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(INSTALLER)


if __name__ == "__main__":
    main()
