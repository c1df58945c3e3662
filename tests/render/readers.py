"""PDFs as others read them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pypdf
import pypdfium2
import pytest

MM = 72 / 25.4


def bare(text: str) -> str:
    """Without spaces: where they fall at a line's end no reader can know of them."""
    return re.sub(r"\s+", "", text)


def by_pdftotext(file: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=file, capture_output=True, check=True).stdout.decode()


def by_pdfium(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def by_pypdf(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages)


def pages(file: bytes) -> list[str]:
    """Each page's text."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def lines(file: bytes) -> list[str]:
    return [line for page in pages(file) for line in page.split("\n") if line.strip()]
