"""The papers window over the sample's workbook, with a review and a printer that do as the test says."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from officer import Heard
from PySide6.QtWidgets import QMainWindow

from ita_desktop.actions.workbook import create_from_data
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.problems import Problem
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.storage.document import Document
from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui.papers.window import PapersWindow, Surroundings
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import Theme

ROOT = Path(__file__).parents[3]
RESOURCES = ROOT / "resources"
FRAMEWORKS = Frameworks(RESOURCES / "frameworks")
TODAY = datetime.date(2025, 11, 20)


@dataclass
class Outside:
    """What the window meets outside of itself."""

    problems: list[Problem] = field(default_factory=list)
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


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    """The workbook that ships as a sample, made once."""
    path = tmp_path_factory.mktemp("sample") / "ตัวอย่าง.ita"
    create_from_data(path, RESOURCES / "sample" / "sample.json", frameworks=FRAMEWORKS).close()
    return path


@pytest.fixture
def owner(qtbot, theme: Theme) -> QMainWindow:
    """Stands for the main window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def session(owner: QMainWindow, sample: Path, heard: Heard, tmp_path: Path) -> Iterator[Session]:
    made = Session(heard, lambda: TODAY, lambda: Phrases.load(RESOURCES / "phrases"), owner)
    made.use(Document.open(Path(shutil.copy(sample, tmp_path)), frameworks=FRAMEWORKS))
    yield made
    owner.close()
    made.use(None)


@pytest.fixture
def papers(session: Session, owner: QMainWindow, outside: Outside, qtbot) -> PapersWindow:
    around = Surroundings(
        ROOT / "fonts",
        review=lambda _year: tuple(outside.problems),
        now=lambda: datetime.datetime.now(datetime.UTC),  # certificates that tests make hold from today
        choose_printer=outside.choose_printer,
    )
    window = PapersWindow(session, around, owner)
    window.resize(1366, 736)
    with qtbot.waitSignal(window.renewed):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def text_of(papers: PapersWindow, qtbot):
    """The words of a page as they now stand in sight, in Arabic digits and without line ends."""

    def read(page: int = 0) -> str:
        papers.press.read_pages([page])
        qtbot.waitUntil(lambda: page in papers.preview.view.words())
        return "".join(to_arabic(papers.preview.view.words()[page].text).split())

    return read


@pytest.fixture
def renewed(papers: PapersWindow, qtbot):
    """Wait until the pages show what was just done."""
    return lambda: qtbot.waitSignal(papers.renewed, timeout=3000)
