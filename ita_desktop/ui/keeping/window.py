"""ข้อมูลสำรอง: what there is, whether it is whole, what is in it, what is different now; one record back, or all of it.

Looking changes nothing. Backups are read on other threads; what is different is told by the open workbook's own thread.
"""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import backups as looking
from ita_desktop.actions.backups import Difference
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup
from ita_desktop.storage.document import Document
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import WORKBOOK, Files
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.keeping.backup_list import Standing, entries
from ita_desktop.ui.keeping.beside_pane import BesidePane, state_of
from ita_desktop.ui.keeping.second_place import SecondPlace
from ita_desktop.ui.keeping.second_place_line import SecondPlaceLine
from ita_desktop.ui.keeping.words import WHY, Titles, kind_words, made_words
from ita_desktop.ui.record_list import RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, label

_STATES = {
    "same": ("เหมือนเดิม", "done", "muted"),
    "changed": ("แก้ไขแล้ว", "draft", "accent"),
    "gone": ("ถูกลบไปแล้ว", "remove", "bad"),
    "new": ("เพิ่มภายหลัง", "add", "good"),
}
_CHECKING = "กำลังตรวจข้อมูลสำรอง"
_DIFFERENT, _EVERYTHING = "different", "everything"


class BackupsWindow(QDialog):
    looked = Signal()
    """A backup was read, and what is in it is shown."""

    def __init__(
        self,
        files: Files,
        session: Session,
        second: SecondPlace,
        parent: QWidget,
        *,
        workbook: Path | None = None,
    ) -> None:
        """Of the open workbook, or of one that cannot be opened: then its backups can only be looked into."""
        super().__init__(parent)
        self._files, self._session, self._second = files, session, second
        self._workbook = workbook or session.path
        self._standings: dict[Path, Standing] = {}
        self._chosen: Backup | None = None
        """A file that was picked by hand."""
        self._shown: Backup | None = None
        self._then: Workbook | None = None
        self._besides: tuple[Difference, ...] = ()
        self._titles = Titles()
        self._checking, self._reading = Jobs(session.messages, self), Jobs(session.messages, self)
        self._listed: tuple[Backup, ...] = ()
        self.setWindowTitle("ข้อมูลสำรอง")
        self._make_parts()
        self._lay_out()
        self._wire()
        resize_to_fit(self, 1080, 660)
        self.refresh()
        if not self._listed:
            self.place.setFocus()

    def _make_parts(self) -> None:
        self.place = ChoiceField(as_wide_as_words=True)
        self.place.setAccessibleName("ที่เก็บข้อมูลสำรอง")
        self.now = verb_button("สำรองเดี๋ยวนี้", "backup", "ทำสำเนาที่ตรวจแล้วของสมุดงานตามที่เป็นอยู่")
        self.other = verb_button("เลือกข้อมูลสำรอง", "open", "ดูข้อมูลสำรองจากไดรฟ์หรือโฟลเดอร์อื่น")
        self.list = RecordList("ข้อมูลสำรอง")
        self.title = label(rank="title")
        self.note = Wrapped(tone="muted", rank="small")
        self.whole = QPushButton("กู้คืนทั้งชุด")
        self.whole.setToolTip("สมุดงานเป็นอย่างชุดนี้ทั้งหมด ไฟล์ปัจจุบันเก็บไว้ข้าง ๆ ในชื่ออื่น")
        self.whole.setProperty("look", "main")
        self.whole.setAutoDefault(False)
        self.show_which = ChoiceField([(_DIFFERENT, "ที่ต่างจากปัจจุบัน"), (_EVERYTHING, "ทุกรายการ")], as_wide_as_words=True)
        self.show_which.setAccessibleName("รายการที่แสดง")
        self.show_which.set_value(_DIFFERENT)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("กรอง")
        self.filter.setAccessibleName("กรองรายการ")
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icons.icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._model = RecordTable(
            (
                Column(title="ปี", value=lambda each: str(each.year or ""), width=56),
                Column(title="ชนิด", value=lambda each: kind_words(each.kind), width=130),
                Column(title="รายการ", value=self._title_of),
                Column(
                    title="เทียบกับปัจจุบัน",
                    value=lambda each: self._state(each)[0],
                    icon=lambda each: self._state(each)[1],
                    tone=lambda each: self._state(each)[2],
                    width=156,
                ),
            ),
            key=lambda each: (each.kind, each.year, each.id),
            parent=self,
        )
        self.table = Table(self._model, "รายการในข้อมูลสำรอง", whole_rows=True)
        self.beside = BesidePane()
        self.second_line = SecondPlaceLine(self._second, self._session.messages)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.place)
        top.addWidget(self.other)
        top.addStretch()
        top.addWidget(self.now)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        head.addLayout(words, 1)
        head.addWidget(self.whole, alignment=Qt.AlignmentFlag.AlignTop)
        sieve = QHBoxLayout()
        sieve.setSpacing(GAP)
        sieve.addWidget(self.show_which)
        sieve.addWidget(self.filter, 1)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(sieve)
        column.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(GAP)
        parts.addWidget(upper)
        parts.addWidget(self.beside)
        parts.setSizes([260, 260])
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(parts, 1)
        halves = side_by_side(self.list, right, sizes=(280, 780), stretch=(0, 1))
        self.list.setMinimumWidth(200)
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.second_line, 1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(halves, 1)
        whole.addLayout(foot)
        self.second_line.setVisible(self._session.document is not None)

    def _wire(self) -> None:
        self.place.committed.connect(lambda _root: self._list_anew())
        self.now.clicked.connect(self.back_up)
        self.other.clicked.connect(self.choose_file)
        self.list.current.connect(self._look_into)
        self.whole.clicked.connect(self.restore)
        self.show_which.committed.connect(lambda _which: self._show_records())
        self.filter.textChanged.connect(self._show_records)
        self.table.current.connect(self._show_record)
        self.beside.take_back.connect(self.take_back)
        self._session.changed.connect(self._compare)
        self._second.changed.connect(self.refresh)
        self._files.backups.settled.connect(self.refresh)
        for key, verb in (
            ("Ctrl+Z", self._session.undo),
            ("Ctrl+Y", self._session.redo),
            ("Ctrl+Shift+Z", self._session.redo),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    # What there is

    @property
    def _open_now(self) -> Document | None:
        """The workbook these are backups of, where it is the one that is open."""
        document = self._session.document
        return document if document is not None and document.path == self._workbook else None

    def refresh(self) -> None:
        """The places and the backups there, as they are now."""
        places = self._second.places(self._workbook)
        kept = self.place.value()
        self.place.set_choices([(place.root, place.words) for place in places])
        roots = [place.root for place in places]
        self.place.set_value(kept if kept in roots else roots[0])
        self.now.setEnabled(self._may_write() and not self._files.backups.busy)
        self._list_anew()

    def _list_anew(self) -> None:
        root = self.place.value()
        self._listed = ()
        if isinstance(root, Path) and self._workbook is not None:
            folder = backups.folder_of(self._workbook, root)
            self._listed = self._session.attempt(lambda: backups.found_in(folder)) or ()
        self._checking.cancel()
        for backup in reversed(self._listed):
            if backup.path not in self._standings:
                self._checking.run(_CHECKING, partial(self._check, backup.path), partial(self._note, backup))
        self._show_list()

    def _show_list(self) -> None:
        today = self._session.today()
        self.list.show_entries(entries(self._listed, self._standings, today, chosen=self._chosen))

    def _check(self, path: Path, progress: Progress) -> Standing:
        progress.report(_CHECKING, 0)
        return Standing.DAMAGED if isinstance(self._read(path, progress), ItaError) else Standing.WHOLE

    def _read(self, path: Path, _progress: Progress) -> Workbook | ItaError:
        try:
            return looking.look_into(path, frameworks=self._files.places.frameworks)
        except ItaError as trouble:
            return trouble

    def _note(self, backup: Backup, standing: Standing) -> None:
        self._standings[backup.path] = standing
        self._show_list()

    # What is in one of them

    def _look_into(self, backup: Backup | None) -> None:
        """Said by the list also when it was only renewed."""
        if backup is None:
            self._then = None
            self._show_head(None)
            self._compare()
        elif self._shown is None or self._shown.path != backup.path:
            self._show_head(backup)
            work = partial(self._read, backup.path)
            self._reading.run("กำลังอ่านข้อมูลสำรอง", work, partial(self._take_in, backup))

    def _show_head(self, backup: Backup | None) -> None:
        self._shown = backup
        self.whole.setEnabled(False)
        if backup is None:
            self.title.setText("ยังไม่มีข้อมูลสำรองในที่นี้")
            self.note.say("โปรแกรมสำรองให้เองเมื่อเปิด ระหว่างทำงาน และเมื่อปิดไฟล์")
            return
        self.title.setText(made_words(backup))
        self.note.say(f"{WHY[backup.why]} · กำลังอ่าน")

    def _take_in(self, backup: Backup, read: Workbook | ItaError) -> None:
        if self._shown is None or self._shown.path != backup.path:
            return  # another one was chosen meanwhile
        self._then = None if isinstance(read, ItaError) else read
        self._standings[backup.path] = Standing.DAMAGED if self._then is None else Standing.WHOLE
        if isinstance(read, ItaError):
            self.note.say(f"{WHY[backup.why]} · {read.happened} จึงใช้ชุดนี้ไม่ได้")
        else:
            self.note.say(f"{WHY[backup.why]} · {_contents(read)}")
        self.whole.setEnabled(self._then is not None)
        self._show_list()
        self._compare()
        self.looked.emit()

    def _compare(self, _changed: object = None) -> None:
        document = self._open_now
        now = document.workbook() if document is not None else None
        self._besides = looking.side_by_side(self._then, now or self._then) if self._then is not None else ()
        self._titles = Titles(*(each for each in (self._then, now) if each is not None))
        different = sum(not each.same for each in self._besides)
        self.show_which.set_choices(
            [(_DIFFERENT, f"ที่ต่างจากปัจจุบัน {different:,}"), (_EVERYTHING, f"ทุกรายการ {len(self._besides):,}")]
        )
        self.show_which.setVisible(now is not None)
        self.beside.allow_changes(self._may_write() and now is not None)
        self._show_records()

    def _show_records(self) -> None:
        wanted = self.filter.text().strip().casefold()
        every = self.show_which.value() == _EVERYTHING or self._open_now is None
        shown = [
            each
            for each in self._besides
            if (every or not each.same)
            and wanted in f"{each.year} {kind_words(each.kind)} {self._titles.of(each)}".casefold()
        ]
        self.table.show_records(shown)
        if shown and not self.table.currentIndex().isValid():
            self.table.choose(self._model.index(0, 0))
        self._show_record(self.table.current_record())

    def _show_record(self, each: Difference | None) -> None:
        self.beside.show_record(each, self._titles.of(each) if each is not None else "")
        if each is None and self._then is not None and not self.filter.text():
            self.beside.say("เหมือนกับสมุดงานปัจจุบันทุกรายการ")

    def _title_of(self, each: Difference) -> str:
        return self._titles.of(each)

    def _state(self, each: Difference) -> tuple[str, str, str]:
        return _STATES[state_of(each)] if self._open_now is not None else ("", "", "muted")

    # What the officer does

    def _may_write(self) -> bool:
        return self._open_now is not None and not self._open_now.read_only

    def back_up(self) -> None:
        self.now.setEnabled(False)
        self._files.backups.aloud(self._show_made)

    def _show_made(self, made: Backup) -> None:
        self._list_anew()
        self.list.go_to(made.path)

    def choose_file(self) -> None:
        path = self._session.messages.open_file("เลือกข้อมูลสำรอง", [WORKBOOK], Path.home())
        if path is None:
            return
        try:
            made = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
        except OSError:
            made = datetime.datetime.fromtimestamp(0, tz=datetime.UTC)  # reading it will say what is wrong
        self._chosen = Backup(0, made, path)
        self._show_list()
        self.list.go_to(path)

    def take_back(self, each: Difference) -> None:
        if self._shown is None:
            return
        rules = self._files.places.frameworks
        self._session.run(looking.take_back, self._shown.path, each.kind, each.year, each.id, frameworks=rules)

    def restore(self) -> None:
        """All of it: what stands there now is kept beside it, under another name."""
        backup, target = self._shown, self._workbook
        if backup is None or target is None or self._then is None:
            return
        question = f"กู้คืนทั้งชุดของวันที่ {made_words(backup)}"
        detail = "สมุดงานจะเป็นอย่างชุดนี้ทั้งหมด ไฟล์ปัจจุบันเก็บไว้ข้าง ๆ ในชื่ออื่น จึงไม่มีอะไรหาย"
        if self._session.messages.ask(question, verb="กู้คืนทั้งชุด", detail=detail):
            self.accept()
            self._files.restore(backup.path, target)

    @override
    def done(self, result: int) -> None:
        """What still reads is let finish: it holds a file open."""
        self._session.changed.disconnect(self._compare)
        self._second.changed.disconnect(self.refresh)
        self._files.backups.settled.disconnect(self.refresh)
        self._checking.close()
        self._reading.close()
        super().done(result)


def _contents(workbook: Workbook) -> str:
    years = workbook.years
    measures = sum(len(year.measures) for year in years)
    findings = sum(len(year.findings) for year in years)
    span = f"{years[0].number} ถึง {years[-1].number}" if len(years) > 1 else "".join(str(year.number) for year in years)
    told = [f"ปี {span}" if years else "ยังไม่มีปี", f"ข้อค้นพบ {findings:,}", f"มาตรการ {measures:,}"]
    return " · ".join((workbook.office.name, *told))
