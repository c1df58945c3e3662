"""The ways out of the window: files, the folder for the website, the printer. Errors are said before, not after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.actions.papers import DRAFT
from ita_desktop.papers.pack import pack
from ita_desktop.papers.registry import paper_kind
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.papers.checking import Objections, Review, objections
from ita_desktop.ui.papers.export_dialog import Destination, ExportDialog, What
from ita_desktop.ui.papers.exporting import export, tell_trouble
from ita_desktop.ui.papers.press import Press
from ita_desktop.ui.papers.printing import ChoosePrinter, Printable, Printing, new_printer, printable
from ita_desktop.ui.papers.proofs import Outgoing

_STAMPED, _UNSTAMPED, _ALL_THE_SAME = "พิมพ์เป็นร่าง", "พิมพ์โดยไม่ประทับร่าง", "พิมพ์ต่อ"
_TOLD = 5


class Sending(QObject):
    progressed = Signal(str, float)
    finished = Signal()

    def __init__(
        self,
        press: Press,
        messages: Messages,
        review: Review,
        choose_printer: ChoosePrinter,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._press, self._messages, self._review = press, messages, review
        self._choose_printer = choose_printer
        self._window = window
        self._last: Path | None = None
        press.progressed.connect(self.progressed)
        press.finished.connect(self.finished)

    # Files

    def ask_and_export(self, outgoing: Outgoing, what: What = What.PDF) -> None:
        year, options, problems = outgoing.year, outgoing.options, self._review(outgoing.year)
        one = objections(year, [outgoing.paper], options, problems)
        packed = objections(year, [each.paper for each in pack(year, options)], options, problems)
        found = {What.PDF: one, What.WORD: replace(one, lost=()), What.BOTH: one, What.PACK: packed}
        stamp = DRAFT if outgoing.stamps else ""
        dialog = ExportDialog(year, outgoing.paper, options, found, stamp, self._last, self._window)
        dialog.choose(what)
        dialog.wanted.connect(lambda wanted: self._export(outgoing, wanted, found[wanted.what]))
        open_dialog(dialog)

    def _export(self, outgoing: Outgoing, wanted: Destination, found: Objections) -> None:
        stamp = DRAFT if found.errors and outgoing.stamps else ""
        folder = wanted.place or self._messages.choose_folder("ส่งออกไปที่ใด", self._last or Path.home())
        if folder is not None:
            self._last = folder
            export(outgoing, wanted.what, folder, stamp, self._press, self._messages)

    # Paper

    def ask_and_print(self, outgoing: Outgoing) -> None:
        """Made once more, from what is known now; where something is wrong with it, only after a second yes."""
        year = outgoing.year
        found = objections(year, [outgoing.paper], outgoing.options, self._review(year))
        if found.title:
            verb = _ALL_THE_SAME if not found.errors else _STAMPED if outgoing.stamps else _UNSTAMPED
            if not self._messages.ask(found.title, verb=verb, detail="\n".join(found.lines[:_TOLD])):
                return
        make = outgoing.proof(self._review)
        self._press.do(lambda _report: printable(make()), lambda made: self._print(outgoing, made))

    def _print(self, outgoing: Outgoing, made: Printable | Exception) -> None:
        if isinstance(made, Exception):
            self._fail(made)
            return
        printer = new_printer(f"{paper_kind(outgoing.paper).title} {outgoing.year.number}")
        if not self._choose_printer(printer, len(made.sizes), self._window):
            return
        printing = Printing(self._press, made, printer, self)
        printing.progressed.connect(self.progressed)
        printing.failed.connect(self._fail)
        printing.finished.connect(lambda _all: self.finished.emit())
        printing.begin()

    def _fail(self, trouble: Exception) -> None:
        self.finished.emit()
        tell_trouble(trouble, self._messages)
