"""Pictures in Word. A bad picture never stops a paper: a line says which one it is."""

from __future__ import annotations

import logging
from io import BytesIO

from docx.shared import Emu, Length, Mm
from docx.text.paragraph import Paragraph as WordParagraph

from ita_desktop.papers.blocks import Picture
from ita_desktop.render.docx import text
from ita_desktop.render.docx.xml import element

_MARGIN_LEFT = 30.0
_EMBLEM_TOP = 15.0
_JPEG_QUALITY = 90


def inline(made: WordParagraph, picture: Picture, height: float) -> None:
    made.paragraph_format.line_spacing = 1.0  # as high as the picture: of a line of a set height it would show the foot
    _add(made, picture, height=Mm(height))


def in_width(made: WordParagraph, picture: Picture, width: float, height: float | None = None) -> None:
    _add(made, picture, width=Mm(width), height=Mm(height) if height else None)


def _add(made: WordParagraph, picture: Picture, *, width: Length | None = None, height: Length | None = None) -> bool:
    for ready in (upright, drawn_anew):
        try:
            made.add_run().add_picture(BytesIO(ready(picture.data)), width=width, height=height)
        except Exception:  # decoders fail in countless ways, and a bad picture must never stop a paper
            logging.getLogger(__name__).info("A picture cannot be read", exc_info=True)
        else:
            return True
    text.write(made, f"[อ่านรูปภาพไม่ได้: {picture.name or 'ไม่มีชื่อ'}]")
    return False


def upright(data: bytes) -> bytes:
    """The picture as a person held it: turned by its EXIF mark, and in a format that Word knows."""
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        opened.load()  # one that breaks off in the middle would be found out by Word, before the person's eyes
        turned = opened.getexif().get(0x0112, 1) != 1
        known = opened.format in ("PNG", "JPEG", "GIF", "BMP") and opened.mode != "CMYK"
    return data if known and not turned else drawn_anew(data)


def drawn_anew(data: bytes) -> bytes:
    """What is a little amiss, and would be refused by Word or on the way there, is whole afterwards."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data)) as opened:
        is_photo = opened.format == "JPEG"
        image = ImageOps.exif_transpose(opened)
        if image.mode not in ("RGB", "L") and (is_photo or image.mode != "RGBA"):
            image = image.convert("RGB")
        kept = BytesIO()
        image.save(kept, "JPEG" if is_photo else "PNG", quality=_JPEG_QUALITY)
        return kept.getvalue()


def float_left(made: WordParagraph, picture: Picture, height: float) -> None:
    """The emblem of a memo: at the left margin, 15 mm from the paper's edge, the title beside it undisturbed."""
    if not _add(made, picture, height=Mm(height)):
        return
    inline_shape = made._p.xpath(".//wp:inline")[0]
    extent = inline_shape.find("{*}extent")
    width = Emu(int(extent.get("cx")))
    anchor = element("wp:anchor")
    for key, value in {
        "distT": 0, "distB": 0, "distL": 0, "distR": 0, "simplePos": 0, "relativeHeight": 1, "behindDoc": 0,
        "locked": 0, "layoutInCell": 1, "allowOverlap": 1,
    }.items():  # fmt: skip
        anchor.set(key, str(value))
    simple = element("wp:simplePos")
    simple.set("x", "0")
    simple.set("y", "0")
    anchor.append(simple)
    for name, offset in (("wp:positionH", Mm(_MARGIN_LEFT)), ("wp:positionV", Mm(_EMBLEM_TOP))):
        position = element(name)
        position.set("relativeFrom", "page")
        place = element("wp:posOffset")
        place.text = str(int(offset))
        position.append(place)
        anchor.append(position)
    size = element("wp:extent")
    size.set("cx", str(int(width)))
    size.set("cy", str(int(Mm(height))))
    anchor.append(size)
    anchor.append(element("wp:wrapNone"))
    for child in list(inline_shape):
        if not child.tag.endswith("}extent"):
            anchor.append(child)
    inline_shape.getparent().replace(inline_shape, anchor)
