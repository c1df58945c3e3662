"""What was cut short by a power failure does not lie about for ever, and nobody's work is taken away."""

import datetime
import os

import pytest

from ita_desktop.delivery.leftovers import remove_leftovers

NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)
UNFINISHED = ["~0123456789ab.part", "งาน.ita.partial", "งาน.ita.partial-journal", "งาน.ita.partial.partial"]
NOBODYS_BUSINESS = ["งาน.ita", "งาน.ita-journal", "ของฉัน.part", "~เอกสาร.docx", "อื่น.partial"]


@pytest.mark.parametrize("hours", [2, 24 * 400, -24 * 3650])
def test_unfinished_files_of_an_earlier_day_go_whatever_the_clock_says(tmp_path, hours):
    for name in UNFINISHED + NOBODYS_BUSINESS:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (NOW.timestamp() - hours * 3600,) * 2)
    assert sorted(remove_leftovers(tmp_path, NOW)) == sorted(UNFINISHED)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NOBODYS_BUSINESS)


def test_what_another_window_is_writing_now_stays(tmp_path):
    for name in UNFINISHED:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (NOW.timestamp() - 60,) * 2)
    assert remove_leftovers(tmp_path, NOW) == ()
    assert len(list(tmp_path.iterdir())) == len(UNFINISHED)


def test_a_folder_that_is_gone_is_no_trouble(tmp_path):
    assert remove_leftovers(tmp_path / "ไม่มี", NOW) == ()
