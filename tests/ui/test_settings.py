"""What the program remembers between two days."""

from pathlib import Path

import pytest

from ita_desktop.ui.settings import KEPT_RECENT, Settings


def test_what_is_put_is_there_the_next_time(tmp_path):
    Settings(tmp_path / "ใหม่").put("zoom", 1.3)
    assert Settings(tmp_path / "ใหม่").get("zoom") == 1.3


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "\0\0"])
def test_a_damaged_file_is_an_empty_one(tmp_path, content):
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.get("zoom", 1.0) == 1.0
    assert settings.recent == ()
    settings.put("zoom", 1.15)
    assert Settings(tmp_path).get("zoom") == 1.15


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "blocked")
    settings.put("zoom", 1.3)
    assert settings.get("zoom") == 1.3, "until the window is closed"


def test_the_last_workbook_comes_first_and_only_once(tmp_path):
    settings = Settings(tmp_path)
    for name in ("ก", "ข", "ก", "ค"):
        settings.remember(Path(f"/{name}.ita"))
    assert [path.stem for path in settings.recent] == ["ค", "ก", "ข"]
    settings.forget(Path("/ก.ita"))
    assert [path.stem for path in settings.recent] == ["ค", "ข"]


def test_only_so_many_are_kept(tmp_path):
    settings = Settings(tmp_path)
    for number in range(30):
        settings.remember(Path(f"/{number}.ita"))
    assert len(settings.recent) == KEPT_RECENT
    assert settings.recent[0].stem == "29"


def test_a_list_that_is_none_is_no_list(tmp_path):
    (tmp_path / "settings.json").write_text('{"recent": {"ก": 1}}', encoding="utf-8")
    assert Settings(tmp_path).recent == ()
