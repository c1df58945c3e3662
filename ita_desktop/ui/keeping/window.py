"""ข้อมูลสำรอง: what there is, whether it is whole, what is in it, what is different now; one record back, or all of it.

Looking changes nothing. Backups are read on other threads; what is different is told by the open workbook's own thread.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import backups as looking
from ita_desktop.actions.backups import Difference
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup
from ita_desktop.storage.document import Document
from ita_desktop.thai.dates import moment_words
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.files import WORKBOOK, Files
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.keeping.backup_list import BackupList, Standing
from ita_desktop.ui.keeping.compared_pane import ComparedPane
from ita_desktop.ui.keeping.second_place import SecondPlace
from ita_desktop.ui.keeping.second_place_line import SecondPlaceLine
from ita_desktop.ui.keeping.words import WHY, contents_words
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, label

_NONE = "ยังไม่มีข้อมูลสำรองในที่นี้"
_BY_ITSELF = "โปรแกรมสำรองให้เองเมื่อเปิด ระหว่างทำงาน และเมื่อปิดไฟล์"


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
        self._shown: Backup | None = None
        self._then: Workbook | None = None
        self._asked = False
        """Whether a backup was asked for here that is not there yet."""
        self._reading = Jobs(session.messages, self)
        self.setWindowTitle("ข้อมูลสำรอง")
        self._make_parts()
        self._lay_out()
        self._wire()
        resize_to_fit(self, 1080, 660)
        self.refresh()
        if not self.list.listed:
            self.place.setFocus()

    def _make_parts(self) -> None:
        self.place = ChoiceField(as_wide_as_words=True)
        self.place.setAccessibleName("ที่เก็บข้อมูลสำรอง")
        self.now = verb_button("สำรองเดี๋ยวนี้", "backup", "ทำสำเนาที่ตรวจแล้วของสมุดงานตามที่เป็นอยู่")
        self.other = verb_button("เลือกข้อมูลสำรอง", "open", "ดูข้อมูลสำรองจากไดรฟ์หรือโฟลเดอร์อื่น")
        self.list = BackupList(self._read, self._session.messages, self._session.today)
        self.title = label(rank="title")
        self.note = Wrapped(tone="muted", rank="small")
        self.whole = QPushButton("กู้คืนทั้งชุด")
        self.whole.setToolTip("สมุดงานเป็นอย่างชุดนี้ทั้งหมด ไฟล์ปัจจุบันเก็บไว้ข้าง ๆ ในชื่ออื่น")
        self.whole.setProperty("look", "main")
        self.whole.setAutoDefault(False)
        self.compared = ComparedPane()
        self.empty = EmptyState("backup", f"{_NONE} {_BY_ITSELF}", "สำรองเดี๋ยวนี้", self._next_step)
        self.second_line = SecondPlaceLine(self._second, self._session.messages)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.place)
        top.addWidget(self.other)
        top.addStretch()
        top.addWidget(self.now)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        head.addWidget(self.whole, alignment=Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        column = column_in(right)
        column.addLayout(head)
        column.addWidget(self.compared, 1)
        self.halves = side_by_side(self.list, right, sizes=(280, 780), stretch=(0, 1))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.halves)
        self._stack.addWidget(self.empty)
        self.list.setMinimumWidth(200)
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.second_line, 1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self.second_line.setVisible(self._session.document is not None)

    def _wire(self) -> None:
        self.place.committed.connect(lambda _root: self._list_anew())
        self.now.clicked.connect(self.back_up)
        self.other.clicked.connect(self.choose_file)
        self.list.current.connect(self._look_into)
        self.whole.clicked.connect(self.restore)
        self.compared.take_back.connect(self.take_back)
        self._session.changed.connect(self._compare)
        self._second.changed.connect(self.refresh)
        self._files.backups.made.connect(self._show_made)
        self._files.backups.settled.connect(self.refresh)
        for key, verb in (
            ("Ctrl+Z", self._session.undo),
            ("Ctrl+Y", self._session.redo),
            ("Ctrl+Shift+Z", self._session.redo),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    # What there is

    @property
    def busy(self) -> bool:
        """Whether anything is still being read."""
        return self.list.checking.busy or self._reading.busy

    @property
    def _open_now(self) -> Document | None:
        """The workbook these are backups of, where it is the one that is open."""
        document = self._session.document
        return document if document is not None and document.path == self._workbook else None

    def _may_write(self) -> bool:
        return self._open_now is not None and not self._open_now.read_only

    def refresh(self) -> None:
        """The places and the backups there, as they are now."""
        places = self._second.places(self._workbook)
        kept = self.place.value()
        self.place.set_choices([(place.root, place.words) for place in places])
        roots = [place.root for place in places]
        self.place.set_value(kept if kept in roots else roots[0])
        self._allow_backing_up(self._may_write() and not self._files.backups.busy)
        self._list_anew()

    def _list_anew(self) -> None:
        root = self.place.value()
        listed: tuple[Backup, ...] = ()
        if isinstance(root, Path) and self._workbook is not None:
            folder = backups.folder_of(self._workbook, root)
            listed = self._session.attempt(lambda: backups.found_in(folder)) or ()
        self.list.show_backups(listed)
        self._show_whether_there_are_any()

    def _show_whether_there_are_any(self) -> None:
        self._stack.setCurrentWidget(self.empty if self.list.current_record() is None else self.halves)
        if not self._may_write():  # it cannot be opened: what helps is a backup from elsewhere
            self.empty.say(_NONE, self.other.text())

    def _read(self, path: Path) -> Workbook | ItaError:
        try:
            return looking.look_into(path, frameworks=self._files.places.frameworks)
        except ItaError as trouble:
            return trouble

    # What is in one of them

    def _look_into(self, backup: Backup | None) -> None:
        """Said by the list also when it was only renewed."""
        if backup is None:
            self._then = None
            self._show_head(None)
            self._compare()
        elif self._shown is None or self._shown.path != backup.path:
            self._show_head(backup)

            def work(_progress: Progress) -> Workbook | ItaError:
                return self._read(backup.path)

            self._reading.run("กำลังอ่านข้อมูลสำรอง", work, partial(self._take_in, backup))

    def _show_head(self, backup: Backup | None) -> None:
        self._shown = backup
        self.whole.setEnabled(False)
        if backup is None:
            self.title.setText(_NONE)
            self.note.say(_BY_ITSELF)
            return
        self.title.setText(moment_words(backup.made))
        self.note.say(f"{WHY[backup.why]} · กำลังอ่าน")

    def _take_in(self, backup: Backup, read: Workbook | ItaError) -> None:
        if self._shown is None or self._shown.path != backup.path:
            return  # another one was chosen meanwhile
        self._then = None if isinstance(read, ItaError) else read
        if isinstance(read, ItaError):
            self.note.say(f"{WHY[backup.why]} · {read.happened} จึงใช้ชุดนี้ไม่ได้")
        else:
            self.note.say(f"{WHY[backup.why]} · {contents_words(read)}")
        self.whole.setEnabled(self._then is not None)
        self.list.note(backup, Standing.of(read))
        self._compare()
        self.looked.emit()

    def _compare(self, _changed: object = None) -> None:
        now = self._open_now.workbook() if self._open_now is not None else None
        self.compared.compare(self._then, now, may_change=self._may_write())

    # What the officer does

    def _allow_backing_up(self, allowed: bool) -> None:
        self.now.setEnabled(allowed)
        self.empty.button.setEnabled(allowed or not self._may_write())

    def _next_step(self) -> None:
        if self._may_write():
            self.back_up()
        else:
            self.choose_file()

    def back_up(self) -> None:
        self._allow_backing_up(False)
        self._asked = True
        self._files.backups.aloud()

    def _show_made(self, made: Backup, workbook: Path) -> None:
        """The one that was asked for here is looked into at once."""
        if self._asked and workbook == self._workbook:
            self._asked = False
            self._list_anew()
            self.list.go_to(made.path)

    def choose_file(self) -> None:
        path = self._session.messages.open_file("เลือกข้อมูลสำรอง", [WORKBOOK], Path.home())
        if path is not None:
            self.list.show_file(path)
            self._show_whether_there_are_any()

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
        question = f"กู้คืนทั้งชุดของวันที่ {moment_words(backup.made)}"
        detail = "สมุดงานจะเป็นอย่างชุดนี้ทั้งหมด ไฟล์ปัจจุบันเก็บไว้ข้าง ๆ ในชื่ออื่น จึงไม่มีอะไรหาย"
        if self._session.messages.ask(question, verb="กู้คืนทั้งชุด", detail=detail):
            self.accept()
            self._files.restore(backup.path, target)

    @override
    def done(self, result: int) -> None:
        """What still reads is let finish: it holds a file open."""
        self._session.changed.disconnect(self._compare)
        self._second.changed.disconnect(self.refresh)
        self._files.backups.made.disconnect(self._show_made)
        self._files.backups.settled.disconnect(self.refresh)
        self.list.checking.close()
        self._reading.close()
        super().done(result)
