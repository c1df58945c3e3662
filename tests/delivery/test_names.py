"""A file name that any drive accepts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.delivery.names import fitting, free

REFUSED = set('<>:"/\\|?*^')
DEVICES = ["CON", "prn", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "lpt") for n in range(1, 10))]


def test_a_good_name_stays_as_it_is():
    assert fitting("รายงานผลการวิเคราะห์ ITA 2568.pdf") == "รายงานผลการวิเคราะห์ ITA 2568.pdf"


@pytest.mark.parametrize("device", DEVICES)
def test_names_of_devices_are_no_file_names(device):
    assert fitting(device) != device
    assert fitting(f"{device}.pdf") != f"{device}.pdf"


@given(st.text(max_size=400))
def test_every_name_fits_everywhere(name):
    mended = fitting(name)
    assert mended
    assert not REFUSED & set(mended)
    assert not any(ord(c) < 32 for c in mended)
    assert mended == mended.rstrip(". ")
    assert len(mended.encode("utf-16-le", "surrogatepass")) // 2 <= 255
    assert len(f"{mended} (2)".encode("utf-8", "surrogatepass")) <= 255, "as Linux counts"
    assert fitting(mended) == mended


def test_a_long_thai_name_is_cut_between_letters():
    mended = fitting("ที่" * 200 + ".pdf")
    assert mended.endswith(".pdf")
    assert len(mended) <= 255
    stem = mended.removesuffix(".pdf")
    assert stem.endswith("ที่")
    assert unicodedata.category(stem[0]) != "Mn"


def test_what_is_too_long_for_an_ending_is_shortened_as_well():
    assert len(fitting("ก." + "ข" * 300).encode()) <= 255


def test_a_taken_name_gets_the_next_number():
    assert free("a.pdf", frozenset()) == "a.pdf"
    assert free("a.pdf", frozenset({"A.PDF"})) == "a (2).pdf"
    assert free("a.pdf", frozenset({"a.pdf", "a (2).pdf"})) == "a (3).pdf"
