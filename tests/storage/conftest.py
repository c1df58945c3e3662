"""Workbooks on the disk, opened and closed again, at one hour of the clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

NOON = datetime.datetime(2026, 10, 15, 5, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def frameworks() -> Frameworks:
    return Frameworks(workbooks.RESOURCES / "frameworks")


@pytest.fixture
def reopen(frameworks: Frameworks) -> Iterator[Reopen]:
    """Opens a file; whatever is still open at the end is closed."""
    opened: list[Document] = []

    def open_again(path: Path, **how: bool) -> Document:
        document = Document.open(path, frameworks=frameworks, clock=lambda: NOON, **how)
        opened.append(document)
        return document

    yield open_again
    for document in opened:
        document.close()


@pytest.fixture
def make(frameworks: Frameworks) -> Iterator[Make]:
    """A new file with this content, open."""
    made: list[Document] = []

    def create(path: Path, workbook: Workbook) -> Document:
        document = Document.create(
            path,
            workbook.office,
            frameworks=frameworks,
            fill=lambda change: add_years(change, workbook),
            clock=lambda: NOON,
        )
        made.append(document)
        return document

    yield create
    for document in made:
        document.close()


@pytest.fixture
def document(make: Make, tmp_path: Path) -> Document:
    """A small workbook with something in every field."""
    return make(tmp_path / "งาน.ita", workbooks.everything())
