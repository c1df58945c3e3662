"""The year's steps in a line, each with what is missing; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, NEAR, PANEL, colours, set_property
from ita_desktop.ui.year_steps import Standing, Step, steps

_LOOKS = {
    Standing.DONE: ("done", "good"),
    Standing.TO_DO: ("started", "warn"),
    Standing.LATER: ("todo", "muted"),
}
_WORDS = {Standing.DONE: "เสร็จแล้ว", Standing.TO_DO: "ยังต้องทำ", Standing.LATER: "ยังไม่ถึง"}


class YearStrip(QWidget):
    chosen = Signal(object)
    """The `Step` somebody wants to go to."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QToolButton] = {}
        self._steps: tuple[Step, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PANEL - GAP, 0, PANEL, NEAR)
        self._row.setSpacing(0)
        session.changed.connect(self.refresh)
        session.year_chosen.connect(self.refresh)

    def refresh(self) -> None:
        year, results, due = self._session.year, self._session.results, self._session.due
        if year is None or results is None or due is None:
            return
        self._steps = steps(year, results, due)
        if list(self.buttons) != [step.key for step in self._steps]:
            self._lay_out()
        for step in self._steps:
            self._dress(self.buttons[step.key], step)

    def _dress(self, button: QToolButton, step: Step) -> None:
        picture, tone = _LOOKS[step.standing]
        button.setText(f"{step.title} {step.note}".strip())
        button.setToolTip(f"{step.title}: {step.tip}")
        button.setAccessibleName(f"{step.title} {_WORDS[step.standing]} {step.note}".strip())
        set_property(button, "tone", tone if step.standing is Standing.TO_DO else "muted")
        icons.give(button, picture, tone)
        button.setIconSize(icons.size(18, before_words=True))

    def _lay_out(self) -> None:
        for number, step in enumerate(self._steps):
            if number:
                self._row.addWidget(_Link())
            button = QToolButton()
            button.setProperty("look", "step")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, key=step.key: self._go(key))
            self.buttons[step.key] = button
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _go(self, key: str) -> None:
        self.chosen.emit(next(step for step in self._steps if step.key == key))


class _Link(QWidget):
    """The line from one step to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(16)
        self.setMaximumWidth(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours().edge), 1))
        middle = self.height() // 2
        painter.drawLine(QPoint(2, middle), QPoint(self.width() - 2, middle))
        painter.end()
