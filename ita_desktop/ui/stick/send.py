"""ส่งลงไดรฟ์: which papers, to which drive, with or without a password; then what arrived there, and the drive let go.

Everything slow happens on another thread. What lies there under the same name is asked about before it is replaced.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import stick
from ita_desktop.actions.papers import DRAFT, paper_options
from ita_desktop.actions.stick import Wanted
from ita_desktop.delivery.drives import Drive
from ita_desktop.delivery.stick import Delivered, Outgoing
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.records import Year
from ita_desktop.papers.registry import file_name
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.stick.arrived_page import ArrivedPage
from ita_desktop.ui.stick.busy_page import BusyPage
from ita_desktop.ui.stick.choice_page import ChoicePage
from ita_desktop.ui.theme import PANEL, theme

_REPLACE = "แทนที่ไฟล์เดิม"


class SendDialog(QDialog):
    def __init__(
        self,
        session: Session,
        fonts: Path,
        drives: Callable[[], tuple[Drive, ...]],
        now: Callable[[], datetime.datetime],
        parent: QWidget,
        *,
        paper: str = "",
    ) -> None:
        super().__init__(parent)
        year = session.year
        assert year is not None
        options = session.run(paper_options, year=year.number, today=session.today())
        assert options is not None
        self._session, self._fonts, self._now = session, fonts, now
        self._year: Year = year
        self._options = options
        self._jobs = Jobs(session.messages, self)
        self._drive: Drive | None = None
        self.setWindowTitle(f"ส่งเอกสารปี {year.number} ลงไดรฟ์")
        self.choice = ChoicePage(year, session.today(), drives, session.messages, first=paper)
        self.busy = BusyPage()
        self.arrived = ArrivedPage()
        self.pages = QStackedWidget()
        for page in (self.choice, self.busy, self.arrived):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.addWidget(self.pages)
        self._wire()
        resize_to_fit(self, round(800 * theme().zoom), round(520 * theme().zoom))

    def _wire(self) -> None:
        self.choice.send.connect(self.send)
        self.choice.cancel.connect(self.reject)
        self.busy.stop.connect(self._jobs.cancel)
        self.arrived.close_wanted.connect(self.accept)
        self.arrived.let_go.connect(self.let_go)
        self.arrived.open_folder.connect(self._open_folder)
        self._jobs.shown.connect(self._show_busy)
        self._jobs.progressed.connect(self.busy.show_progress)
        self._jobs.hidden.connect(self._rest)

    def send(self) -> None:
        drive = self.choice.drives.drive
        if drive is None:
            return
        try:
            password = self.choice.password.value()
        except ItaError as trouble:
            self.choice.password.refuse(str(trouble.happened))
            return
        self._drive = drive
        year, options, fonts = self._year, self._options, self._fonts
        wanted = [
            Wanted(paper, format, file_name(year, paper, format), DRAFT if stamped else "")
            for paper, format, stamped in self.choice.wanted()
        ]
        self._begin()

        def work(progress: Progress) -> tuple[tuple[Outgoing, ...], tuple[str, ...]]:
            def told(file: str, done: int, everything: int) -> None:
                progress.report(f"กำลังทำ {file}", done / max(everything, 1))

            made = stick.make_papers(year, wanted, options, fonts=fonts, progress=told)
            if password:
                progress.report("กำลังใส่รหัสผ่าน", 1)
                made = stick.lock_papers(made, password)
            return made, stick.taken_names(year, made, drive.folder)

        self._jobs.run("กำลังทำเอกสาร", work, lambda made: self._ask_and_copy(*made, drive))

    def _ask_and_copy(self, made: tuple[Outgoing, ...], taken: tuple[str, ...], drive: Drive) -> None:
        if taken:
            question = f"ใน {drive.label} มีไฟล์ชื่อเดียวกันแต่เนื้อหาต่างกัน {len(taken)} ไฟล์"
            if not self._session.messages.ask(question, verb=_REPLACE, detail="\n".join(taken)):
                return
        year, now = self._year, self._now()
        self._begin()

        def work(progress: Progress) -> Delivered:
            def told(file: str, done: int, everything: int) -> None:
                progress.report(f"กำลังคัดลอก {file}", done / max(everything, 1))

            return stick.copy_to_stick(year, made, drive.folder, now, replacing=taken, progress=told)

        self._jobs.run(f"กำลังคัดลอกลง {drive.label}", work, lambda delivered: self._show_arrived(delivered, made, drive))

    def _show_arrived(self, delivered: Delivered, made: tuple[Outgoing, ...], drive: Drive) -> None:
        self.arrived.show_delivered(delivered, [len(each.content) for each in made], drive)
        self.pages.setCurrentWidget(self.arrived)

    def let_go(self) -> None:
        drive = self._drive
        if drive is not None:
            self.arrived.setEnabled(False)
            self._jobs.run("กำลังถอดไดรฟ์", lambda _progress: stick.let_go(drive.folder), self.arrived.show_gone)

    # What is shown meanwhile

    def _begin(self) -> None:
        self.choice.setEnabled(False)
        self.choice.drives.pause(True)

    def _show_busy(self, doing: str) -> None:
        self.busy.begin(doing, can_stop=self.pages.currentWidget() is not self.arrived)
        if self.pages.currentWidget() is self.choice:
            self.pages.setCurrentWidget(self.busy)

    def _rest(self) -> None:
        """Nothing is running: back to the questions, unless what comes next shows something else at once."""
        self.arrived.setEnabled(True)
        if self.pages.currentWidget() is not self.arrived:
            self.choice.setEnabled(True)
            self.choice.drives.pause(False)
            self.pages.setCurrentWidget(self.choice)

    def _open_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @override
    def done(self, result: int) -> None:
        """What is being written is finished or taken away before the window goes."""
        self.choice.drives.pause(True)
        self._jobs.close()
        super().done(result)
