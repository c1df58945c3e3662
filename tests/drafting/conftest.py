"""The phrases that ship, and years to write about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office, Year
from ita_desktop.drafting.phrases import Phrases

RESOURCES = Path(__file__).parents[2] / "resources"
OFFICE = Office(
    name="เทศบาลตำบลตัวอย่าง",
    kind="เทศบาลตำบล",
    district="สมมติ",
    province="ตัวอย่าง",
    divisions=("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองสาธารณสุขและสิ่งแวดล้อม"),
)
MakeYear = Callable[..., Year]


@pytest.fixture(scope="session")
def phrases() -> Phrases:
    return Phrases.load(RESOURCES / "phrases")


@pytest.fixture(scope="session")
def frameworks() -> Frameworks:
    return Frameworks(RESOURCES / "frameworks")


@pytest.fixture(scope="session")
def make_year(frameworks: Frameworks) -> MakeYear:
    """A year of the example office; scores as plain strings, a dash where one is not known."""

    def make(number: int, scores: str = "", items: Mapping[str, str] | None = None, **facts: Any) -> Year:
        known = {place: score for place, score in enumerate(scores.split(), 1) if score != "-"}
        return Year(
            number=number,
            **{"measures_year": number + 1, "office": OFFICE, "framework": frameworks.for_year(number)} | facts,
            indicator_scores={place: Decimal(score) for place, score in known.items()},
            item_scores={code: Decimal(score) for code, score in (items or {}).items()},
        )

    return make


HIGH_ITEMS = {
    "i1": "99.42", "i2": "98.84", "i3": "100", "i4": "98.96", "i5": "99.65", "i6": "99.77", "i7": "99.31", "i8": "100",
    "i9": "99.42", "i10": "97.69", "i11": "98.73", "i12": "96.42", "i13": "99.77", "i14": "98.96", "i15": "99.54",
    "e1": "99.19", "e2": "98.72", "e3": "100", "e4": "99.09", "e5": "98.99", "e6": "98.99", "e7": "99.12", "e8": "100",
    "e9": "100", **{f"o{place}": "0" if place in {6, 15, 27} else "100" for place in range(1, 29)},
}  # fmt: skip


@pytest.fixture(scope="session")
def high_year(make_year: MakeYear) -> Year:
    """Very good with people, some published items missing."""
    return make_year(2568, "99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00", HIGH_ITEMS)


@pytest.fixture(scope="session")
def mixed_year(make_year: MakeYear) -> Year:
    """Around the mark, with last year beside it."""
    last = make_year(2565, "90.79 81.43 83.97 80.74 85.75 80.81 80.98 78.74 95.56 100")
    items = {"i2": "79.10", "i8": "92.00", "i16": "84.99", "e11": "93.40", "e12": "70.02", "e14": "85.00", "o39": "0"}
    scores = "94.68 88.55 91.80 87.16 88.27 86.78 86.07 83.40 100 83.75"
    return make_year(2566, scores, items, previous=last)


@pytest.fixture(scope="session")
def low_year(make_year: MakeYear) -> Year:
    items = {"i1": "45.71", "i2": "59.49", "i3": "51.65", "e7": "37.88", "e8": "69.12", "e9": "61.60"}
    items |= {f"o{place}": "0" if place % 2 else "100" for place in range(1, 36)}
    return make_year(2567, "62.11 55.20 71.90 49.16 40.27 68.78 60.07 58.40 45.00 41.75", items)
