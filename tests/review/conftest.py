"""The years of the shipped example, sound and ready to be spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest
import workbooks

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Year
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years


@pytest.fixture(scope="session")
def sample_years(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Year]:
    """The three years of the workbook that ships as an example, as every part of the program sees them."""
    return _years(tmp_path_factory.mktemp("sample") / "ตัวอย่าง.ita")


def _years(path: Path) -> dict[int, Year]:
    workbook = workbooks.sample()
    frameworks = Frameworks(workbooks.RESOURCES / "frameworks")
    with Document.create(
        path, workbook.office, frameworks=frameworks, fill=lambda change: add_years(change, workbook)
    ) as document:
        return {number: document.year(number) for number in document.years()}


@pytest.fixture
def year(sample_years: dict[int, Year]) -> Year:
    """The latest year of the example, which the rules' own examples speak of."""
    return sample_years[2568]
