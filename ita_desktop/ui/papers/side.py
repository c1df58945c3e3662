"""The right of the papers window: the texts of the paper, how papers look, the copies that were signed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ita_desktop.actions.signed import SignedCopy
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.papers.agenda_editor import AgendaEditor
from ita_desktop.ui.papers.calendar_editor import CalendarEditor
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.elsewhere import Elsewhere
from ita_desktop.ui.papers.look_panel import LookPanel
from ita_desktop.ui.papers.memo_editor import MemoEditor
from ita_desktop.ui.papers.notices import LacksNote, SignedNote
from ita_desktop.ui.papers.order_editor import OrderEditor
from ita_desktop.ui.papers.report_editor import ReportEditor
from ita_desktop.ui.papers.signed_panel import SignedPanel
from ita_desktop.ui.session import Session

EDITORS: dict[str, Callable[[Session], Editor]] = {
    "memo": MemoEditor,
    "report": ReportEditor,
    "order": OrderEditor,
    "agenda": AgendaEditor,
    "calendar": CalendarEditor,
}
"""Papers whose words are written here; the words of the others stand in the tabs."""


class Side(QTabWidget):
    typed = Signal()
    looked_at = Signal(str)
    elsewhere = Signal(object)
    """A `Place` of the main window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper = ""
        self._unlocked: set[tuple[int, str]] = set()
        self._editors: dict[str, Editor] = {}
        self.lacks, self.signed_note = LacksNote(), SignedNote()
        self.look, self.signed = LookPanel(session), SignedPanel(session)
        self._stack = QStackedWidget()
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lacks)
        column.addWidget(self.signed_note)
        column.addWidget(self._stack, 1)
        self.setDocumentMode(True)
        self.setAccessibleName("ข้อความ รูปแบบ และฉบับลงนาม")
        self.tabBar().setAccessibleName(self.accessibleName())
        self.addTab(texts, "ข้อความ")
        self.addTab(self.look, "รูปแบบ")
        self.addTab(self.signed, "ฉบับลงนาม")
        self.signed_note.unlocked.connect(self._unlock)
        self.signed.attached.connect(self._lock)

    @property
    def paper(self) -> str:
        """None before the first one is shown."""
        return self._paper

    @property
    def editor(self) -> Editor:
        """Made when its paper is first looked at."""
        if self._paper not in self._editors:
            make = EDITORS.get(self._paper)
            editor = make(self._session) if make else Elsewhere(self._session, self._paper)
            editor.typed.connect(self.typed)
            editor.looked_at.connect(self.looked_at)
            if isinstance(editor, Elsewhere):
                editor.wanted.connect(self.elsewhere)
            self._editors[self._paper] = editor
            self._stack.addWidget(editor)
        return self._editors[self._paper]

    def show_paper(self, paper: str, year: Year, options: PaperOptions, missing: tuple[str, ...]) -> None:
        if paper != self._paper:
            self.flush()
        self._paper = paper
        self._stack.setCurrentWidget(self.editor)
        self.lacks.show_lacks(missing)
        self.editor.show_year(year, options)
        self.look.show_year(year, options)
        self.signed.show_paper(paper)
        self.signed.show_year(year, options)
        self._show_lock()

    def flush(self) -> None:
        if self._paper:
            self.editor.flush()

    def go_to_text(self, key: str) -> None:
        self.setCurrentIndex(0)
        self.editor.go_to(key)

    def go_to_place(self, place: Place, year: Year) -> None:
        self.setCurrentIndex(0)
        self.editor.show_place(place, year)

    def focus(self) -> None:
        self.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Signed papers

    def _show_lock(self) -> None:
        year, latest = self._session.year, self.signed.latest()
        locked = latest is not None and year is not None and (year.number, self._paper) not in self._unlocked
        added = thai_date(latest.added, DateStyle.SHORT_LONG_YEAR) if latest else ""
        self.signed_note.show_version(latest.version if latest else 0, added, locked=locked)
        document = self._session.document
        looked_at_only = document is not None and document.read_only
        self.editor.setEnabled(not (locked or looked_at_only) or self._paper not in EDITORS)
        self.look.setEnabled(not looked_at_only)
        self.signed.attach.setEnabled(not looked_at_only)
        self.signed.sign.setEnabled(not looked_at_only)

    def _unlock(self) -> None:
        if self._session.year is not None:
            self._unlocked.add((self._session.year.number, self._paper))
            self._show_lock()

    def take_signed(self, copy: SignedCopy) -> None:
        """A version that was signed with a certificate is kept now."""
        self.signed.show_copy(copy)
        self._lock()

    def _lock(self) -> None:
        if self._session.year is not None:
            self._unlocked.discard((self._session.year.number, self._paper))
            self._show_lock()
