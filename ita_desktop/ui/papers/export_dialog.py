"""Papers out: what, as which kind of file, to which place; and, where errors stand in them, whether at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.pack import folder_name, pack
from ita_desktop.papers.registry import file_name, paper_kind
from ita_desktop.ui.dialogs import cancel_button, foot_row, resize_to_fit
from ita_desktop.ui.form import Form
from ita_desktop.ui.papers.checking import Objections
from ita_desktop.ui.theme import GAP, NEAR, PANEL, set_property
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, card, heading


class What(Enum):
    PDF = "pdf"
    WORD = "docx"
    BOTH = "pdf docx"
    PACK = ""
    """The folder for the website."""

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(self.value.split())


@dataclass(frozen=True, slots=True)
class Destination:
    what: What
    place: Path | None
    """A folder, or nothing: then it is still to be chosen."""


class ExportDialog(QDialog):
    wanted = Signal(object)
    """A `Destination`."""

    def __init__(
        self,
        year: Year,
        paper: str,
        options: PaperOptions,
        found: Mapping[What, Objections],
        stamp: str,
        last: Path | None,
        parent: QWidget,
    ) -> None:
        """`found` = what is to be said of the files of each kind."""
        super().__init__(parent)
        self._year, self._paper, self._options = year, paper, options
        self._found, self._stamp = found, stamp
        self.setWindowTitle("ส่งออกเอกสาร")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = paper_kind(paper).title
        packed = len(pack(year, options)) + 1
        self.form = Form(columns=1)
        self.what = ChoiceField(
            [
                (What.PDF, f"{title} เป็น PDF พร้อมพิมพ์และเผยแพร่"),
                (What.WORD, f"{title} เป็น Word แก้ไขต่อได้"),
                (What.BOTH, f"{title} ทั้ง PDF และ Word"),
                (What.PACK, f"ชุดเผยแพร่บนเว็บไซต์ PDF {packed} ไฟล์"),
            ]
        )
        self.folder = ChoiceField(_places(last))
        self.form.add("what", "ส่งออก", self.what)
        self.form.add("folder", "ไปที่", self.folder)
        self.form.load({"what": What.PDF, "folder": self.folder.itemData(0)})
        self.form.committed.connect(self._show)
        self._files = Wrapped(tone="muted", rank="small")
        self.errors = _Errors()
        self.verb = QPushButton()
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._export)
        foot = foot_row(cancel_button(self), self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(self.form)
        column.addWidget(self._files)
        column.addWidget(self.errors, 1)
        column.addLayout(foot)
        resize_to_fit(self, 560, 460 if any(each.title for each in found.values()) else 300)
        self._show()

    def choose(self, what: What) -> None:
        self.what.set_value(what)
        self._show()

    def _show(self) -> None:
        what = self.what.value()
        assert isinstance(what, What)
        found = self._found[what]
        self.errors.show_objections(found, self._stamp)
        self.errors.setVisible(bool(found.title))
        names = [file_name(self._year, self._paper, format) for format in what.formats] or [
            f"โฟลเดอร์ {folder_name(self._year)}",
            *(each.file for each in pack(self._year, self._options)),
        ]
        self._files.say("\n".join(names))
        self.verb.setText("ส่งออก" if not found.errors else "ส่งออกเป็นร่าง" if self._stamp else "ส่งออกทั้งที่มีข้อผิดพลาด")

    def _export(self) -> None:
        what, place = self.what.value(), self.folder.value()
        assert isinstance(what, What)
        self.accept()
        self.wanted.emit(Destination(what, place if isinstance(place, Path) else None))


class _Errors(QWidget):
    """What is wrong with the paper, said before it is out."""

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("")
        self._lines = Wrapped(rank="small")
        self._stamped = Wrapped(tone="muted", rank="small")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._lines)
        rows.addStretch()
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame = card()
        within = QVBoxLayout(frame)
        within.setContentsMargins(GAP + NEAR, GAP, GAP, GAP)
        within.setSpacing(NEAR)
        within.addWidget(self._title)
        within.addWidget(area, 1)
        within.addWidget(self._stamped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_objections(self, found: Objections, stamp: str) -> None:
        self._title.setText(found.title)
        set_property(self._title, "tone", "bad" if found.errors else "warn")
        self._lines.say("\n".join(found.lines))
        self._stamped.setVisible(bool(found.errors))
        self._stamped.say(
            f"ทุกหน้าจะมีคำว่า “{stamp}” ปิดได้ที่ช่องข้างจำนวนข้อผิดพลาด" if stamp else "จะไม่ประทับคำว่า “ร่าง” ตามที่เลือกไว้"
        )


def _places(last: Path | None) -> list[tuple[object, str]]:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = last or Path(documents or Path.home())
    return [
        (folder, f"โฟลเดอร์ {folder}"),
        (None, "เลือกโฟลเดอร์อื่น"),
    ]
