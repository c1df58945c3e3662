"""An officer's picture made ready for paper: upright as the camera was held, no finer than print can show."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

from ita_desktop.papers.blocks import Align, Picture
from ita_desktop.render.pdf.form import Look
from ita_desktop.render.pdf.lines import Line
from ita_desktop.render.pdf.setting import Setting

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_DOTS_PER_POINT = 220 / 72
_JPEG_QUALITY = 85
_SMALL = Look(12)
_FRAME = 0.5
_FRAME_COLOR = "#8A949E"


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    reader: ImageReader
    width: float
    height: float
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.picture(self.reader, x, y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class EmptyFrame:
    """Stands where a picture is missing, and says why if there is something to say."""

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        corners = ((x, y), (x + self.width, y), (x + self.width, y + self.height), (x, y + self.height), (x, y))
        sheet.rule(corners, _FRAME, color=_FRAME_COLOR)
        top = y + (self.height - sum(line.height for line in self.lines)) / 2
        for line in self.lines:
            line.draw(sheet, x, top)
            top += line.height


@lru_cache(maxsize=32)
def ready(picture: Picture, width: float, height: float) -> ReadyPicture | None:
    """The picture as large as the room allows; None if it cannot be read."""
    most = round(max(width, height) * _DOTS_PER_POINT)
    try:
        with Image.open(io.BytesIO(picture.data)) as opened:
            is_photo = opened.format == "JPEG"
            opened.draft("RGB", (most, most))
            upright = ImageOps.exif_transpose(opened)
            scale = min(width / upright.width, height / upright.height)
            fitted = (upright.width * scale, upright.height * scale)
            upright.thumbnail((max(1, fitted[0] * _DOTS_PER_POINT), max(1, fitted[1] * _DOTS_PER_POINT)))
            file = io.BytesIO()
            _on_white(upright).save(file, "JPEG" if is_photo else "PNG", quality=_JPEG_QUALITY)
    except Exception:  # decoders fail in countless ways, and a bad picture must never stop a paper
        logging.getLogger(__name__).info("A picture cannot be read", exc_info=True)
        return None
    return ReadyPicture(ImageReader(file), *fitted)


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, which archives do not want, and in colours that every viewer shows alike."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.convert("RGBA").getchannel("A"))
    return paper


def emblem(picture: Picture | None, height: float, setting: Setting) -> ReadyPicture | EmptyFrame:
    """The office's emblem in its official height; an empty frame while there is none."""
    if picture is None:
        return EmptyFrame(height, height)
    return ready(picture, 2 * height, height) or unreadable(picture, height, height, setting)


def unreadable(picture: Picture, width: float, height: float, setting: Setting) -> EmptyFrame:
    said = f"แสดงภาพไม่ได้ {picture.name}".strip()
    return EmptyFrame(width, height, setting.lines(said, _SMALL, width - 4, align=Align.CENTER))
