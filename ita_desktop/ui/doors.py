"""The ways from the main window into its dialogs. Each is loaded when it is first opened: the window starts with what
it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ita_desktop import __version__
from ita_desktop.domain.problems import Place
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.papers.door import PapersDoor

if TYPE_CHECKING:
    from ita_desktop.delivery.places import Place as Whereabouts
    from ita_desktop.domain.errors import ItaError
    from ita_desktop.storage.document import Document
    from ita_desktop.ui.find.finder import Finder
    from ita_desktop.ui.find.things import Goal
    from ita_desktop.ui.help_window import HelpWindow
    from ita_desktop.ui.main_window import MainWindow

ABOUT = (
    "ช่วยหน่วยงานของรัฐวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ตั้งแต่คะแนนจนถึงเอกสารและการติดตามผล "
    "ทำงานในเครื่องนี้เท่านั้น ไม่ส่งข้อมูลออกไปที่ใด"
)


class Doors(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._help: HelpWindow | None = None
        self._finder: tuple[Document, Finder] | None = None
        self.paper_door = PapersDoor(window, window.session, window.files.places.fonts, window.files.now)
        self.paper_door.help_wanted.connect(lambda: self.help("papers"))
        self.paper_door.help_over.connect(lambda dialog: self.help_over("papers", dialog))
        self.paper_door.stick_wanted.connect(self.stick)

    def find(self) -> None:
        """Anything in the workbook and in the help, and what can be done."""
        from ita_desktop.ui.find import commands
        from ita_desktop.ui.find.popup import FindPopup

        window, document = self._window, self._session.document
        if document is None or self._session.year is None:
            return
        window.flush()
        offered = [*commands.of_tab(window.tabs.current()), *commands.of_menus(window.menuBar())]
        popup = FindPopup(self._session, self._finder_of(document), offered, window)
        popup.chosen.connect(self._go_to_found)
        popup.open_over(window)

    def _finder_of(self, document: Document) -> Finder:
        """What it learned of the workbook stays known while that is open."""
        from ita_desktop.ui.find.finder import Finder
        from ita_desktop.ui.help_pages import help_pages

        if self._finder is None or self._finder[0] is not document:
            self._finder = document, Finder(help_pages(self._window.files.places.help))
        return self._finder[1]

    def _go_to_found(self, goal: Goal) -> None:
        from ita_desktop.ui.find.things import HELP, YEAR, Going

        if not isinstance(goal, Going):
            goal()
            return
        if goal.year is not None:
            self._window.choose_year(goal.year)
        if goal.place.kind == HELP:
            self.help(goal.place.id or "", goal.place.field or "")
        elif goal.place.kind != YEAR:
            self._session.show(goal.place)

    def open_at(self, place: Place) -> None:
        """What has its place in a window of its own; most of it is a paper's."""
        ways: dict[str, Callable[[], None]] = {
            "office": lambda: self.office(place),
            "division-forms": self.division_forms,
            "next-year": self.start_next_year,
            "effects": self.effects,
            "table-shapes": self.table_shapes,
        }
        ways.get(place.kind, lambda: self.papers(place))()

    def papers(self, place: Place | None = None) -> None:
        """All papers of the year on their pages, at this place of one of them."""
        if self._session.year is not None:
            self._window.flush()
            self.paper_door.open(place)

    def stick(self, paper: str, over: QWidget) -> None:
        """Papers to a stick, beginning with this one."""
        self._window.sticks.send(paper, over)

    def backups(self) -> None:
        self._window.keeping.backups()

    def back_up_to_folder(self) -> None:
        self._window.keeping.back_up_to_folder()

    def bring_back(self) -> None:
        """The open workbook to where it came from."""
        self._window.keeping.carried.bring_back()

    def damaged(self, path: Path, trouble: ItaError) -> None:
        self._window.keeping.damaged(path, trouble)

    def take_in(self, path: Path, where: Whereabouts) -> None:
        """A workbook on a stick or a server is worked on as a copy."""
        self._window.keeping.carried.take_in(path, where)

    def office(self, place: Place | None = None) -> None:
        from ita_desktop.ui.office_dialog import OfficeDialog

        if self._session.document is not None:
            dialog = OfficeDialog(self._session, self._window)
            open_dialog(dialog, about="start")
            if place is not None:
                dialog.show_place(place)

    def add_year(self) -> None:
        from ita_desktop.ui.year_dialogs import AddYearDialog

        open_dialog(AddYearDialog(self._session, self._window), about="years")

    def start_next_year(self) -> None:
        """Go to the year after this one; where there is none yet, begin it."""
        year, document = self._session.year, self._session.document
        if year is None or document is None:
            return
        self._window.flush()
        number = year.number + 1
        if number in document.years():
            self._session.choose_year(number)
            return
        from ita_desktop.ui.year_dialogs import NextYearDialog

        open_dialog(NextYearDialog(self._session, self._window), about="years")

    def effects(self) -> None:
        """Did last year's measures work?"""
        from ita_desktop.ui.tabs.measures.effects_dialog import EffectsDialog

        if self._session.year is None:
            return
        self._window.flush()
        dialog = EffectsDialog(self._session, self._window)
        dialog.wanted.connect(self._go_to_year)
        open_dialog(dialog, about="measures")

    def table_shapes(self) -> None:
        """The table of measures in its four shapes; the one that is chosen is opened on its pages."""
        from ita_desktop.ui.papers.shapes_dialog import ShapesDialog

        if self._session.year is None:
            return
        self._window.flush()
        dialog = ShapesDialog(self._session, self._window.files.places.fonts, self._window)
        dialog.chosen.connect(lambda _shape: self.papers(Place("measures")))
        open_dialog(dialog, about="measures")

    def _go_to_year(self, number: int, place: Place) -> None:
        self._window.choose_year(number)
        self._session.show(place)

    def year_facts(self) -> None:
        from ita_desktop.ui.year_dialogs import YearFactsDialog

        if self._session.year is not None:
            open_dialog(YearFactsDialog(self._session, self._window), about="years")

    def rounds(self) -> None:
        from ita_desktop.ui.tabs.followups.rounds import RoundsDialog

        if self._session.year is not None:
            self._session.show(Place("round"))
            open_dialog(RoundsDialog(self._session, self._window), about="followups")

    def standing(self) -> None:
        from ita_desktop.ui.standing.window import StandingWindow

        if self._session.year is not None:
            self._window.flush()
            open_dialog(StandingWindow(self._session, self._window.jobs, self._window.files.places.fonts, self._window))

    def proof(self) -> None:
        from ita_desktop.ui.proof.window import ProofWindow

        if self._session.year is not None:
            self._window.flush()
            open_dialog(ProofWindow(self._session, self._window.jobs, self._window))

    def phrases(self) -> None:
        from ita_desktop.ui.phrases.window import PhrasesWindow

        if self._session.document is not None:
            self._window.flush()
            open_dialog(PhrasesWindow(self._session, self._window))

    def division_forms(self) -> None:
        from ita_desktop.ui.tabs.followups.forms_dialog import FormsDialog

        window, year = self._window, self._session.year
        if year is not None and not (year.measures and year.rounds):
            self._session.show(Place("followup"))  # where it is said what comes first
        elif year is not None:
            window.flush()
            dialog = FormsDialog(self._session, window.jobs, window.files.places.fonts, window)
            dialog.import_wanted.connect(window.importing.open)
            dialog.print_wanted.connect(lambda: self.papers(Place("papers", "forms")))
            open_dialog(dialog, about="followups")

    def evidence(self) -> None:
        from ita_desktop.ui.tabs.followups.evidence_window import EvidenceWindow

        document = self._session.document
        if document is not None:
            self._window.flush()
            open_dialog(EvidenceWindow(self._session, document, self._window.jobs, self._window), about="followups")

    def send_evidence_along(self, folder: Path) -> None:
        """With a backup to this folder."""
        from ita_desktop.ui.tabs.followups.evidence_carrier import send_along

        if self._session.document is not None:
            send_along(self._session.document, folder, self._window.jobs, self._session.messages)

    def bring_evidence_back(self, backup: Path) -> None:
        from ita_desktop.ui.tabs.followups.evidence_carrier import bring_back

        if self._session.document is not None:
            bring_back(self._session.document, backup, self._window.jobs, self._session.messages)

    def frameworks(self) -> None:
        from ita_desktop.ui.frameworks.window import FrameworksWindow

        if self._session.document is not None:
            self._window.flush()
            open_dialog(
                FrameworksWindow(self._session, self._window.files.places.frameworks, self._window), about="years"
            )

    def help(self, page: str = "", heading: str = "") -> None:
        """At this page, or at that of the tab one is in."""
        from ita_desktop.ui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window.files.places.help, self._window)
        self._help.open_page(page or self._page_of_help(), heading)

    def help_over(self, page: str, dialog: QWidget) -> None:
        """By F1 in a dialog; it goes with the dialog."""
        from ita_desktop.ui.help_window import HelpWindow

        shown = dialog.findChild(HelpWindow) or HelpWindow(self._window.files.places.help, dialog)
        shown.open_page(page or self._page_of_help())

    def _page_of_help(self) -> str:
        """Of the tab one is in."""
        return self._window.tabs.sign().help if self._session.year is not None else "start"

    def check_program(self) -> None:
        """Whether the files of the program are what was built."""
        from ita_desktop.ui.program_check import check_program

        check_program(self._window.files.places.program, self._window.jobs, self._session.messages)

    def about(self) -> None:
        self._session.messages.tell(f"ITA Desktop {__version__}", detail=ABOUT)
