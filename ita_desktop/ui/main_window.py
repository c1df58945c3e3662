"""The window: a page to begin on or that of the workbook, a line at the foot. It wires parts together and knows no
figures."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.ui import icons
from ita_desktop.ui.doors import Doors
from ita_desktop.ui.explainer import Explainer
from ita_desktop.ui.files import WORKBOOK, Files
from ita_desktop.ui.help_key import HelpKey
from ita_desktop.ui.import_wizard.door import ImportDoor
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.last_work import wait_for_the_last_work
from ita_desktop.ui.menus import Menus
from ita_desktop.ui.reviewer import Reviewer
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.stick.door import StickDoor
from ita_desktop.ui.terms import Glossary
from ita_desktop.ui.theme import Choice, theme
from ita_desktop.ui.waiting import is_waiting
from ita_desktop.ui.widgets.enter import EnterPresses
from ita_desktop.ui.widgets.reading_order import go_on_by_tab

if TYPE_CHECKING:
    from ita_desktop.storage.document import Changed
    from ita_desktop.ui.header import Header
    from ita_desktop.ui.keeping.door import KeepingDoor
    from ita_desktop.ui.review_panel import ReviewPanel
    from ita_desktop.ui.start_page import NewWorkbook, StartPage
    from ita_desktop.ui.status import Status
    from ita_desktop.ui.tab import Tab, TabPages
    from ita_desktop.ui.work_page import WorkPage
    from ita_desktop.ui.year_strip import YearStrip

NAME = "ITA Desktop"


class MainWindow(QMainWindow):
    def __init__(self, session: Session, files: Files, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.files = files
        self.jobs = jobs
        self.settings = settings
        self.left_behind = False
        """Whether something was still being done when the officer would not wait for it any more."""
        self.doors = Doors(self)
        self.setWindowIcon(icons.app_icon())
        self._work: WorkPage | None = None
        self.reviewer = Reviewer(session)
        self.importing = ImportDoor(self, session, files)
        self.sticks = StickDoor(self)
        self.menus = Menus(self)
        session.glossary = Glossary(files.places.help)
        Explainer(self, session.explain)
        EnterPresses(self)
        HelpKey(self).wanted.connect(self.doors.help_over)
        self._lay_out()
        self._wire()
        self._restore_shape()
        self.menus.refresh()

    # Its pages

    @cached_property
    def start(self) -> StartPage:
        """The page to begin on. Most days begin with the workbook of the day before, and never see it."""
        from ita_desktop.ui.start_page import StartPage

        page = StartPage(self.session.today)
        page.wanted.connect(self._create)
        page.open_other.connect(self.files.choose_and_open)
        page.open_path.connect(self.files.open)
        page.sample.connect(self.files.open_sample)
        self._pages.addWidget(page)
        return page

    @property
    def work(self) -> WorkPage:
        """The page of the workbook, made with the first one."""
        if self._work is None:
            from ita_desktop.ui.work_page import WorkPage

            page = self._work = WorkPage(self.session, self.jobs, self.reviewer)
            page.header.search.connect(self.doors.find)
            page.header.year_wanted.connect(self.choose_year)
            page.header.review.setChecked(bool(self.settings.get("review", False)))
            page.header.review.toggled.connect(lambda shown: self.settings.put("review", shown))
            page.add_year.connect(self.doors.add_year)
            page.rules_wanted.connect(lambda: self.doors.help("rules"))
            self._pages.addWidget(page)
        return self._work

    @cached_property
    def status(self) -> Status:
        from ita_desktop.ui.status import Status

        line = Status(self.session, self.jobs)
        self.files.saved.connect(line.saved_at)
        self.files.backups.newest.connect(line.backed_up_at)
        self.setStatusBar(line)
        return line

    @cached_property
    def keeping(self) -> KeepingDoor:
        from ita_desktop.ui.keeping.door import KeepingDoor

        return KeepingDoor(self)

    @property
    def had_workbook(self) -> bool:
        """What comes with the first one is there."""
        return self._work is not None

    @property
    def header(self) -> Header:
        return self.work.header

    @property
    def strip(self) -> YearStrip:
        return self.work.strip

    @property
    def tabs(self) -> TabPages:
        return self.work.tabs

    @property
    def pages(self) -> tuple[Tab, ...]:
        return self.work.tabs.pages

    @property
    def review(self) -> ReviewPanel:
        return self.work.review

    def begin(self, workbook: Path | None = None) -> None:
        """With this workbook or that of last time; where neither can be had, on the page to begin on."""
        try:
            if workbook is not None:
                self.files.open(workbook)
            else:
                self.files.open_last()
        finally:
            if self.session.document is None:
                self._show_workbook()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # empty until `begin`
        self.setCentralWidget(self._pages)
        self.setMinimumSize(820, 500)
        self.setAcceptDrops(True)

    def _wire(self) -> None:
        """All connections between the parts, in one place; but for those of the pages, which are made when needed."""
        self.session.workbook_changed.connect(self._show_workbook)
        self.session.year_chosen.connect(self.menus.refresh)
        self.session.changed.connect(self._hear)
        self.session.go_to.connect(self.go_to)
        self.files.leaving.connect(self.flush)
        self.files.given_back.connect(self.doors.bring_evidence_back)
        self.files.damaged.connect(self.doors.damaged)
        self.files.elsewhere.connect(self.doors.take_in)
        theme().changed.connect(self._renew_icons)

    # What is shown

    def _show_workbook(self) -> None:
        document = self.session.document
        if document is None:
            self._show_start()
        else:
            # First built, then seen: a tab that is shown unbuilt loses its `showEvent` to PySide 6.11 and crashes.
            self.tabs.current().ensure_built()
            self.tabs.current().setFocus()
            self._pages.setCurrentWidget(self.work)
            self.status.show()
            self.keeping.remind()
            self.setWindowTitle(f"{document.office.name} – {document.path.name} – {NAME}")
        self.menus.refresh()

    def _show_start(self) -> None:
        self._pages.setCurrentWidget(self.start)
        if self._work is not None:
            self.status.hide()
        self.setWindowTitle(NAME)
        self.start.begin()
        self.start.show_recent(self.settings.recent)

    def _renew_icons(self) -> None:
        icons.renew(self)

    def _hear(self, changed: Changed) -> None:
        if "office" in changed.kinds:
            self._show_workbook()
        self.menus.refresh()

    def go_to(self, place: Place) -> None:
        """Show where a place is, and the field in it."""
        if not self.tabs.go_to_place(place):
            self.doors.open_at(place)

    def show_tab(self, number: int) -> None:
        """By its key: the next key is meant for what stands in it."""
        self.tabs.go_to(number)
        self.tabs.current().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_problem(self) -> None:
        """F8: the next problem, and the field it is in."""
        if self.reviewer.problems:
            self.header.review.setChecked(True)
            self.review.next()

    def flush(self) -> None:
        """Commit what was typed in a field that still has the focus: before closing, exporting, undoing."""
        if self._work is not None:
            self._work.tabs.flush()

    # Verbs

    def choose_year(self, number: int) -> None:
        """What is still being typed belongs to the year that is left."""
        self.flush()
        self.session.choose_year(number)

    def undo(self) -> None:
        self.flush()
        self.session.undo()

    def redo(self) -> None:
        self.flush()
        self.session.redo()

    def _create(self, wanted: NewWorkbook) -> None:
        self.files.create(wanted)
        if wanted.with_sheet and self.session.document is not None:
            self.importing.open(year=wanted.year - 1)

    def new_workbook(self) -> None:
        """Back to the three questions; the open workbook is saved and closed."""
        self.flush()
        self.files.close()

    def choose_theme(self, choice: Choice) -> None:
        theme().choose(choice)
        self.settings.put("theme", choice.value)

    def set_zoom(self, zoom: float) -> None:
        theme().set_zoom(zoom)
        self.settings.put("zoom", zoom)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on_by_tab(self, forward=forward)

    # Coming and going

    def _restore_shape(self) -> None:
        shape = self.settings.get("window")
        if not (isinstance(shape, str) and self.restoreGeometry(QByteArray.fromHex(shape.encode()))):
            room = self.screen().availableGeometry()
            self.resize(min(1366, room.width()), min(768, room.height()) - 32)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_workbook(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if is_waiting():
            event.ignore()
            return
        self.flush()
        self.settings.put("window", bytes(self.saveGeometry().toHex().data()).decode())
        self.reviewer.close()
        self.left_behind = not wait_for_the_last_work(self)
        self.session.use(None)
        super().closeEvent(event)


def _dropped_workbook(data: QMimeData) -> Path | None:
    """The one workbook that was dragged in, if that is what it is."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == WORKBOOK.suffix else None
