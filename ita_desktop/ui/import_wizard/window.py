"""The import window: source, tables with their doubts, a rehearsal, and the import as one step to undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ita_desktop.actions.importing import Duplicates, RowState
from ita_desktop.actions.sheets import Summary, export_rejected, import_tables, known_of, plan_import
from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.exchange.recognise import FoundTable, Known, Meaning, Recognised, recognise
from ita_desktop.storage.backups import Why
from ita_desktop.thai.dates import fiscal_year_of
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import Files
from ita_desktop.ui.import_wizard import source
from ita_desktop.ui.import_wizard.checking import CheckingPage
from ita_desktop.ui.import_wizard.draft import Draft
from ita_desktop.ui.import_wizard.outcome import in_words, lines, outcome_list
from ita_desktop.ui.import_wizard.source import Source
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped, label

INVITATION = (
    "เลือกแฟ้มตาราง (.xlsx .xls .ods .csv .docx) ลากแฟ้มมาวางที่นี่ หรือกด Ctrl+V เพื่อวางสิ่งที่คัดลอกไว้ "
    "ยังไม่มีอะไรถูกบันทึกจนกว่าจะกดนำเข้า"
)
REJECTED = FileKind("ตาราง Excel", ".xlsx")
_DUPLICATES = {Duplicates.UPDATE: "แก้ตามตาราง", Duplicates.SKIP: "คงค่าเดิมไว้ ข้ามแถวนั้น"}


class ImportWindow(QDialog):
    def __init__(self, session: Session, files: Files, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._files = session, files
        self._jobs = Jobs(session.messages, self)
        self._leaving = False
        self._source: Source | None = None
        self._draft: Draft | None = None
        self.summary: Summary | None = None
        self.setWindowTitle("นำเข้าตาราง")
        self.setAcceptDrops(True)
        self.setSizeGripEnabled(True)
        resize_to_fit(self, 1180, 700)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._go(self.start)

    def _make_parts(self) -> None:
        self.start = EmptyState("import", INVITATION, "เลือกแฟ้ม…", self.choose_file)
        self.checking = CheckingPage()
        self.rehearsal = QWidget()
        self.counts = Wrapped("", rank="heading")
        self.duplicates = QComboBox()
        self.duplicates.setAccessibleName("เมื่อข้อมูลในสมุดงานไม่ตรงกับตาราง")
        for choice, words in _DUPLICATES.items():
            self.duplicates.addItem(words, choice)
        self.outcome = outcome_list(self)
        self.pages = QStackedWidget()
        self._busy = QWidget()
        self._doing = label(tone="muted", rank="small")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("ความคืบหน้า")
        self.stop = icon_button("close", "หยุดอ่าน")
        self.back, self.paste = QPushButton("ย้อนกลับ"), QPushButton("วางจากคลิปบอร์ด")
        self.save_rejected = QPushButton("บันทึกแถวที่ไม่ได้นำเข้า…")
        self.cancel, self.main = QPushButton("ยกเลิก"), QPushButton()
        for button in (self.back, self.paste, self.save_rejected, self.cancel, self.main, self.start.button):
            button.setAutoDefault(False)
        self.main.setProperty("look", "main")

    def _lay_out(self) -> None:
        question = QHBoxLayout()
        question.setSpacing(GAP)
        question.addWidget(label("เมื่อข้อมูลของรายการเดิมไม่ตรงกับตาราง (เทียบตามปีและรายการ)"))
        question.addWidget(self.duplicates)
        question.addStretch()
        self._question = QWidget()
        self._question.setLayout(question)
        question.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self.rehearsal)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.counts)
        column.addWidget(self._question)
        column.addWidget(self.outcome, 1)
        for page in (self.start, self.checking, self.rehearsal):
            self.pages.addWidget(page)
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.setSpacing(GAP)
        for part in (self._doing, self._bar, self.stop):
            busy.addWidget(part)
        self._busy.hide()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addWidget(self.paste)
        foot.addWidget(self._busy)
        foot.addStretch()
        foot.addWidget(self.save_rejected)
        foot.addWidget(self.cancel)
        foot.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(GAP + GAP // 2)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _wire(self) -> None:
        self._jobs.shown.connect(self._show_busy)
        self._jobs.progressed.connect(self._show_progress)
        self._jobs.hidden.connect(self._rest)
        self.stop.clicked.connect(self._jobs.cancel)
        self.checking.taken.connect(self._show_buttons)
        self.checking.year_chosen.connect(self._choose_year)
        self.checking.meant.connect(self._mean)
        self.checking.mended.connect(self._mend)
        self.checking.any_year.connect(self._keep_year)
        self.duplicates.activated.connect(self._rehearse)
        self.paste.clicked.connect(self.read_clipboard)
        self.back.clicked.connect(self._go_back)
        self.save_rejected.clicked.connect(self._save_rejected)
        self.cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self._go_on)
        self._paste_key = QShortcut(QKeySequence.StandardKey.Paste, self.start)
        self._paste_key.activated.connect(self.read_clipboard)

    # Reading

    def choose_file(self) -> None:
        recent = self._session.path
        folder = recent.parent if recent else Path.home()
        path = self._session.messages.open_file("เลือกแฟ้มตาราง", [source.TABLES], folder)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        self._read(source.file(path))

    def read_clipboard(self) -> None:
        copied = source.clipboard()
        if copied is None:
            self._session.messages.tell("คลิปบอร์ดยังไม่มีตาราง", detail="คัดลอกตารางใน Excel, Word หรือหน้าเว็บก่อน แล้ววางที่นี่")
        else:
            self._read(copied)

    def _read(self, chosen: Source) -> None:
        year = self._session.year
        known = self._known(year.number if year else fiscal_year_of(self._session.today()))
        self._source = chosen

        def work(progress: Progress) -> Recognised:
            return recognise(chosen.read(progress.report), known, progress=progress.report)

        self._jobs.run(f"กำลังอ่าน {chosen.name}", work, lambda found: self._take(found, known))
        self._show_buttons()

    def _known(self, year: int) -> Known:
        assert self._session.document is not None
        return known_of(self._session.document, year, self._files.places.frameworks)

    def _take(self, found: Recognised, known: Known) -> None:
        if self._leaving:
            return
        if not found.tables:
            no_table = AnswerIsNo(
                "ไม่พบตารางที่รู้จักในแฟ้มนี้",
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

        self._jobs.run("กำลังอ่านตารางใหม่", lambda _progress: work(), done)
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
            if (
                not self._leaving and draft is self._draft and draft.grids is grids
            ):  # else it was mended again meanwhile
                draft.put(number, table)
                self.checking.show_again(number)
                self._show_buttons()

        self._jobs.run("กำลังอ่านตารางใหม่", lambda _progress: work(), done)
        self._show_buttons()

    # From page to page

    def _go(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show_buttons()
        focus = {self.start: self.start.button, self.checking: self.checking.tables, self.rehearsal: self.outcome}
        focus[page].setFocus()

    def _show_buttons(self) -> None:
        page, busy = self.pages.currentWidget(), self._jobs.busy
        done = self.summary is not None and not self.summary.dry_run
        self.paste.setVisible(page is self.start)
        self.paste.setEnabled(not busy)
        self.start.button.setEnabled(not busy)
        self.back.setVisible(page is not self.start and not done)
        self.back.setEnabled(not busy)
        self._question.setVisible(not done)
        self.save_rejected.setVisible(page is self.rehearsal and bool(self._rejected()))
        self.cancel.setVisible(not done)
        self.main.setVisible(page is not self.start)
        self.main.setText("เสร็จแล้ว" if done else "นำเข้า" if page is self.rehearsal else "ดูผลก่อนนำเข้า")
        self.main.setEnabled(done or (not busy and self._can_go_on(page)))

    def _can_go_on(self, page: QWidget | None) -> bool:
        if page is self.rehearsal:
            return self.summary is not None and bool(
                self.summary.count(RowState.NEW) + self.summary.count(RowState.UPDATED)
            )
        return self._draft is not None and bool(self._draft.wanted())

    def _go_back(self) -> None:
        self.summary = None
        self._go(self.start if self.pages.currentWidget() is self.checking else self.checking)

    def _go_on(self) -> None:
        if self.summary is not None and not self.summary.dry_run:
            self.accept()
        elif self.pages.currentWidget() is self.checking:
            self._rehearse()
        else:
            self._import()

    def _rehearse(self) -> None:
        assert self._draft is not None
        summary = self._session.run(
            plan_import, self._draft.wanted(), self._draft.known.year, on_duplicates=self._on_duplicates()
        )
        if summary is not None:
            self._show_summary(summary, f"จะนำเข้าในปี {summary.year}: {in_words(summary)}")

    def _import(self) -> None:
        assert self._draft is not None
        summary = self._session.run(
            import_tables,
            self._draft.wanted(),
            self._draft.known.year,
            on_duplicates=self._on_duplicates(),
            backup=partial(self._files.back_up, Why.IMPORT),
        )
        if summary is not None:
            self._session.choose_year(summary.year)
            back = "สำรองข้อมูลก่อนนำเข้าแล้ว และเลิกทำทั้งหมดได้ด้วย Ctrl+Z"
            self._show_summary(summary, f"นำเข้าในปี {summary.year} แล้ว: {in_words(summary)}\n{back}")

    def _show_summary(self, summary: Summary, words: str) -> None:
        self.summary = summary
        self.counts.say(words)
        self.outcome.show_records(lines(summary))
        self._go(self.rehearsal)

    def _on_duplicates(self) -> Duplicates:
        return Duplicates(self.duplicates.currentData())

    def _rejected(self) -> int:
        return self.summary.count(RowState.ERROR) if self.summary is not None else 0

    def _save_rejected(self) -> None:
        assert self._draft is not None
        assert self.summary is not None
        assert self._source is not None
        summary, grids, path = self.summary, self._draft.grids, self._session.path
        proposal = (path.parent if path else Path.home()) / f"แถวที่ไม่ได้นำเข้า {Path(self._source.name).stem}.xlsx"
        target = self._session.messages.save_file("บันทึกแถวที่ไม่ได้นำเข้า", [REJECTED], proposal)
        if target is None:
            return
        count = self._session.attempt(lambda: export_rejected(grids, summary, target))
        if count is not None:
            self._session.messages.tell(f"บันทึก {count} แถวแล้วที่ {target}", detail="แก้ตามเหตุผลในคอลัมน์ท้าย แล้วนำเข้าอีกครั้ง")

    # Busy

    def _show_busy(self, doing: str) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self._busy.show()

    def _show_progress(self, doing: str, share: float) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 100)
        self._bar.setValue(round(share * 100))

    def _rest(self) -> None:
        self._busy.hide()
        self._show_buttons()

    # A file dropped here instead of on the main window

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.start and source.dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = source.dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    @override
    def done(self, result: int) -> None:
        """Closed at once for the officer; a sheet still being looked at is let go when that can stop."""
        if not self._jobs.busy:
            self._jobs.close()
            super().done(result)
        elif not self._leaving:
            self._leaving = True
            self._jobs.hidden.connect(lambda: self.done(result))
            self._jobs.cancel()
            self.hide()
