"""Papers out: which one, as PDF or Word, with which digits; what it still lacks is said before, not after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ita_desktop.actions.papers import deliver_pack, deliver_paper, paper_options
from ita_desktop.delivery.names import fitting
from ita_desktop.papers.blocks import Digits, PaperOptions
from ita_desktop.papers.lacks import lacks
from ita_desktop.papers.presets import PRESETS
from ita_desktop.papers.registry import PAPERS, PaperKind, file_name
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.form import Form
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, label

KINDS = {"pdf": FileKind("PDF", ".pdf"), "docx": FileKind("Word", ".docx")}
_FIRST = "memo"


class PapersDialog(QDialog):
    def __init__(self, session: Session, jobs: Jobs, fonts: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._fonts = fonts
        self.setWindowTitle("ส่งออกเอกสาร")
        resize_to_fit(self, 780, 480)
        self.list = RecordList("เอกสาร")
        self.list.current.connect(self._show)
        self.form = Form(columns=1)
        self.form.add("format", "ชนิดแฟ้ม", ChoiceField([("pdf", "PDF พร้อมพิมพ์และเผยแพร่"), ("docx", "Word แก้ไขต่อได้")]))
        self.form.add(
            "digits", "ตัวเลข", ChoiceField([(Digits.THAI, "เลขไทย ๑ ๒ ๓"), (Digits.ARABIC, "เลขอารบิก 1 2 3")])
        )
        self.preset = ChoiceField([("", "ตามหลักเกณฑ์ของปี"), *((p.name, p.title) for p in PRESETS.values())])
        self.form.add("preset", "รูปแบบรายงาน", self.preset)
        self.form.load({"format": "pdf", "digits": Digits.THAI, "preset": ""})
        self._title = label(rank="title")
        self._lacks = Wrapped()
        self._lay_out()
        self._list()
        self.list.go_to(_FIRST)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL)
        column.addWidget(self._title)
        column.addWidget(self._lacks)
        column.addWidget(self.form)
        column.addStretch()
        export = QPushButton("ส่งออก")
        export.setDefault(True)
        export.clicked.connect(self.export)
        pack = QPushButton("ส่งออกทั้งชุดสำหรับเว็บไซต์")
        pack.setToolTip("โฟลเดอร์ที่มี PDF ทุกฉบับของข้อ OIT ที่เกี่ยวข้อง ชื่อแฟ้มพร้อมเผยแพร่")
        pack.clicked.connect(self.export_pack)
        close = QPushButton("ปิด")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(pack)
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(export)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(PANEL)
        halves.addWidget(self.list)
        halves.addWidget(right)
        halves.setSizes([340, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        whole.setSpacing(PANEL)
        whole.addWidget(halves, 1)
        whole.addLayout(foot)

    def _list(self) -> None:
        year = self._session.year
        if year is None:
            return
        entries = []
        for kind in PAPERS.values():
            missing = len(lacks(year, kind.name))
            note, icon, tone = (f"ยังขาด {missing} อย่าง", "warning", "warn") if missing else ("พร้อม", "done", "good")
            entries.append(Entry(record=kind, key=kind.name, title=kind.title, note=note, icon=icon, tone=tone))
        self.list.show_entries(entries)

    def _show(self, kind: PaperKind | None) -> None:
        year = self._session.year
        if kind is None or year is None:
            return
        self._title.setText(kind.title)
        missing = lacks(year, kind.name)
        self._lacks.say(
            "\n".join(("ส่งออกได้ แต่ยังขาด", *(f"• {line}" for line in missing))) if missing else "ครบพร้อมลงนาม"
        )
        self.preset.setEnabled(kind.name == "report")

    def export(self) -> None:
        kind: PaperKind | None = self.list.current_record()
        year, document = self._session.year, self._session.document
        if kind is None or year is None or document is None:
            return
        format = str(self.form.value("format"))
        proposal = Path.home() / fitting(file_name(year, kind.name, format))
        target = self._session.messages.save_file("ส่งออกไว้ที่ใด", [KINDS[format]], proposal)
        if target is None:
            return
        options = self._options()
        if options is None:
            return

        def work(progress: Progress) -> Path:
            progress.report(f"กำลังทำ{kind.title}", 0.1)
            deliver_paper(year, kind.name, target, options, fonts=self._fonts, format=format)
            return target

        self._jobs.run(f"กำลังทำ{kind.title}", work, _tell_where(self._session, "เปิดแฟ้ม"))
        self.accept()

    def export_pack(self) -> None:
        year, options = self._session.year, self._options()
        folder = self._session.messages.choose_folder("วางชุดเอกสารไว้ที่ใด", Path.home())
        if year is None or folder is None or options is None:
            return

        def work(progress: Progress) -> Path:
            return deliver_pack(year, folder, options, fonts=self._fonts, progress=progress.report)

        self._jobs.run("กำลังทำชุดเอกสาร", work, _tell_where(self._session, "เปิดโฟลเดอร์"))
        self.accept()

    def _options(self) -> PaperOptions | None:
        digits, preset = Digits(str(self.form.value("digits"))), str(self.form.value("preset"))
        return self._session.run(paper_options, digits=digits, preset=preset, today=self._session.today())


def _tell_where(session: Session, verb: str) -> Callable[[Path], None]:
    def done(target: Path) -> None:
        if session.messages.tell(f"ส่งออกแล้วที่ {target}", verb=verb):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    return done
