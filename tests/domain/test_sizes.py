"""Sizes of files as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ita_desktop.domain.sizes import room_words, size_words

UNITS = {"KB": 2**10, "MB": 2**20, "GB": 2**30}


def bytes_of(words):
    figure, unit = words.split()
    return float(figure.replace(",", "")) * UNITS[unit]


@pytest.mark.parametrize(
    ("size", "file", "room"),
    [(0, "0 KB", "0 KB"), (1, "1 KB", "0 KB"), (102_400, "100 KB", "100 KB"), (1_600_000, "1.6 MB", "1.5 MB")],
)
def test_sizes_as_people_say_them(size, file, room):
    assert (size_words(size), room_words(size)) == (file, room)
    assert size_words(3 * 2**30) == "3.0 GB"


@given(some.integers(0, 2**40), some.integers(1, 2**30))
def test_what_does_not_fit_never_reads_as_if_it_did(room, more):
    assert bytes_of(size_words(room + more)) > bytes_of(room_words(room))
