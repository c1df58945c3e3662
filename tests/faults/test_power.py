"""The power fails in the middle: after every call, with what was not synced lost, torn or reordered."""

from __future__ import annotations

import hashlib
import random
import shutil
from pathlib import Path

import pytest
from operations import OPERATIONS
from power import Disk, lay_out
from tracing import strace_works, traced

from ita_desktop.domain.errors import ItaError

pytestmark = pytest.mark.skipif(not strace_works(), reason="strace is needed to see what is written, and when")


def fail_everywhere(operation, quick: Path, seed: int, reordered: int, at_most: int | None) -> int:
    """Every state is looked at once; how many there were."""
    chance = random.Random(seed)
    folder = quick / "work"
    folder.mkdir()
    operation.prepare(folder)
    disk = Disk(folder)
    seen: set[bytes] = set()
    states = [(state, tuple(disk.said)) for state in disk.states(chance, 0)]
    for call in traced(operation.name, folder, quick / "log"):
        if disk.happen(call):
            states += [(state, tuple(disk.said)) for state in disk.states(chance, reordered)]
    assert disk.said, "the operation came to its end"
    if at_most is not None:
        states = [*chance.sample(states, min(at_most, len(states))), states[-4], states[-3]]
    for number, (state, said) in enumerate(states):
        mark = hashlib.sha256(repr((sorted(state.items()), said)).encode()).digest()
        if mark in seen:
            continue
        seen.add(mark)
        place = quick / str(number)
        place.mkdir()
        lay_out(state, place)
        try:
            operation.judge(place, list(said))
        except (AssertionError, ItaError, OSError) as error:
            raise AssertionError(f"{operation.name}: state {number} of {len(states)}, after {said}: {error}") from error
        shutil.rmtree(place)
    return len(seen)


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_when_the_power_fails_what_was_said_is_done_and_the_rest_is_undone(operation, quick, tried):
    tried("R2", fail_everywhere(operation, quick, seed=1, reordered=2, at_most=15))


@pytest.mark.soak
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
@pytest.mark.parametrize("seed", range(2, 5))
def test_when_the_power_fails_at_any_moment(operation, quick, seed, tried):
    states = fail_everywhere(operation, quick, seed, reordered=6, at_most=None)
    tried("R2", states)
    tried("R9", states if operation.name == "upgrade" else 0)
