"""What is to be known before one writes: what the paper still lacks, and that a version of it was signed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ita_desktop.ui import icons
from ita_desktop.ui.theme import GAP, NEAR, theme
from ita_desktop.ui.widgets.labels import Wrapped, card


class LacksNote(QWidget):
    """One line that unfolds into all that is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.head = QToolButton()
        self.head.setProperty("look", "flat")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.toggled.connect(self._unfold)
        self._lines = Wrapped(tone="muted", rank="small")
        lines = QVBoxLayout()
        lines.setContentsMargins(GAP * 2, 0, GAP, GAP)
        lines.addWidget(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, 0)
        column.setSpacing(0)
        column.addWidget(self.head, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(lines)
        self._lines.hide()

    def show_lacks(self, missing: tuple[str, ...]) -> None:
        self.setVisible(bool(missing))
        self.head.setText(f"ยังขาด {len(missing)} อย่าง")
        self.head.setAccessibleName(self.head.text())
        self._lines.say("\n".join(f"• {line}" for line in missing))
        self._dress()

    def _unfold(self, wanted: bool) -> None:
        self._lines.setVisible(wanted)
        self._dress()

    def _dress(self) -> None:
        icons.give(self.head, "chevron-down" if self.head.isChecked() else "chevron-right", "warn")


class SignedNote(QWidget):
    """The texts of a signed paper are locked until somebody means to make a new version."""

    unlocked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._words = Wrapped(rank="small")
        self.verb = QPushButton()
        self.verb.clicked.connect(self.unlocked)
        frame: QFrame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(NEAR)
        words.addWidget(self._words)
        words.addWidget(self.verb, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 2, GAP, GAP * 2, NEAR)
        column.addWidget(frame)
        theme().changed.connect(self._draw)
        self._draw()

    def show_version(self, version: int, added: str, *, locked: bool) -> None:
        self.setVisible(bool(version))
        self.verb.setVisible(locked)
        self.verb.setText(f"แก้เป็นฉบับที่ {version + 1}")
        signed = f"ลงนามแล้ว ฉบับที่ {version} เก็บเมื่อ {added}"
        after = "ข้อความล็อกไว้ ฉบับที่ลงนามไม่ถูกเขียนทับ" if locked else "กำลังแก้เป็นฉบับใหม่ ฉบับที่ลงนามยังเก็บไว้เหมือนเดิม"
        self._words.say(f"{signed}\n{after}")

    def _draw(self) -> None:
        self._icon.setPixmap(icons.pixmap("shield", 24, "good"))
