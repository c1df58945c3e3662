"""The papers window over the sample's workbook, with a review, drives and a printer that do as the test says."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from ita_desktop.delivery.drives import Drive
from ita_desktop.domain.problems import Problem
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers.window import PapersWindow, Surroundings


@dataclass
class Outside:
    """What the window meets outside of itself."""

    problems: list[Problem] = field(default_factory=list)
    drives: list[Drive] = field(default_factory=list)
    print_to: str = ""
    """The file that the printer of the test writes; none = the officer cancels."""
    pages: tuple[int, int] | None = None

    def choose_printer(self, printer, _count, _window) -> bool:
        if not self.print_to:
            return False
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(self.print_to)
        printer.setResolution(150)
        if self.pages:
            printer.setPrintRange(printer.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return True


@pytest.fixture
def outside() -> Outside:
    return Outside()


@pytest.fixture
def papers(filled: MainWindow, outside: Outside, qtbot) -> PapersWindow:
    around = Surroundings(
        filled.files.places.fonts,
        review=lambda _year: tuple(outside.problems),
        drives=lambda: tuple(outside.drives),
        choose_printer=outside.choose_printer,
    )
    window = PapersWindow(filled.session, around, filled)
    window.resize(1366, 736)
    with qtbot.waitSignal(window.renewed):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window  # the main window closes it


@pytest.fixture
def text_of(papers: PapersWindow, qtbot):
    """The words of a page as they now stand in sight, in Arabic digits and without line ends."""
    from ita_desktop.thai.digits import to_arabic

    def read(page: int = 0) -> str:
        papers.press.read_pages([page])
        qtbot.waitUntil(lambda: page in papers.preview.view.words())
        return "".join(to_arabic(papers.preview.view.words()[page].text).split())

    return read


@pytest.fixture
def renewed(papers: PapersWindow, qtbot):
    """Wait until the pages show what was just done."""
    return lambda: qtbot.waitSignal(papers.renewed, timeout=3000)
