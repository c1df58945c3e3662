"""The import window: source, tables with their doubts, a rehearsal, and the import as one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget
from typing_extensions import override

from ita_desktop.actions.sheets import import_tables, known_of, plan_import
from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.exchange.recognise import FoundTable, Known, Meaning, Recognised, recognise
from ita_desktop.storage.backups import Why
from ita_desktop.thai.dates import fiscal_year_of
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import Files
from ita_desktop.ui.import_wizard import source
from ita_desktop.ui.import_wizard.checking import CheckingPage
from ita_desktop.ui.import_wizard.draft import Draft
from ita_desktop.ui.import_wizard.foot import Foot
from ita_desktop.ui.import_wizard.rehearsal import RehearsalPage, Shown
from ita_desktop.ui.import_wizard.saving import folder, save_blank, save_rejected
from ita_desktop.ui.import_wizard.source import Source
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.empty import EmptyState

INVITATION = (
    "เลือกไฟล์ตาราง (.xlsx .xls .ods .csv .docx) ลากไฟล์มาวางที่นี่ หรือกด Ctrl+V เพื่อวางสิ่งที่คัดลอกไว้ "
    "ยังไม่มีอะไรถูกบันทึกจนกว่าจะกดนำเข้า"
)
ASKED_FOR = "ตารางคะแนนของปี {}"


class ImportWindow(QDialog):
    def __init__(self, session: Session, files: Files, parent: QWidget, *, year: int | None = None) -> None:
        super().__init__(parent)
        self._session, self._files = session, files
        self._expected = year
        """Of which year a sheet is expected, where it is not the one that is looked at."""
        self._jobs = Jobs(session.messages, self)
        self._leaving = False
        self._source: Source | None = None
        self._draft: Draft | None = None
        self._done = False
        """The tables are in the workbook."""
        self.setWindowTitle("นำเข้าตาราง")
        self.setAcceptDrops(True)
        self.setSizeGripEnabled(True)
        resize_to_fit(self, 1180, 700)
        invitation = f"{ASKED_FOR.format(year)} {INVITATION}" if year is not None else INVITATION
        self.start = EmptyState("import", invitation, "เลือกไฟล์…", self.choose_file)
        self.start.button.setAutoDefault(False)
        self.checking = CheckingPage()
        self.rehearsal = RehearsalPage()
        self.pages = QStackedWidget()
        for page in (self.start, self.checking, self.rehearsal):
            self.pages.addWidget(page)
        self.foot = Foot()
        column = column_in(self, spacing=GAP + GAP // 2, margin=PANEL)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)
        self._wire()
        self._go(self.start)

    def _wire(self) -> None:
        self._jobs.shown.connect(self.foot.show_busy)
        self._jobs.progressed.connect(self.foot.show_progress)
        self._jobs.hidden.connect(self._rest)
        self.checking.taken.connect(self._show_buttons)
        self.checking.year_chosen.connect(self._choose_year)
        self.checking.meant.connect(self._mean)
        self.checking.mended.connect(self._mend)
        self.checking.any_year.connect(self._keep_year)
        self.rehearsal.choice_changed.connect(self._rehearse)
        self.foot.stop.clicked.connect(self._jobs.cancel)
        self.foot.paste.clicked.connect(self.read_clipboard)
        self.foot.blank.clicked.connect(self._save_blank)
        self.foot.back.clicked.connect(self._go_back)
        self.foot.save_rejected.clicked.connect(self._save_rejected)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.main.clicked.connect(self._go_on)
        self._paste_key = QShortcut(QKeySequence.StandardKey.Paste, self.start)
        self._paste_key.activated.connect(self.read_clipboard)

    @property
    def busy(self) -> bool:
        """A sheet is being read, or tried."""
        return self._jobs.busy

    # Reading

    def choose_file(self) -> None:
        paths = self._session.messages.open_files("เลือกไฟล์ตาราง", [source.TABLES], folder(self._session))
        if paths:
            self.read_files(paths)

    def read_file(self, path: Path) -> None:
        self.read_files([path])

    def read_files(self, paths: Sequence[Path]) -> None:
        self._read(source.files(paths))

    def read_clipboard(self) -> None:
        copied = source.clipboard()
        if copied is None:
            self._session.messages.tell("คลิปบอร์ดยังไม่มีตาราง", detail="คัดลอกตารางใน Excel, Word หรือหน้าเว็บก่อน แล้ววางที่นี่")
        else:
            self._read(copied)

    def _read(self, chosen: Source) -> None:
        known = self._known(self._year_at_hand())
        self._source = chosen

        def work(progress: Progress) -> Recognised:
            return recognise(chosen.read(progress.report), known, progress=progress.report)

        self._jobs.run(f"กำลังอ่าน {chosen.name}", work, lambda found: self._take(found, known))
        self._show_buttons()

    def _year_at_hand(self) -> int:
        year = self._session.year
        if self._expected is not None:
            return self._expected
        return year.number if year else fiscal_year_of(self._session.today())

    def _known(self, year: int) -> Known:
        assert self._session.document is not None
        return known_of(self._session.document, year, self._files.places.frameworks)

    def _take(self, found: Recognised, known: Known) -> None:
        if self._leaving:
            return
        if not found.tables:
            no_table = AnswerIsNo(
                "ไม่พบตารางที่รู้จักในไฟล์นี้",
                safe="สมุดงานไม่เปลี่ยนแปลง",
                do="ตรวจว่าตารางมีหัวคอลัมน์ เช่น ตัวชี้วัด คะแนน มาตรการ แล้วลองอีกครั้ง",
            )
            self._session.messages.error(no_table)
            return
        self._draft = Draft(found, known)
        self._show_draft()
        self._go(self.checking)

    def _show_draft(self) -> None:
        assert self._draft is not None
        assert self._source is not None
        assert self._session.document is not None
        named = {table.year for table in self._draft.tables if table.year is not None}
        years = sorted({*self._session.document.years(), *named, self._draft.known.year})
        self.checking.show_draft(self._draft, self._source.name, years)

    # What the officer says; the table is read again at once

    def _choose_year(self, year: int) -> None:
        draft = self._draft
        if draft is None or year == draft.known.year:
            return
        known = self._known(year)
        work = draft.recognising(known)

        def done(found: Recognised) -> None:
            if self._leaving:
                return
            draft.take(found, known)
            self._show_draft()
            self._show_buttons()
            if self.foot.main.isEnabled():
                self.foot.main.setFocus()  # the button that chose the year may be gone

        self._jobs.run("กำลังอ่านตารางใหม่", lambda progress: work(progress.report), done)
        self._show_buttons()

    def _mean(self, number: int, column: int, meaning: Meaning) -> None:
        assert self._draft is not None
        self._draft.mean(number, column, meaning)
        self._read_again(number)

    def _mend(self, number: int, cells: dict[tuple[int, int], str]) -> None:
        assert self._draft is not None
        self._draft.mend(number, cells)
        self._read_again(number)

    def _keep_year(self, number: int) -> None:
        assert self._draft is not None
        self._draft.is_of_any_year(number)
        self._read_again(number)

    def _read_again(self, number: int) -> None:
        draft = self._draft
        assert draft is not None
        work = draft.rereading(number)
        grids = draft.grids

        def done(table: FoundTable) -> None:
            mended_again = draft.grids is not grids
            if not (self._leaving or mended_again) and draft is self._draft:
                draft.put(number, table)
                self.checking.show_again(number)
                self._show_buttons()

        self._jobs.run("กำลังอ่านตารางใหม่", lambda _progress: work(), done)
        self._show_buttons()

    # From page to page

    def _go(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show_buttons()
        if page is self.checking:
            self.checking.preview.setFocus()
        elif page is self.rehearsal and not self.rehearsal.duplicates.hasFocus():
            (self.foot.main if self.foot.main.isEnabled() else self.rehearsal.duplicates).setFocus()

    def _show_buttons(self) -> None:
        page, busy, done, foot = self.pages.currentWidget(), self.busy, self._done, self.foot
        foot.paste.setVisible(page is self.start)
        foot.paste.setEnabled(not busy)
        foot.blank.setVisible(page is self.start)
        self.start.button.setEnabled(not busy)
        foot.back.setVisible(page is not self.start and not done)
        foot.back.setEnabled(not busy)
        self.rehearsal.duplicates.setEnabled(not busy)
        foot.save_rejected.setVisible(page is self.rehearsal and bool(self.rehearsal.rejected))
        foot.cancel.setVisible(not done)
        foot.main.setVisible(page is not self.start)
        foot.main.setText("เสร็จแล้ว" if done else "นำเข้า" if page is self.rehearsal else "ดูผลก่อนนำเข้า")
        foot.main.setEnabled(done or (not busy and self._can_go_on(page)))

    def _can_go_on(self, page: QWidget | None) -> bool:
        if page is self.rehearsal:
            return self.rehearsal.can_go_on
        return self._draft is not None and bool(self._draft.wanted())

    def _go_back(self) -> None:
        self.rehearsal.forget()
        self._go(self.start if self.pages.currentWidget() is self.checking else self.checking)

    def _go_on(self) -> None:
        if self._done:
            self.accept()
        elif self.pages.currentWidget() is self.checking:
            self._rehearse()
        else:
            self._import()

    def _rehearse(self) -> None:
        """On a copy in memory, so that the window lives on while a long table is tried."""
        assert self._draft is not None
        assert self._session.document is not None
        self.rehearsal.forget()
        trial = self._session.attempt(self._session.document.trial)
        if trial is None:
            return
        tables, year, on_duplicates = self._draft.wanted(), self._draft.known.year, self.rehearsal.on_duplicates

        def work(progress: Progress) -> Shown:
            with trial:
                return Shown.of(plan_import(trial, tables, year, on_duplicates=on_duplicates, progress=progress.report))

        def done(shown: Shown) -> None:
            if not self._leaving:
                self.rehearsal.show_plan(shown)
                self._go(self.rehearsal)

        self._jobs.run("ทดลองนำเข้า", work, done)
        self._show_buttons()

    def _import(self) -> None:
        """What was rehearsed, and nothing else."""
        planned = self.rehearsal.summary
        assert planned is not None
        summary = self._session.run(
            import_tables,
            planned.tables,
            planned.year,
            on_duplicates=self.rehearsal.on_duplicates,
            backup=partial(self._files.backups.before, Why.IMPORT),
        )
        if summary is not None:
            if summary.year != self._expected:  # who was asked for last year's sheet goes on with this year
                self._session.choose_year(summary.year)
            self._done = True
            self.rehearsal.show_done(Shown.of(summary))
            self._show_buttons()

    def _save_blank(self) -> None:
        year = self._year_at_hand()
        save_blank(self._session, self._known(year).framework, year)

    def _save_rejected(self) -> None:
        assert self._draft is not None
        assert self._source is not None
        assert self.rehearsal.summary is not None
        save_rejected(self._session, self._draft.grids, self.rehearsal.summary, self._source.name)

    def _rest(self) -> None:
        self.foot.rest()
        self._show_buttons()

    # A file dropped here instead of on the main window

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.start and source.dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := source.dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.read_files(paths)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """By the cross it would be gone at once, with the sheet still being read."""
        if self.busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @override
    def done(self, result: int) -> None:
        """Closed at once for the officer; a sheet still being looked at is let go when that can stop."""
        if not self.busy:
            self._jobs.close()
            super().done(result)
        elif not self._leaving:
            self._leaving = True
            self._jobs.hidden.connect(lambda: self.done(result))
            self._jobs.cancel()
            self.hide()
