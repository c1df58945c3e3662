"""Pictures as officers have them and as they should not be: cut off, flipped, huge, misnamed, in odd colours."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw


@dataclass(frozen=True)
class Odd:
    what: str
    data: bytes
    good: bool | None = None
    """Whether it is to be printed; None where either is right."""


def _drawn(chance: random.Random, mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", (chance.randrange(1, 400), chance.randrange(1, 400)), "white")
    pen = ImageDraw.Draw(image)
    for _ in range(5):
        pen.line([chance.randrange(400) for _ in range(4)], fill=chance.randrange(1 << 24), width=3)
    return image.convert(mode)


def _saved(image: Image.Image, format: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **how)
    return file.getvalue()


KINDS = (
    *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    *(("PNG", mode) for mode in ("RGB", "RGBA", "P", "L", "LA", "1", "I;16")),
    *(("GIF", "P"), ("BMP", "RGB"), ("WEBP", "RGBA"), ("TIFF", "RGB"), ("TIFF", "CMYK"), ("PPM", "RGB")),
)
FOREIGN = (
    b"",
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    b"PK\3\4" + bytes(60),
    b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='9' height='9'/></svg>",
    b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"GIF89a",
    b"MZ" + bytes(200),
    "ไม่ใช่ภาพ".encode(),
)


def _any(chance: random.Random) -> tuple[str, bytes]:
    format, mode = chance.choice(KINDS)
    return f"{format} {mode}", _saved(_drawn(chance, mode), format)


def _whole(chance: random.Random) -> Odd:
    what, data = _any(chance)
    return Odd(what, data, good=True)


def _cut(chance: random.Random) -> Odd:
    what, data = _any(chance)
    return Odd(f"{what}, cut off", data[: chance.randrange(len(data))])


def _flipped(chance: random.Random) -> Odd:
    what, data = _any(chance)
    content = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return Odd(f"{what}, flipped", bytes(content))


def _zeroed(chance: random.Random) -> Odd:
    what, data = _any(chance)
    start = chance.randrange(len(data))
    return Odd(f"{what}, zeroed", data[:start] + bytes(len(data) - start))


def _foreign(chance: random.Random) -> Odd:
    return Odd("no picture", chance.choice(FOREIGN), good=False)


def _turned(chance: random.Random) -> Odd:
    exif = Image.Exif()
    exif[0x0112] = turned = chance.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 0))
    format = chance.choice(("JPEG", "PNG", "WEBP"))
    return Odd(f"{format}, turned {turned}", _saved(_drawn(chance), format, exif=exif), good=True)


def _huge(chance: random.Random) -> Odd:
    """Some kilobytes that want ten gigabytes."""
    width, height = chance.choice(((50_000, 50_000), (100_000, 20_000), (2_000_000_000, 1), (1, 2_000_000_000)))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000), 9)
    return Odd(
        f"PNG of {width} by {height}", b"\x89PNG\r\n\x1a\n" + _chunks((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )


def _chunks(*parts: tuple[bytes, bytes]) -> bytes:
    return b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def _thin(chance: random.Random) -> Odd:
    size = chance.choice(((1, 1), (1, 20_000), (20_000, 1)))
    return Odd(f"{size[0]} by {size[1]}", _saved(Image.new("RGB", size, "red"), "PNG"))


def _odd_profile(chance: random.Random) -> Odd:
    return Odd(
        "JPEG with a broken profile", _saved(_drawn(chance), "JPEG", icc_profile=chance.randbytes(300)), good=True
    )


def _many(chance: random.Random) -> Odd:
    frames = [Image.new("P", (30, 30), number) for number in range(5)]
    return Odd("GIF that moves", _saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), good=True)


MAKERS: tuple[Callable[[random.Random], Odd], ...] = (
    *(_whole, _cut, _flipped, _zeroed, _foreign, _turned, _huge, _thin, _odd_profile, _many),
)


def odd_pictures(count: int, seed: int) -> list[Odd]:
    chance = random.Random(seed)
    return [MAKERS[number % len(MAKERS)](chance) for number in range(count)]
