"""One mistake at a time, of every kind, at a random place in a clean year: it is found, and found there."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date
from functools import lru_cache

import pytest
from planting import PLANTS, Planted, clean_year

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review import review

_TO_FIND = 0.98


@lru_cache(maxsize=64)
def _year(seed: int) -> Year:
    return clean_year(seed)


@lru_cache(maxsize=64)
def _before(seed: int) -> frozenset[Problem]:
    return frozenset(review(_year(seed)))


def _plant(kind: str, seed: int, years: int) -> tuple[Planted, int] | None:
    """Into the first year from here on that has a place for it."""
    for at in range(years):
        chosen = (seed + at) % years
        planted = PLANTS[kind](random.Random(f"{kind}/{seed}"), _year(chosen))
        if planted is not None:
            return planted, chosen
    return None


def _is_found(planted: Planted, seed: int) -> bool:
    new = [problem for problem in review(planted.year) if problem not in _before(seed)]
    return any(planted.found_by(problem) for problem in new)


def _try(count: int, years: int) -> tuple[Counter[str], dict[str, list[Planted]]]:
    tried: Counter[str] = Counter()
    missed: dict[str, list[Planted]] = {}
    kinds = list(PLANTS)
    for n in range(count):
        kind = kinds[n % len(kinds)]
        planted = _plant(kind, n // len(kinds), years)
        assert planted is not None, f"no year has a place for: {kind}"
        tried[kind] += 1
        if not _is_found(*planted):
            missed.setdefault(kind, []).append(planted[0])
    return tried, missed


def _tell(tried: Counter[str], missed: dict[str, list[Planted]]) -> str:
    lost = sum(map(len, missed.values()))
    lines = [f"{tried.total() - lost} of {tried.total()} planted errors of {len(tried)} kinds found"]
    lines += [f"  missed {len(places)} of {tried[kind]}: {kind}" for kind, places in missed.items()]
    return "\n".join(lines)


def test_there_are_more_than_forty_kinds_of_mistakes():
    assert len(PLANTS) > 40


def test_planted_mistakes_are_found_where_they_are():
    tried, missed = _try(2 * len(PLANTS), years=4)
    print(_tell(tried, missed))  # noqa: T201
    assert sum(map(len, missed.values())) <= (1 - _TO_FIND) * tried.total(), _tell(tried, missed)


@pytest.mark.soak
def test_two_thousand_planted_mistakes():
    tried, missed = _try(2000, years=60)
    print(_tell(tried, missed))  # noqa: T201
    assert sum(map(len, missed.values())) <= (1 - _TO_FIND) * tried.total(), _tell(tried, missed)


@pytest.mark.parametrize("seed", range(12))
def test_a_clean_year_has_no_errors(seed):
    errors = [problem for problem in review(_year(seed), date(2040, 1, 1)) if problem.severity is Severity.ERROR]
    assert not errors


@pytest.mark.soak
def test_five_hundred_clean_years_have_no_errors():
    for seed in range(500):
        errors = [problem for problem in review(clean_year(seed)) if problem.severity is Severity.ERROR]
        assert not errors, (seed, errors[:3])


def test_the_sample_that_ships_has_no_errors(sample_years):
    for year in sample_years.values():
        assert not [problem for problem in review(year, date(2026, 10, 15)) if problem.severity is Severity.ERROR]
