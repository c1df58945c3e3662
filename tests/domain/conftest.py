"""A year of scores in one line, and the shipped rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office, Year

FOLDER = Path(__file__).parents[2] / "resources" / "frameworks"
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", kind="เทศบาลตำบล", province="จังหวัดสมมติ")

MakeYear = Callable[..., Year]


@pytest.fixture(scope="session")
def frameworks() -> Frameworks:
    return Frameworks(FOLDER)


@pytest.fixture(scope="session")
def make_year(frameworks: Frameworks) -> MakeYear:
    """A year of the example office; scores as plain strings, ten in a row or by number."""

    def make(
        number: int,
        scores: str | Mapping[int, str] = "",
        items: Mapping[str, str] | None = None,
        **facts: Any,
    ) -> Year:
        by_number = dict(enumerate(scores.split(), 1)) if isinstance(scores, str) else scores
        return Year(
            number=number,
            measures_year=number + 1,
            office=OFFICE,
            **{"framework": frameworks.for_year(number)} | facts,
            indicator_scores={key: Decimal(value) for key, value in by_number.items()},
            item_scores={key: Decimal(value) for key, value in (items or {}).items()},
        )

    return make
