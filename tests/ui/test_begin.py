"""The window stands before a workbook comes into it."""

from ita_desktop.ui.main_window import MainWindow


def test_no_tab_is_shown_before_there_is_something_in_it(make_window, monkeypatch):
    """With PySide 6.11 a tab that is shown unbuilt loses its `showEvent`; the program crashed at the next tab."""
    seen = []
    begin = MainWindow.begin

    def look_and_begin(window):
        seen.extend(page.isVisible() for page in window.pages)
        begin(window)

    monkeypatch.setattr(MainWindow, "begin", look_and_begin)
    make_window()
    assert seen == [False] * 4
