"""The steps of a measure as a real list: Enter opens the next step, Alt+Up and Alt+Down move one, pasting many lines
makes many steps, and an emptied step is gone."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.theme import NEAR, theme
from ita_desktop.ui.widgets.arrangement import column_in, row_in
from ita_desktop.ui.widgets.fields import TextField
from ita_desktop.ui.widgets.labels import label

_OWN_NUMBER = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}[.)]|[-•–])\s*")


def split_lines(text: str) -> list[str]:
    """Pasted lines as steps, without the numbers or marks they brought along."""
    return [step for line in text.splitlines() if (step := _OWN_NUMBER.sub("", line).strip())]


class StepsField(QWidget):
    committed = Signal(object)

    def __init__(self, noun: str = "ขั้นตอน") -> None:
        """Of whatever stands in such a list: `noun` is what one of it is called."""
        super().__init__()
        self.noun = noun
        self._value: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._rows: list[_Step] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(NEAR)
        self._add = QPushButton(f"เพิ่ม{noun}")
        self._add.setProperty("look", "flat")
        icons.give(self._add, "add", "accent")
        self._add.clicked.connect(lambda: self.open_step(len(self._rows)))
        column = column_in(self, spacing=NEAR)
        column.addLayout(self._column)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[str, ...]:
        return self._value

    def set_value(self, value: object) -> None:
        assert isinstance(value, tuple)
        self._value = value
        if value != self._typed():
            self._rebuild(value)
        self._shown = self._typed()

    def flush(self) -> None:
        """Steps that came with blanks in them are made tidy when one of them is changed, not by looking."""
        typed = self._typed()
        if typed != self._shown:
            self._value = self._shown = typed
            self.committed.emit(typed)

    def steps(self) -> list[TextField]:
        return [row.text for row in self._rows]

    def open_step(self, at: int) -> None:
        self._insert(at, "")
        self._rows[at].text.setFocus()

    def _insert(self, at: int, text: str) -> None:
        row = _Step(self)
        row.text.set_value(text)
        self._rows.insert(at, row)
        self._column.insertWidget(at, row)
        self._number()

    def split(self, row: _Step, lines: list[str]) -> None:
        """Several lines were pasted into one step: the first stays there, the others follow it; all are one change."""
        at = self._rows.index(row)
        row.text.insertPlainText(lines[0])
        for offset, line in enumerate(lines[1:], 1):
            self._insert(at + offset, line)
        self.flush()
        last = self._rows[at + len(lines) - 1].text
        last.moveCursor(QTextCursor.MoveOperation.End)
        # After the key that pasted: Qt shows the caret once more where that was pressed, and would leave it there.
        QTimer.singleShot(0, last, last.setFocus)

    def shift(self, row: _Step, by: int) -> None:
        at = self._rows.index(row)
        to = at + by
        if not 0 <= to < len(self._rows):
            return
        self._rows.insert(to, self._rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        self._number()
        row.text.setFocus()
        self.flush()

    def remove(self, row: _Step) -> None:
        at = self._rows.index(row)
        self._drop(row)
        self._number()
        if self._rows:
            self._rows[max(0, at - 1)].text.setFocus()
        else:
            self._add.setFocus()
        self.flush()

    def after(self, row: _Step) -> None:
        self.open_step(self._rows.index(row) + 1)

    def _typed(self) -> tuple[str, ...]:
        return tuple(text for row in self._rows if (text := " ".join(row.text.toPlainText().split())))

    def _rebuild(self, value: tuple[str, ...]) -> None:
        while len(self._rows) > len(value):
            self._drop(self._rows[-1])
        while len(self._rows) < len(value):
            row = _Step(self)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, text in zip(self._rows, value, strict=True):
            row.text.set_value(text)
        self._number()

    def _drop(self, row: _Step) -> None:
        """Whoever was in it is in the last one that stays."""
        self._rows.remove(row)
        if row.text.hasFocus():
            (self._rows[-1].text if self._rows else self._add).setFocus()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.be(number, len(self._rows))


class _Step(QWidget):
    def __init__(self, steps: StepsField) -> None:
        super().__init__(steps)
        self._number = label(tone="muted")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setContentsMargins(0, 6, 0, 0)
        self._number.setMinimumWidth(round(26 * theme().zoom))
        self.text = _StepText(self, steps)
        self._noun = steps.noun
        self._up = _small("up", "เลื่อนขึ้น (Alt+↑)", lambda: steps.shift(self, -1))
        self._down = _small("down", "เลื่อนลง (Alt+↓)", lambda: steps.shift(self, +1))
        self._away = _small("delete", f"ลบ{self._noun}", lambda: steps.remove(self))
        row = row_in(self, spacing=NEAR)
        row.addWidget(self._number)
        row.addWidget(self.text, 1)
        for button in (self._up, self._down, self._away):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def be(self, number: int, of: int) -> None:
        self._number.setText(f"{number}.")
        name = f"{self._noun}ที่ {number}"
        self.text.setAccessibleName(name)
        self._up.setAccessibleName(f"เลื่อน{name} ขึ้น")
        self._down.setAccessibleName(f"เลื่อน{name} ลง")
        self._away.setAccessibleName(f"ลบ{name}")
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < of)


class _StepText(TextField):
    def __init__(self, row: _Step, steps: StepsField) -> None:
        super().__init__(least=1, most=8, parent=row)
        self._row, self._steps = row, steps

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._steps.after(self._row)
            case Qt.Key.Key_Up if alt:
                self._steps.shift(self._row, -1)
            case Qt.Key.Key_Down if alt:
                self._steps.shift(self._row, +1)
            case Qt.Key.Key_Backspace if not self.toPlainText():
                self._steps.remove(self._row)
            case _:
                super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = split_lines(source.text())
        if len(lines) > 1:
            self._steps.split(self._row, lines)
        else:
            self.insertPlainText(" ".join(source.text().split()))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.moveCursor(QTextCursor.MoveOperation.End)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._steps.flush()


def _small(picture: str, tip: str, verb: object) -> QToolButton:
    button = QToolButton()
    button.setProperty("look", "flat")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same; Tab goes from step to step
    icons.give(button, picture, "muted")
    button.clicked.connect(verb)
    return button
