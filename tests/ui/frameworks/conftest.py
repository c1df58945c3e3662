"""The window of the rules over the sample's workbook."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from officer import Heard
from PySide6.QtWidgets import QMainWindow

from ita_desktop.actions.workbook import create_from_data
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.storage.document import Document
from ita_desktop.ui.frameworks.window import FrameworksWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"
FRAMEWORKS = Frameworks(RESOURCES / "frameworks")
TODAY = datetime.date(2025, 11, 20)


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    """The workbook that ships as a sample, made once."""
    path = tmp_path_factory.mktemp("sample") / "ตัวอย่าง.ita"
    create_from_data(path, RESOURCES / "sample" / "sample.json", frameworks=FRAMEWORKS).close()
    return path


@pytest.fixture
def owner(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def session(owner: QMainWindow, heard: Heard, sample: Path, tmp_path: Path) -> Iterator[Session]:
    made = Session(heard, lambda: TODAY, lambda: Phrases.load(RESOURCES / "phrases"), owner)
    made.use(Document.open(Path(shutil.copy(sample, tmp_path)), frameworks=FRAMEWORKS))
    yield made
    made.use(None)


@pytest.fixture
def window(qtbot, theme: Theme, owner: QMainWindow, session: Session) -> FrameworksWindow:
    owner.show()
    made = FrameworksWindow(session, FRAMEWORKS, owner)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
