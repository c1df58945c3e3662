"""What every test of a finished paper needs."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument

from ita_desktop.papers.blocks import Block, Paper
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def fonts() -> Path:
    return ROOT / "fonts"


@pytest.fixture(scope="session")
def pdf(fonts: Path) -> Callable[..., bytes]:
    """Blocks as a finished file."""

    def made(*blocks: Block, **options: object) -> bytes:
        return to_pdf(Paper(title="ทดสอบ", blocks=blocks, **options), fonts=fonts)

    return made


@pytest.fixture
def word(fonts: Path) -> Callable[..., DocxDocument]:
    """Blocks as Word's file, opened again."""

    def made(*blocks: Block, **options: object) -> DocxDocument:
        return docx.Document(io.BytesIO(to_docx(Paper(title="ทดสอบ", blocks=blocks, **options), fonts=fonts)))

    return made


@pytest.fixture(scope="session")
def long_text() -> list[str]:
    """Invented paragraphs with every mark that Thai stacks, symbols and addresses."""
    return (ROOT / "tests" / "files" / "long_thai.txt").read_text("utf-8").splitlines()
