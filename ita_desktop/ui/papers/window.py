"""The papers window: every paper of the year on real pages, its texts beside them, and the ways out of the house.

It wires parts together. Pages are made on the press from values; the workbook stays with this thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from ita_desktop.actions import signed
from ita_desktop.actions.papers import paper_options
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.problems import Place, Problem
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.registry import PAPERS, PaperKind
from ita_desktop.ui import icons
from ita_desktop.ui.papers.checking import Review
from ita_desktop.ui.papers.export_dialog import What
from ita_desktop.ui.papers.foot import Foot
from ita_desktop.ui.papers.guide import Guide
from ita_desktop.ui.papers.panes import Panes
from ita_desktop.ui.papers.paper_list import PaperList
from ita_desktop.ui.papers.press import Press, Proof, raise_in_window
from ita_desktop.ui.papers.preview import Preview
from ita_desktop.ui.papers.printing import ChoosePrinter, choose_printer
from ita_desktop.ui.papers.problem_list import ProblemList
from ita_desktop.ui.papers.proofs import Outgoing
from ita_desktop.ui.papers.sending import Sending
from ita_desktop.ui.papers.side import EDITORS, Side
from ita_desktop.ui.papers.signing import Now, Signing
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import theme
from ita_desktop.ui.widgets.enter import EnterPresses
from ita_desktop.ui.widgets.reading_order import go_on_by_tab

_TYPING_MS = 70
"""Quiet time after a letter before the pages follow."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is told by whoever opens it."""

    fonts: Path
    review: Review
    now: Now
    choose_printer: ChoosePrinter = choose_printer


class PapersWindow(QMainWindow):
    elsewhere = Signal(object)
    """A `Place` of the main window is to be shown."""
    help_wanted = Signal()
    stick_wanted = Signal(object)
    """The name of the paper that is to go to a stick first of all."""
    renewed = Signal()
    """The pages in sight show what the workbook holds."""

    def __init__(self, session: Session, around: Surroundings, owner: QWidget) -> None:
        super().__init__()
        self.session = session
        self._around = around
        self._owner = owner
        self._stamps = True
        self._ordered = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(icons.app_icon())
        self.press = Press(self)
        self.list = PaperList()
        self.preview = Preview(self.press)
        self.side = Side(session)
        self.problems, self.foot = ProblemList(), Foot()
        self.guide = Guide(self.preview.view, self.press, self)
        self.sending = Sending(self.press, session.messages, around.review, around.choose_printer, self)
        self.signing = Signing(self.press, session, around.review, around.now, self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self.panes = Panes(self.list, self.preview, self.side, self.problems, self.foot)
        self.setCentralWidget(self.panes)
        self._wire()
        self._add_keys()
        EnterPresses(self)
        room = self.screen().availableGeometry()
        self.resize(min(1366, room.width()), min(768, room.height()) - 32)
        self.setMinimumSize(820, 440)
        self.refresh()

    def _wire(self) -> None:
        """All connections between the parts, in one place."""
        self.session.changed.connect(self.refresh)
        self.session.year_chosen.connect(self._begin_anew)
        self.list.current.connect(self._choose_paper)
        self.press.made.connect(self._show_proof)
        self.press.failed.connect(self._show_trouble)
        self.preview.view.shown.connect(self._read_on)
        self.side.typed.connect(self._typing.start)
        self.side.looked_at.connect(self.guide.look_at)
        self.side.elsewhere.connect(self.elsewhere)
        self.guide.found.connect(self.side.go_to_text)
        self.foot.count.opened.connect(self.problems.setVisible)
        self.foot.count.stamped.connect(self._choose_stamp)
        self.foot.export.connect(self.export)
        self.foot.to_stick.connect(self.send_to_stick)
        self.foot.print_paper.connect(self.print_paper)
        self.foot.stop.connect(self.press.cancel)
        self.problems.chosen.connect(self.go_to_problem)
        self.sending.progressed.connect(self.foot.show_progress)
        self.sending.finished.connect(lambda: self.foot.show_progress("", 0))
        self.side.signed.sign_wanted.connect(self.sign)
        self.side.signed.proof_wanted.connect(
            lambda copy: self.signing.examine(copy, lambda found: self.side.signed.show_signatures(copy, found))
        )
        self.signing.signed.connect(self.side.take_signed)
        self._typing.timeout.connect(self.renew)
        self._owner.installEventFilter(self)
        theme().changed.connect(self._dress)

    def _add_keys(self) -> None:
        for key, verb in (
            ("Ctrl+E", self.export),
            ("Ctrl+P", self.print_paper),
            ("Ctrl+U", self.send_to_stick),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+W", self.close),
            ("F1", self.help_wanted.emit),
            ("F6", self.panes.go_on),
            ("F8", self.panes.open_problems),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(verb)
        self.preview.add_keys(self)

    # What is shown

    @property
    def paper(self) -> str:
        return self.list.paper

    def show_paper(self, paper: str) -> None:
        self.list.go_to(paper)

    def refresh(self) -> None:
        """Everything as the workbook now is."""
        year, options, document = self.session.year, self._options(), self.session.document
        if year is None or options is None or document is None:
            return
        self.setWindowTitle(f"เอกสารปี {year.number} – {year.office.name}")
        self.panes.title.setText(f"เอกสารปี {year.number}")
        self.renew()  # first of all: the press works while the rest of the window is renewed
        self.list.show_year(year, options, signed.latest_versions(document, year.number))

    def renew(self) -> None:
        """Have the pages made anew, with the words that are being typed."""
        self._typing.stop()
        outgoing = self._outgoing(typed=True)
        if outgoing is not None:
            self._ordered = outgoing.paper
            self.press.order(outgoing.proof(self._around.review))

    def _outgoing(self, *, typed: bool = False) -> Outgoing | None:
        year, options = self.session.year, self._options()
        if year is None or options is None:
            return None
        if typed and self.side.paper == self.paper:
            year = self.side.editor.as_typed(year)
        return Outgoing(year, self.paper, options, self._around.fonts, self._stamps)

    def _options(self) -> PaperOptions | None:
        year = self.session.year
        return self.session.run(paper_options, year=year.number if year else None, today=self.session.today())

    def _choose_paper(self, kind: PaperKind | None) -> None:
        """Said by the list also when it was only renewed: then the pages are being made already."""
        year, options = self.session.year, self._options()
        if kind is not None and year is not None and options is not None:
            self.side.show_paper(self.paper, year, options, self.list.lacks_of(self.paper))
            if self._ordered != self.paper:
                self.renew()

    def _show_proof(self, proof: Proof) -> None:
        year, options = self.session.year, self._options()
        if year is None or options is None or proof.made.paper != self.paper:
            return
        before = self.preview.view.proof
        same = before is not None and before.made.paper == proof.made.paper
        self.preview.show_proof(proof, same=same)
        editor = self.side.editor
        self.guide.follow(proof, editor.landmarks(editor.as_typed(year), options), same=same)
        self.foot.count.show_problems(proof.made.problems)
        self.problems.show_problems(proof.made.problems, year)
        self.side.signed.show_words(proof.made.words)

    def _read_on(self) -> None:
        """With the pages drawn there is time for the words of those in sight: to be drawn over, and to be read out."""
        self.press.read_pages(self.preview.view.pages_in_sight())
        self.renewed.emit()

    def _show_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, ItaError):
            self.preview.show_trouble(str(trouble))
        else:
            raise_in_window(trouble)

    def _begin_anew(self) -> None:
        if self.session.year is None:
            self.close()
        else:
            self.preview.view.clear()
            self.refresh()

    def _dress(self) -> None:
        icons.renew(self)

    # Going places

    def go_to(self, place: Place) -> None:
        """A place of a paper: the paper, its editor, the field and the words in it."""
        name = (place.id or "") if place.kind == "papers" else place.kind
        if name in PAPERS:
            self.show_paper(name)
        if place.field and self.session.year is not None:
            self.side.go_to_place(place, self.session.year)

    def go_to_problem(self, problem: Problem) -> None:
        if problem.where.kind in EDITORS:
            self.go_to(problem.where)
        else:
            self.elsewhere.emit(problem.where)

    # Verbs

    def flush(self) -> None:
        """Commit what was typed in a field that still has the focus."""
        self.side.flush()

    def undo(self) -> None:
        self.flush()
        self.session.undo()

    def redo(self) -> None:
        self.flush()
        self.session.redo()

    def export(self, what: What = What.PDF) -> None:
        self.flush()
        outgoing = self._outgoing()
        if outgoing is not None:
            self.sending.ask_and_export(outgoing, what)

    def print_paper(self) -> None:
        self.flush()
        outgoing = self._outgoing()
        if outgoing is not None:
            self.sending.ask_and_print(outgoing)

    def sign(self) -> None:
        """With a certificate, by one of those who sign this paper."""
        self.flush()
        outgoing = self._outgoing()
        if outgoing is not None:
            self.signing.ask(outgoing)

    def send_to_stick(self) -> None:
        self.flush()
        self.stick_wanted.emit(self.paper)

    def _choose_stamp(self, wanted: bool) -> None:
        self._stamps = wanted
        self.renew()

    # Coming and going

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on_by_tab(self, forward=forward)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The main window takes this one with it, with the last words saved."""
        if watched is self._owner and event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        self._owner.removeEventFilter(self)
        self.session.changed.disconnect(self.refresh)
        self.session.year_chosen.disconnect(self._begin_anew)
        theme().changed.disconnect(self._dress)
        self.press.close()
        super().closeEvent(event)
