"""Forms to the divisions: for which round, to whom, in which formats; and the way back in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from ita_desktop.actions.division_forms import FORMATS, deliver_forms
from ita_desktop.actions.papers import paper_options
from ita_desktop.domain.measure_facts import by_owner
from ita_desktop.domain.progress import current_round, rounds_in_order
from ita_desktop.domain.records import Round
from ita_desktop.papers.division_form import asked_of
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import cancel_button, resize_to_fit
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped, label

_HINT = (
    "แต่ละส่วนราชการได้ไฟล์ของตนเอง มีเฉพาะมาตรการที่ต้องรายงานในรอบนี้ "
    "แบบ Excel ที่กรอกแล้วนำเข้ากลับมาได้ เปลี่ยนเฉพาะช่องที่ส่วนราชการแก้ และเลิกทำได้ในขั้นเดียว"
)
_OWNER = Qt.ItemDataRole.UserRole


class FormsDialog(QDialog):
    import_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, session: Session, jobs: Jobs, fonts: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._fonts = session, jobs, fonts
        self.setWindowTitle("แบบรายงานของส่วนราชการ")
        resize_to_fit(self, 620, 560)
        self.round = ChoiceField()
        self.round.setAccessibleName("รอบที่ให้รายงาน")
        self.round.committed.connect(self._list_owners)
        self.owners = QListWidget()
        self.owners.setAccessibleName("ส่วนราชการที่จะส่งแบบให้")
        self.owners.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.owners.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the count at the end is always seen
        self.owners.itemChanged.connect(self._count)
        self.formats = {format: QCheckBox(words) for format, words in FORMATS.items()}
        for box in self.formats.values():
            box.toggled.connect(self._count)
        self.back = QPushButton("นำเข้าแบบที่ส่งคืน")
        self.back.clicked.connect(self._import)
        self.paper = QPushButton("ดูและพิมพ์")
        self.paper.clicked.connect(self._print)
        self.cancel = cancel_button(self)
        self.go = QPushButton()
        self.go.setDefault(True)
        self.go.clicked.connect(self.deliver)
        icons.give(self.back, "import", "accent")
        icons.give(self.paper, "print", "accent")
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        formats = QWidget()
        flow = FlowLayout(formats)
        flow.setSpacing(PANEL)
        for box in self.formats.values():
            flow.addWidget(box)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addWidget(self.paper)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = column_in(self, margin=PANEL)
        column.addWidget(Wrapped(_HINT, tone="muted"))
        column.addWidget(label("รอบ", tone="muted", rank="small"))
        column.addWidget(self.round)
        column.addWidget(label("ส่วนราชการ", tone="muted", rank="small"))
        column.addWidget(self.owners, 1)
        column.addWidget(label("รูปแบบ", tone="muted", rank="small"))
        column.addWidget(formats)
        column.addLayout(foot)

    def _show(self) -> None:
        year = self._session.year
        assert year is not None
        self.round.set_choices([(round.id, round.name) for round in rounds_in_order(year)])
        now = current_round(year, self._session.today())
        self.round.set_value(now.id if now else None)
        self.formats["xlsx"].setChecked(True)
        self._list_owners()

    def _list_owners(self) -> None:
        """Those who have something to report in this round, all of them ticked."""
        year, round = self._session.year, self._round()
        if year is None or round is None:
            return
        self.owners.clear()
        for owner in by_owner(year):
            if count := len(asked_of(year, owner, round)):
                item = QListWidgetItem(f"{owner} · {count} มาตรการ")
                item.setData(_OWNER, owner)
                item.setToolTip(owner)
                item.setCheckState(Qt.CheckState.Checked)
                self.owners.addItem(item)
        self._count()

    def _round(self) -> Round | None:
        year, wanted = self._session.year, self.round.value()
        return next((round for round in year.rounds if round.id == wanted), None) if year else None

    def wanted_owners(self) -> list[str]:
        items = (self.owners.item(row) for row in range(self.owners.count()))
        return [item.data(_OWNER) for item in items if item.checkState() is Qt.CheckState.Checked]

    def wanted_formats(self) -> list[str]:
        return [format for format, box in self.formats.items() if box.isChecked()]

    def _count(self) -> None:
        count = len(self.wanted_owners()) * len(self.wanted_formats())
        self.go.setText(f"ส่งออก {count} ไฟล์" if count else "ส่งออก")
        self.go.setEnabled(bool(count))

    # Verbs

    def deliver(self) -> None:
        session, year, round = self._session, self._session.year, self._round()
        options = session.run(paper_options, today=session.today())
        if year is None or round is None or options is None:
            return
        start = session.path.parent if session.path else Path.home()
        folder = session.messages.choose_folder("เก็บแบบรายงานไว้ที่ใด", start)
        if folder is None:
            return
        owners, formats, fonts = self.wanted_owners(), self.wanted_formats(), self._fonts

        def told(paths: tuple[Path, ...]) -> None:
            detail = "ส่งให้แต่ละส่วนราชการกรอก เมื่อได้คืนให้กดแบบรายงาน แล้วเลือกนำเข้าแบบที่ส่งคืน"
            if session.messages.tell(f"ทำแบบรายงานแล้ว {len(paths)} ไฟล์ที่ {folder}", detail=detail, verb="เปิดโฟลเดอร์"):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        def work(progress: Progress) -> tuple[Path, ...]:
            return deliver_forms(year, round, owners, formats, folder, options, fonts=fonts, progress=progress.report)

        self._jobs.run("กำลังทำแบบรายงาน", work, told)
        self.accept()

    def _import(self) -> None:
        self.accept()
        self.import_wanted.emit()

    def _print(self) -> None:
        self.accept()
        self.print_wanted.emit()
