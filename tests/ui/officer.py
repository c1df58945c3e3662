"""The officer of the tests: hands, ears, and ten scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.messages import FileKind

SCORES = ("94.68", "88.55", "91.80", "87.16", "88.27", "86.78", "86.07", "83.40", "100", "83.75")
"""One of the published sets of ten: the total is 89.40."""


@dataclass
class Heard:
    """What was said and asked, and the answers to give. A question nobody expected fails the test."""

    errors: list[ItaError] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[object] = field(default_factory=list)

    def error(self, trouble: ItaError) -> None:
        self.errors.append(trouble)

    def tell(self, text: str, *, detail: str = "", verb: str = "") -> bool:
        self.told.append(text)
        return False

    def ask(self, question: str, *, verb: str, detail: str = "", danger: bool = False) -> bool:
        return bool(self._answer(f"{question} [{verb}]"))

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "") -> str | None:
        return self._answer(question)

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Path | None:
        return self._answer(title)

    def open_files(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Sequence[Path]:
        return self._answer(title) or ()

    def save_file(self, title: str, kinds: Sequence[FileKind], proposal: Path) -> Path | None:
        return self._answer(title)

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        return self._answer(title)

    def _answer(self, question: str):
        self.asked.append(question)
        if not self.answers:
            pytest.fail(f"nobody expected to be asked: {question}")
        return self.answers.pop(0)


def type_in(widget: QWidget, text: str) -> None:
    """Thai from a keyboard: QTest's key clicks abort the process on Thai letters."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def choose(field: QComboBox, value: object) -> None:
    """One of the list, as by mouse or keys."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
