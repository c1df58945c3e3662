"""A window for tests: the real one, with a door for messages that listens instead of opening dialogs."""

from __future__ import annotations

import datetime
import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from gallery import Gallery, room
from laid_out import LONG
from officer import Heard
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.measures import change_measure
from ita_desktop.actions.office import change_office
from ita_desktop.actions.workbook import create, create_from_data
from ita_desktop.delivery.places import Place
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.ui import backing_up
from ita_desktop.ui.files import Files, Places
from ita_desktop.ui.garbage import look
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.keeping import door
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.theme import Choice, Theme

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2025, 11, 20)
NOW = datetime.datetime(2025, 11, 20, 10, 32, tzinfo=datetime.UTC)


@cache
def phrases() -> Phrases:
    return Phrases.load(ROOT / "resources" / "phrases")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, fonts=ROOT / "fonts", icons=ROOT / "resources" / "icons")


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Without a screen Qt deletes what lies there only after Python is gone, and a copied table is Python's."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def heard() -> Iterator[Heard]:
    messages = Heard()
    yield messages
    if messages.errors:
        pytest.fail("errors nobody read: " + "; ".join(map(str, messages.errors)))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    resources = ROOT / "resources"
    return Places(
        frameworks=Frameworks(resources / "frameworks"),
        sample=resources / "sample" / "sample.json",
        backups=tmp_path / "backups",
        fonts=ROOT / "fonts",
        help=resources / "help",
        kind_of=lambda _path: Place.LOCAL,  # wherever the tests themselves lie
    )


@pytest.fixture(autouse=True)
def _nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the window does some seconds after the start is done when a test asks for it."""
    monkeypatch.setattr(backing_up, "AFTER_OPENING_MS", 10**8)
    monkeypatch.setattr(door, "TIDY_AFTER_MS", 10**8)


@pytest.fixture(autouse=True)
def _garbage_is_of_this_thread() -> Iterator[None]:
    """As in the program: a widget that another thread finds to be garbage takes the whole run with it."""
    gc.disable()
    yield
    look()
    gc.enable()


class Flashes(QObject):
    """A part that is shown before it has a parent is a window of its own for a moment, and takes the focus away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            if kind == Qt.WindowType.Window and not isinstance(watched, QMainWindow | QDialog):
                self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def make_window(
    qtbot, theme: Theme, heard: Heard, places: Places, tmp_path: Path
) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []
    flashes = Flashes()
    QApplication.instance().installEventFilter(flashes)

    def make() -> MainWindow:
        session = Session(heard, lambda: TODAY, phrases)
        settings = Settings(tmp_path / "settings")
        window = MainWindow(session, Files(session, places, settings, lambda: NOW), Jobs(heard, session), settings)
        session.setParent(window)
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 736)
        window.show()
        qtbot.waitExposed(window)
        window.begin()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield make
    for window in made:
        window.close()
    QApplication.instance().removeEventFilter(flashes)
    assert flashes.seen == [], "parts of the window were shown as windows of their own"


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """On its first page."""
    return make_window()


@pytest.fixture
def new(window: MainWindow, tmp_path: Path, places: Places) -> MainWindow:
    """With an empty workbook of the years 2565 and 2566."""
    path = tmp_path / "เทศบาล.ita"
    office = Office(name="เทศบาลตำบลตัวอย่าง", divisions=("สำนักปลัดเทศบาล", "กองคลัง"))
    create(path, office, (2565, 2566), frameworks=places.frameworks).close()
    window.files.open(path)
    return window


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that ships, as a workbook; tests open copies of it."""
    path = tmp_path_factory.mktemp("sample") / "ตัวอย่าง.ita"
    resources = ROOT / "resources"
    frameworks = Frameworks(resources / "frameworks")
    create_from_data(path, resources / "sample" / "sample.json", frameworks=frameworks).close()
    return path


@pytest.fixture
def filled(window: MainWindow, sample: Path, tmp_path: Path) -> MainWindow:
    """With the sample that ships."""
    path = tmp_path / sample.name
    shutil.copyfile(sample, path)
    window.files.open(path)
    return window


# What is looked at in every light


@pytest.fixture(params=[Choice.LIGHT, pytest.param(Choice.DARK, marks=pytest.mark.soak)], ids=["light", "dark"])
def gallery(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Gallery]:
    theme.choose(request.param)
    made = Gallery(request.param.value)
    yield made
    theme.choose(Choice.SYSTEM)
    if faults := made.faults():
        pytest.fail(faults, pytrace=False)


@pytest.fixture
def small(window: MainWindow) -> MainWindow:
    """On its first page, as large as an office PC leaves it at this scale."""
    window.resize(*room())
    return window


@pytest.fixture
def long_words(small: MainWindow, filled: MainWindow) -> MainWindow:
    """Names and texts as long as real ones."""
    session = filled.session
    office = replace(session.document.office, name="องค์การบริหารส่วนตำบลตัวอย่างที่มีชื่อยาวมากกว่าปกติ")
    session.run(change_office, office)
    year = session.year
    session.run(change_finding, year.number, replace(year.findings[0], text=f"{LONG} " * 5, advice=LONG), "ข้อความ")
    for measure in year.measures[:2]:
        owners = (f"{LONG[:60]} สำนักงาน", "กองคลัง")
        session.run(change_measure, year.number, replace(measure, title=LONG, owners=owners), "ชื่อ")
    return filled
