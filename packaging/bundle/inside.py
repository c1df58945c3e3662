"""What is inside the binaries that others built: libraries that no file of their own shows.

Their versions are read from the binaries themselves. Where one cannot be found any more the build stops, so that
somebody looks at what the newer package holds before it is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import prepare

from bundle.components import Component


@dataclass(frozen=True)
class Inside:
    """A library in files of a package; the groups of `version` are its parts, and empty where it does not say."""

    package: str
    name: str
    licence: str
    files: str
    version: bytes = b""


_ZLIB = rb"flate (\d\S*) Copyright"
_JPEG = rb"libjpeg-turbo version (\d+\.\d+\.\d+)"
_WITH_ZEROS = rb"\x00(\d)(\d\d)(\d\d)\x00"  # 21406 is 2.14.6
KNOWN = (
    Inside("python", "SQLite", "blessing", "runtime/sqlite3.dll", rb"\b(3\.\d\d\.\d+)\b"),
    Inside("python", "Expat", "MIT", "*pyexpat*", rb"expat_(\d+\.\d+\.\d+)"),
    Inside("python", "bzip2", "bzip2-1.0.6", "runtime/_bz2.pyd", rb"(1\.0\.\d), \d+-\w{3}-\d{4}"),
    Inside("python", "libffi", "MIT", "runtime/libffi*.dll"),
    Inside("python", "liblzma", "0BSD", "runtime/_lzma.pyd"),
    Inside("python", "zlib", "Zlib", "runtime/python3??.dll"),
    Inside("python", "mpdecimal", "BSD-2-Clause", "*_decimal*"),
    Inside("cryptography", "OpenSSL", "Apache-2.0", "*/bindings/_rust*", rb"OpenSSL (\d+\.\d+\.\d+) \d+ \w+ \d{4}"),
    Inside("lxml", "libxml2", "MIT", "*/lxml/etree*", _WITH_ZEROS.replace(rb"\d", b"2", 1)),
    Inside("lxml", "libxslt", "MIT", "*/lxml/etree*", _WITH_ZEROS.replace(rb"\d", b"1", 1)),
    Inside("lxml", "zlib", "Zlib", "*/lxml/etree*", _ZLIB),
    Inside("lxml", "libiconv", "LGPL-2.1-or-later", "lib/lxml/etree*.pyd"),
    Inside("pikepdf", "qpdf", "Apache-2.0", "*/pikepdf.libs/*qpdf*", rb"\x00(1\d\.\d+\.\d+)\x00"),
    Inside("pikepdf", "libjpeg-turbo", "IJG AND BSD-3-Clause", "*/pikepdf.libs/libjpeg*", _JPEG),
    Inside("pikepdf", "libjpeg-turbo", "IJG AND BSD-3-Clause", "lib/pikepdf.libs/*qpdf*", _JPEG),
    Inside("pikepdf", "zlib", "Zlib", "lib/pikepdf.libs/*qpdf*", _ZLIB),
    Inside("pillow", "libjpeg-turbo", "IJG AND BSD-3-Clause", "lib/PIL/_imaging.*", _JPEG),
    Inside("pillow", "libjpeg-turbo", "IJG AND BSD-3-Clause", "*/pillow.libs/libjpeg*", _JPEG),
    Inside("pillow", "LibTIFF", "libtiff", "lib/PIL/_imaging.*", rb"LIBTIFF, Version (\d+\.\d+\.\d+)"),
    Inside("pillow", "LibTIFF", "libtiff", "*/pillow.libs/libtiff*", rb"LIBTIFF, Version (\d+\.\d+\.\d+)"),
    Inside("pillow", "OpenJPEG", "BSD-2-Clause", "lib/PIL/_imaging.*", rb"\b(2\.5\.\d)\b"),
    Inside("pillow", "OpenJPEG", "BSD-2-Clause", "*/pillow.libs/libopenjp2*", rb"\x00(2\.\d\.\d)\x00"),
    Inside("pillow", "zlib-ng", "Zlib", "*/PIL/_imaging.*"),
    Inside("pillow", "liblzma", "0BSD", "*/pillow.libs/liblzma*", rb"\x00(5\.\d+\.\d+)\x00"),
    Inside("pillow", "Zstandard", "BSD-3-Clause", "*/pillow.libs/libzstd*", rb"\x00(1\.\d+\.\d+)\x00"),
    Inside("pillow", "Little CMS", "MIT", "*/PIL/_imagingcms.*"),
    Inside("pillow", "libwebp", "BSD-3-Clause", "*/PIL/_webp.*"),
    Inside("pillow", "libxcb", "X11", "*/pillow.libs/libxcb*"),
    Inside("pillow", "libXau", "MIT-open-group", "*/pillow.libs/libXau*"),
    Inside("pypdfium2", "PDFium", "BSD-3-Clause AND Apache-2.0", "*/pypdfium2_raw/*pdfium.*"),
    Inside("uharfbuzz", "HarfBuzz", "MIT-Modern-Variant", "*/uharfbuzz/*", rb"\x00(\d+\.\d+\.\d+)\x00"),
    Inside("pyside6-essentials", "Qt", "LGPL-3.0-only", "*Qt6Core.*", rb"Qt (6\.\d+\.\d+)"),
    Inside("pyside6-essentials", "PCRE2", "BSD-3-Clause", "*Qt6Core.*", rb"\x00(10\.\d+) \d{4}-\d\d-\d\d"),
    Inside("pyside6-essentials", "zlib", "Zlib", "*Qt6Core.*"),
    Inside("pyside6-essentials", "HarfBuzz", "MIT-Modern-Variant", "*Qt6Gui.*"),
    Inside("pyside6-essentials", "FreeType", "FTL", "*Qt6Gui.*"),
    Inside("pyside6-essentials", "libpng", "libpng-2.0", "*Qt6Gui.*"),
    Inside("pyside6-essentials", "libjpeg-turbo", "IJG AND BSD-3-Clause", "*imageformats/*qjpeg.*", _JPEG),
    Inside("pyside6-essentials", "ICU", "Unicode-3.0", "*/libicudata.so.*"),
)


def inside(package: str, bundle: Path, paths: Iterable[str]) -> Iterator[Component]:
    """The libraries inside these files of a package."""
    listed = list(paths)
    for known in KNOWN:
        files = [path for path in listed if fnmatchcase(path, known.files)] if known.package == package else []
        if files:
            version = _version(known, [bundle / file for file in files])
            purl = f"pkg:generic/{known.name.lower().replace(' ', '-')}{f'@{version}' if version else ''}"
            yield Component(known.name, version, known.licence, f"Inside {package}", purl)


def _version(known: Inside, files: Iterable[Path]) -> str:
    if not known.version:
        return ""
    found = next(filter(None, (re.search(known.version, file.read_bytes()) for file in files)), None)
    if found is None:
        prepare.stop(f"{known.package} no longer says which {known.name} it holds: look at bundle/inside.py.")
    parts = [part.decode() for part in found.groups()]
    return ".".join(str(int(part)) for part in parts) if len(parts) > 1 else parts[0]
