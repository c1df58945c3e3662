"""Lists are joined as Thai joins them."""

import pytest

from ita_desktop.thai.lists import code_ranges, joined


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((), ""),
        (("กองคลัง",), "กองคลัง"),
        (("กองคลัง", "กองช่าง"), "กองคลังและกองช่าง"),
        (("กองคลัง", "", "กองช่าง", "สำนักปลัด"), "กองคลัง กองช่าง และสำนักปลัด"),
        (("ข้อ o6", "ข้อ o7"), "ข้อ o6 และข้อ o7"),
        (("o6", "o7"), "o6 และ o7"),
    ],
)
def test_a_list_is_joined_as_thai_joins_it(parts, words):
    assert joined(parts) == words


@pytest.mark.parametrize("long", ["การจัดซื้อจัดจ้างและการจัดหาพัสดุ", "งาน พัสดุ"])
def test_two_long_members_keep_apart(long):
    assert joined([long, "กองคลัง"]) == f"{long} และกองคลัง"


def test_codes_in_a_row_are_drawn_together():
    codes = ("o1", "o2", "o3", "o5", "o7", "o8")
    assert code_ranges(codes) == "o1–o3 o5 o7 และ o8"
    assert code_ranges(("i9", "i10", "i11", "e12")) == "i9–i11 และ e12"
