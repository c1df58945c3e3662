"""The evidence of one report: links and files as a small table, in which a line is written, dropped or pasted.

What is a link is written by hand. A file comes by its button, by dragging it in, or with Ctrl+V, and so does a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.records import Evidence
from ita_desktop.ui import reading
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, NEAR, row_height
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.words import Look

_NAME = "หลักฐาน"
STANDINGS = {
    Standing.INTACT: Look("", "paper", "ink", "ไฟล์ตรงกับวันที่เก็บทุกไบต์"),
    Standing.CHANGED: Look("ไฟล์ถูกแก้ไข", "error", "bad", "ไฟล์ถูกแก้ไขหลังจากเก็บ ไม่ตรงกับลายพิมพ์เดิม"),
    Standing.MISSING: Look("ไม่พบไฟล์", "error", "bad", "ไม่พบไฟล์นี้ในโฟลเดอร์หลักฐานข้างสมุดงาน"),
}
_UNKNOWN = Look("", "paper", "ink", "กำลังตรวจว่าไฟล์ตรงกับวันที่เก็บ")
_LINK = Look("", "link", "accent")
_NOTHING = Look("", "", "muted")


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of evidence and its place; the last line is empty, to write in."""

    id: int
    evidence: Evidence
    standing: Standing | None = None
    """How its file is; None where it has none, or where that is not known yet."""

    @property
    def is_blank(self) -> bool:
        return not (self.evidence.title or self.evidence.link or self.evidence.file)

    @property
    def look(self) -> Look:
        if self.evidence.file:
            return STANDINGS[self.standing] if self.standing else _UNKNOWN
        return _LINK if self.evidence.link else _NOTHING

    @property
    def where(self) -> str:
        """Where it is, with what is wrong with it first."""
        if self.evidence.file:
            return " · ".join(filter(None, (self.look.text, self.evidence.file)))
        return self.evidence.link

    @property
    def tip(self) -> str:
        if not self.evidence.file:
            return self.evidence.link
        size = f"{self.evidence.size:,} ไบต์" if self.evidence.size is not None else ""
        digest = f"SHA-256 {self.evidence.sha256}" if self.evidence.sha256 else ""
        return "\n".join(filter(None, (self.evidence.file, size, digest, self.look.tip)))


class EvidenceList(QWidget):
    committed = Signal(object)
    """All evidence, as it should be."""
    refused = Signal(object)
    files = Signal(list)
    """Paths of files that are to be taken in."""
    picture = Signal(bytes)
    """A PNG from the clipboard that is to be taken in."""
    choose = Signal()
    open = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._value: tuple[Evidence, ...] = ()
        self._model = RecordTable(
            (
                Column(
                    title=_NAME,
                    field="title",
                    value=lambda line: line.evidence.title,
                    read=str.strip,
                    hint=lambda line: "พิมพ์ชื่อ หรือลากไฟล์มาวาง" if line.is_blank else "",
                ),
                Column(
                    title="ลิงก์หรือไฟล์",
                    field="link",
                    value=lambda line: line.where,
                    read=reading.link,
                    editable=lambda line: not line.evidence.file,
                    icon=lambda line: line.look.icon,
                    tone=lambda line: line.look.tone,
                    tip=lambda line: line.tip,
                    hint=lambda line: "พิมพ์หรือวางลิงก์" if line.is_blank else "",
                ),
            ),
            parent=self,
        )
        self._model.edited.connect(self._edit)
        self._model.refused.connect(self.refused)
        self.table = _EvidenceTable(self._model, "หลักฐาน", self)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.attach = verb_button("แนบไฟล์", "add", "คัดลอกไฟล์เข้าโฟลเดอร์หลักฐานของสมุดงาน ลากไฟล์มาวางหรือกด Ctrl+V ก็ได้")
        self.attach.clicked.connect(self.choose)
        self.stick = verb_button("วาง", "paste", "วางภาพหรือไฟล์ที่คัดลอกไว้ (Ctrl+V ในตารางหลักฐาน)")
        self.stick.clicked.connect(self.paste)
        self.open_button = verb_button("เปิด", "open", "เปิดลิงก์หรือไฟล์ของหลักฐานที่เลือก")
        self.open_button.clicked.connect(self._open)
        self.away = icon_button("delete", "ลบหลักฐานที่เลือก")
        self.away.setToolTip("ลบหลักฐานที่เลือก เลิกทำได้ ไฟล์ยังอยู่ในโฟลเดอร์")
        self.away.clicked.connect(self._delete)
        self.table.current.connect(self._show_buttons)
        verbs = QWidget()
        flow = FlowLayout(verbs)
        flow.setSpacing(GAP)
        for button in (self.attach, self.stick, self.open_button, self.away):
            flow.addWidget(button)
        column = column_in(self, spacing=NEAR)
        column.addWidget(label(_NAME, tone="muted", rank="small"))
        column.addWidget(verbs)
        column.addWidget(self.table)
        self.setAcceptDrops(True)

    def show_evidence(self, evidence: tuple[Evidence, ...], standings: Sequence[Standing | None]) -> None:
        """`standings` = how the file of each is, in the same order."""
        self._value = evidence
        pairs = zip(evidence, standings, strict=True)
        lines = [Line(number, piece, standing) for number, (piece, standing) in enumerate(pairs)]
        self.table.show_records([*lines, Line(len(evidence), Evidence(title=""))])
        self._show_buttons()
        shown = min(len(evidence) + 1, 5)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + shown * row_height() + NEAR)

    def allow_files(self, allowed: bool) -> None:
        """A workbook that is only looked at takes none in."""
        for button in (self.attach, self.stick):
            button.setEnabled(allowed)
        self.setAcceptDrops(allowed)
        self._show_buttons()

    def _show_buttons(self, _line: object = None) -> None:
        """What is done with one of them needs one; the empty line to write in is none."""
        line = self.table.current_record()
        piece = line.evidence if line is not None else Evidence(title="")
        self.open_button.setEnabled(bool(piece.link or piece.file))
        self.away.setEnabled(self.attach.isEnabled() and line is not None and not line.is_blank)

    def paste(self) -> None:
        """Files, a picture, or else cells of a table."""
        data = QGuiApplication.clipboard().mimeData()
        if not self._take(data):
            self.table.paste_cells()

    def _take(self, data: QMimeData | None) -> bool:
        if data is None or not self.attach.isEnabled():
            return False
        if paths := local_files(data):
            self.files.emit(paths)
            return True
        if data.hasImage() and not data.hasText():  # Excel lays a picture of its cells beside their words
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.picture.emit(as_png(image))
                return True
        return False

    def _edit(self, edits: list[Edit]) -> None:
        pieces = dict(enumerate(self._value))
        for edit in edits:
            piece = pieces.get(edit.record.id, Evidence(title=""))
            pieces[edit.record.id] = replace(piece, **{edit.column.field: edit.value})
        self.committed.emit(tuple(piece for piece in pieces.values() if piece.title or piece.link or piece.file))

    def _delete(self) -> None:
        gone = {line.id for line in self.table.selected_records()}
        kept = tuple(piece for number, piece in enumerate(self._value) if number not in gone)
        if kept != self._value:
            self.committed.emit(kept)

    def _open(self) -> None:
        line = self.table.current_record()
        if line is not None and (line.evidence.link or line.evidence.file):
            self.open.emit(line.evidence)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.files.emit(paths)


class _EvidenceTable(Table):
    def __init__(self, model: RecordTable, name: str, owner: EvidenceList) -> None:
        super().__init__(model, name)
        self._owner = owner

    @override
    def paste(self) -> None:
        self._owner.paste()

    def paste_cells(self) -> None:
        super().paste()


def local_files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
