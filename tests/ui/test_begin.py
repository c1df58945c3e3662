"""The window stands before a workbook comes into it."""

import shutil
from pathlib import Path

from ita_desktop.ui.tab import Tab


def test_no_tab_is_shown_before_there_is_something_in_it(make_window, sample, tmp_path, monkeypatch):
    """With PySide 6.11 a tab that is shown unbuilt loses its `showEvent`; the program crashed at the next tab."""
    seen_before = {}
    build = Tab.ensure_built

    def look_and_build(tab):
        seen_before.setdefault(tab, tab.isVisible())
        build(tab)

    monkeypatch.setattr(Tab, "ensure_built", look_and_build)
    window = make_window()
    window.files.open(Path(shutil.copy(sample, tmp_path)))
    for number in range(4):
        window.tabs.go_to(number)
        assert window.tabs.current().isVisible()
    assert list(seen_before.values()) == [False] * 4
