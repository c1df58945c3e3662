"""The signed copies of a paper: every version is kept, none is written over, and each can be proved unchanged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ita_desktop.actions import signed
from ita_desktop.actions.signed import SignedCopy
from ita_desktop.actions.signing import Found
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped

SCANS = FileKind("ฉบับสแกน PDF หรือภาพ", ".pdf *.jpg *.jpeg *.png")
_STANDINGS = {
    Standing.INTACT: ("ไฟล์ตรงกับวันที่เก็บทุกไบต์", "shield", "good"),
    Standing.CHANGED: ("ไฟล์ถูกแก้ไขหลังจากเก็บ ไม่ตรงกับลายพิมพ์เดิม", "error", "bad"),
    Standing.MISSING: ("ไม่พบไฟล์ในโฟลเดอร์หลักฐาน", "error", "bad"),
}
_HINT = (
    "พิมพ์ เสนอลงนามด้วยลายมือ สแกน แล้วแนบไว้ที่นี่ "
    "ไฟล์จะคัดลอกไว้ในโฟลเดอร์หลักฐานข้างสมุดงาน พร้อมลายพิมพ์ SHA-256 และวันที่ "
    "หรือให้ผู้ลงนามแต่ละคนลงนามด้วยใบรับรองอิเล็กทรอนิกส์ของตน "
    "ฉบับที่ลงนามแล้วไม่ถูกเขียนทับ แก้เอกสารภายหลังให้แนบเป็นฉบับใหม่"
)


class SignedPanel(Editor):
    attached = Signal()
    sign_wanted = Signal()
    """With a certificate."""
    proof_wanted = Signal(object)
    """Of the signatures in a `SignedCopy`: the answer comes by `show_signatures`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._paper = ""
        self._words = ""
        self.attach = verb_button("แนบฉบับลงนาม", "sign", "คัดลอกไฟล์สแกนของฉบับที่ลงนามแล้วมาเก็บ")
        self.attach.clicked.connect(self._attach)
        self.sign = verb_button("ลงนามด้วยใบรับรอง", "shield", "ลงนามด้วยใบรับรองอิเล็กทรอนิกส์ (.p12 .pfx) ของผู้ลงนาม")
        self.sign.clicked.connect(self.sign_wanted)
        self.open = verb_button("เปิด", "open", "เปิดไฟล์ของฉบับที่เลือก")
        self.open.clicked.connect(self._open)
        self.folder = verb_button("โฟลเดอร์", "folder", "เปิดโฟลเดอร์หลักฐาน")
        self.folder.clicked.connect(self._open_folder)
        self.list = RecordList("ฉบับลงนาม")
        self.list.setMinimumHeight(150)
        self.list.activated.connect(self._open)
        self.list.current.connect(self._look_at)
        self.digest = Wrapped(tone="muted", rank="small")
        verbs = QWidget()
        row = FlowLayout(verbs)
        row.setSpacing(GAP)
        for button in (self.attach, self.sign, self.open, self.folder):
            row.addWidget(button)
        self.add_heading("ฉบับลงนาม")
        self.add(Wrapped(_HINT, tone="muted", rank="small"))
        self.add(verbs)
        self.add(self.list)
        self.add(self.digest)

    def show_paper(self, paper: str) -> None:
        self._paper = paper

    def show_words(self, digest: str) -> None:
        """What the paper says now, to be compared with what was signed."""
        if digest != self._words:
            self._words = digest
            self._list()

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self._list()

    def latest(self) -> SignedCopy | None:
        copies = self._copies()
        return copies[-1] if copies else None

    def _copies(self) -> tuple[SignedCopy, ...]:
        document, year = self.session.document, self.session.year
        if document is None or year is None or not self._paper:
            return ()
        return signed.signed_copies(document, year.number, self._paper)

    def _list(self) -> None:
        copies = self._copies()
        self.list.setVisible(bool(copies))
        self.open.setEnabled(bool(copies))
        self.folder.setEnabled(bool(copies))
        self.list.show_entries([self._entry(copy) for copy in reversed(copies)])

    def _entry(self, copy: SignedCopy) -> Entry:
        assert self.session.document is not None
        try:
            note, icon, tone = _STANDINGS[signed.standing(self.session.document, copy)]
        except ItaError as trouble:
            note, icon, tone = trouble.happened, "error", "bad"
        if tone == "good" and copy.words != self._words and copy == self.latest():
            note, icon, tone = "ไฟล์ครบ แต่เอกสารในสมุดงานแก้ไขหลังลงนามแล้ว", "warning", "warn"
        added = thai_date(copy.added, DateStyle.SHORT_LONG_YEAR)
        how = f" · ลงนามด้วยใบรับรอง {len(copy.signed_by)} คน" if copy.signed_by else ""
        title = f"ฉบับที่ {copy.version} เก็บเมื่อ {added}{how}"
        return Entry(record=copy, key=copy.name, title=title, note=note, icon=icon, tone=tone, note_tone=tone)

    def _look_at(self, copy: SignedCopy | None) -> None:
        self.digest.say(_proof(copy) if copy else "")
        if copy is not None and copy.signed_by:
            self.proof_wanted.emit(copy)

    def show_signatures(self, copy: SignedCopy, found: tuple[Found, ...]) -> None:
        """What the signatures of a version say, unless the officer looks at another one by now."""
        if copy == self.list.current_record():
            self.digest.say("\n".join((*map(_signature, found), _proof(copy))))

    def show_copy(self, copy: SignedCopy) -> None:
        self.list.go_to(copy.name)

    def _attach(self) -> None:
        year = self.session.year
        path = self.session.messages.open_file("เลือกฉบับสแกนที่ลงนามแล้ว", [SCANS], Path.home())
        if path is None or year is None:
            return
        kept = self.session.run(signed.keep_signed, year.number, self._paper, path, self._words, self.session.today())
        if kept is not None:
            self.show_copy(kept)
            self.attached.emit()

    def _open(self) -> None:
        copy: SignedCopy | None = self.list.current_record()
        if copy is not None and self.session.document is not None:
            path = signed.folder_of(self.session.document) / copy.kept.file
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _open_folder(self) -> None:
        if self.session.document is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(signed.folder_of(self.session.document))))


def _proof(copy: SignedCopy) -> str:
    size = f"{copy.kept.size / 1024:,.0f} KB"
    digest = " ".join(copy.kept.sha256[at : at + 8] for at in range(0, 64, 8))
    return f"{copy.kept.file} · {size}\nSHA-256 {digest}"


def _signature(found: Found) -> str:
    when = ""
    if found.signed is not None:
        local = found.signed.astimezone()
        when = f" เมื่อ {thai_date(local.date(), DateStyle.SHORT_LONG_YEAR)} {local:%H.%M} น."
    whole = "เนื้อหาไม่ถูกแก้หลังลงนาม" if found.intact else "เนื้อหาถูกแก้หลังลงนาม ใช้ไม่ได้"
    issuer = "" if found.issuer == found.holder else f" (ออกโดย {found.issuer})"
    return f"{found.holder}{issuer}{when} · {whole}"
