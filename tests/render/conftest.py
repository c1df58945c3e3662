"""What every test of a finished paper needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.papers.blocks import Block, Paper
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


@pytest.fixture(scope="session")
def long_text() -> list[str]:
    """Invented paragraphs with every mark that Thai stacks, symbols and addresses."""
    return (ROOT / "tests" / "files" / "long_thai.txt").read_text("utf-8").splitlines()
