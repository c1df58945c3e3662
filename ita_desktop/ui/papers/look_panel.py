"""How the office likes its papers: digits, the table of measures, the pictures at their head."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import papers
from ita_desktop.actions.pictures import read_picture
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.thai.digits import Digits
from ita_desktop.ui.form import Form
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, card, heading

SHAPES = (
    (None, "ตามรูปแบบรายงาน"),
    (MeasureShape.FIVE, "ห้าช่อง: มาตรการ วิธี ผู้รับผิดชอบ ระยะเวลา การติดตาม"),
    (MeasureShape.BY_INDICATOR, "จัดตามตัวชี้วัด"),
    (MeasureShape.BY_TOPIC, "จัดตามประเด็น"),
    (MeasureShape.BY_OIT_ITEM, "จัดตามข้อ OIT"),
)
_DIGITS = ((Digits.THAI, "เลขไทย ๑ ๒ ๓"), (Digits.ARABIC, "เลขอารบิก 1 2 3"))
_PICTURES = (
    (papers.EMBLEM, "ตราครุฑ", "บนบันทึกข้อความ คำสั่ง และประกาศ สูง 1.5 และ 3 เซนติเมตรตามแบบหนังสือราชการ"),
    (papers.LOGO, "ตราของหน่วยงาน", "บนปกรายงาน ถ้าไม่เลือกจะใช้ตราครุฑแทน"),
)
PICTURE_KIND = FileKind("ภาพ PNG หรือ JPEG", ".png *.jpg *.jpeg")


class LookPanel(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.form = Form(columns=1)
        self.form.add("digits", "ตัวเลขในเอกสารทุกฉบับ", ChoiceField(_DIGITS))
        self.form.add("shape", "ตารางมาตรการ", ChoiceField(SHAPES))
        self.form.committed.connect(self._save)
        self.add_heading("ตัวเลขและตาราง")
        self.add(self.form)
        self.add_heading("ตรา")
        self.pictures = {name: PictureCard(session, name, title, hint) for name, title, hint in _PICTURES}
        for picture in self.pictures.values():
            self.add(picture)

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self.form.load({"digits": options.digits, "shape": options.shape})
        self.pictures[papers.EMBLEM].show_picture(options.emblem.data if options.emblem else b"")
        self.pictures[papers.LOGO].show_picture(options.logo.data if options.logo else b"")

    def _save(self, name: str, value: object) -> None:
        if name == "digits":
            self.session.run(papers.choose_digits, Digits(str(value)))
        else:
            self.session.run(papers.choose_shape, MeasureShape(str(value)) if value else None)


class PictureCard(QWidget):
    """One picture of the office: how it looks, choosing another, doing without."""

    def __init__(self, session: Session, name: str, title: str, hint: str) -> None:
        super().__init__()
        self._session, self._name = session, name
        self._content = b""
        self.shown = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.shown.setFixedSize(QSize(72, 72))
        self.choose = QPushButton("เลือกภาพ")
        self.choose.setAccessibleName(f"เลือกภาพ{title}")
        self.choose.clicked.connect(self._choose)
        self.remove = QPushButton("เอาออก")
        self.remove.setAccessibleName(f"เอา{title}ออก")
        self.remove.clicked.connect(lambda: session.run(papers.remove_picture, name))
        self._title = title
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        verbs.addWidget(self.choose)
        verbs.addWidget(self.remove)
        verbs.addStretch()
        words = QVBoxLayout()
        words.setSpacing(NEAR)
        words.addWidget(heading(title))
        words.addWidget(Wrapped(hint, tone="muted", rank="small"))
        words.addLayout(verbs)
        frame = card()
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        inside.setSpacing(PANEL)
        inside.addWidget(self.shown, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_picture(self, content: bytes) -> None:
        self.remove.setVisible(bool(content))
        self.choose.setText("เปลี่ยนภาพ" if content else "เลือกภาพ")
        if content == self._content and not self.shown.pixmap().isNull():
            return
        self._content = content
        image = QImage.fromData(content) if content else QImage()
        self.shown.setAccessibleName(self._title if content else f"ยังไม่มี{self._title}")
        if image.isNull():
            self.shown.setText("ยังไม่มี")
            self.shown.setProperty("tone", "muted")
            return
        ratio = self.devicePixelRatioF()
        small = image.scaled(
            self.shown.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        self.shown.setPixmap(QPixmap.fromImage(small))

    def _choose(self) -> None:
        path = self._session.messages.open_file(f"เลือก{self._title}", [PICTURE_KIND], Path.home())
        if path is None:
            return
        read = self._session.attempt(lambda: read_picture(path))
        if read is not None:
            self._session.run(papers.choose_picture, self._name, read.media_type, read.content)
