"""The one door to dialogs. Whoever has something to say or ask calls `Messages`; tests listen at the door instead.

Buttons are named by what they do. An error says what happened, what is safe and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui import icons
from ita_desktop.ui.theme import set_property
from ita_desktop.ui.wrapping import message

CANCEL = "ยกเลิก"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file as a file dialog offers it: `FileKind("สมุดงาน ITA", ".ita")`."""

    title: str
    suffix: str

    @property
    def filter(self) -> str:
        return f"{self.title} (*{self.suffix})"


class Messages(Protocol):
    def error(self, trouble: ItaError) -> None: ...

    def tell(self, text: str, *, detail: str = "", verb: str = "") -> bool:
        """Say something; where a `verb` is offered, answer whether it was chosen."""
        ...

    def ask(self, question: str, *, verb: str, detail: str = "", danger: bool = False) -> bool:
        """May this be done? The button says what will be done; the other one leaves everything as it is."""
        ...

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "") -> str | None: ...

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Path | None: ...

    def open_files(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Sequence[Path]: ...

    def save_file(self, title: str, kinds: Sequence[FileKind], proposal: Path) -> Path | None: ...

    def choose_folder(self, title: str, folder: Path) -> Path | None: ...


class WindowMessages:
    """Messages as dialogs over a window."""

    def __init__(self) -> None:
        self._parent: QWidget | None = None

    def belong_to(self, window: QWidget) -> None:
        self._parent = window

    def _over(self) -> QWidget | None:
        """The window one works in, for the papers have one of their own; never a dialog that was just closed."""
        here = QApplication.activeWindow()
        return here if here is not None and here.isVisible() else self._parent

    def error(self, trouble: ItaError) -> None:
        box = self._box(QMessageBox.Icon.Warning, trouble.happened, "\n".join(filter(None, (trouble.safe, trouble.do))))
        box.addButton("ปิด", QMessageBox.ButtonRole.RejectRole)
        box.exec()

    def tell(self, text: str, *, detail: str = "", verb: str = "") -> bool:
        box = self._box(QMessageBox.Icon.Information, text, detail)
        offered = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole) if verb else None
        box.setDefaultButton(box.addButton("ปิด", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return offered is not None and box.clickedButton() is offered

    def ask(self, question: str, *, verb: str, detail: str = "", danger: bool = False) -> bool:
        box = self._box(QMessageBox.Icon.Question, question, detail)
        do_it = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(CANCEL, QMessageBox.ButtonRole.RejectRole)
        if danger:
            set_property(do_it, "look", "danger")
        box.setDefaultButton(leave if danger else do_it)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is do_it

    def choose(self, question: str, verbs: Sequence[str], *, detail: str = "") -> str | None:
        box = self._box(QMessageBox.Icon.Question, question, detail)
        buttons: dict[QAbstractButton, str] = {}
        for verb in verbs:
            button: QPushButton = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
            buttons[button] = verb
        box.setEscapeButton(box.addButton(CANCEL, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        clicked = box.clickedButton()
        return next((verb for button, verb in buttons.items() if button is clicked), None)

    def open_file(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._over(), title, str(folder), _filters(kinds))
        return Path(chosen) if chosen else None

    def open_files(self, title: str, kinds: Sequence[FileKind], folder: Path) -> Sequence[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(self._over(), title, str(folder), _filters(kinds))
        return [Path(each) for each in chosen]

    def save_file(self, title: str, kinds: Sequence[FileKind], proposal: Path) -> Path | None:
        chosen, kind = QFileDialog.getSaveFileName(self._over(), title, str(proposal), _filters(kinds))
        if not chosen:
            return None
        path = Path(chosen)
        known = {offered.suffix for offered in kinds}
        suffix = next((offered.suffix for offered in kinds if offered.filter == kind), kinds[0].suffix)
        if path.suffix.lower() in known:
            return path
        whole = path.with_name(path.name + suffix)  # of this name the dialog did not ask whether it may be replaced
        replacing = f"มีไฟล์ชื่อ {whole.name} อยู่แล้ว"
        return whole if not whole.exists() or self.ask(replacing, verb="เขียนทับ", danger=True) else None

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._over(), title, str(folder))
        return Path(chosen) if chosen else None

    def _box(self, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(icon, "ITA Desktop", message(text, bold=True), parent=self._over())
        box.setIconPixmap(icons.pixmap(*_PICTURES[icon]))
        box.setInformativeText(message(detail))
        return box


_PICTURES = {
    QMessageBox.Icon.Warning: ("warning", 40, "warn"),
    QMessageBox.Icon.Information: ("info", 40, "accent"),
    QMessageBox.Icon.Question: ("help", 40, "accent"),
}


def _filters(kinds: Sequence[FileKind]) -> str:
    return ";;".join(kind.filter for kind in kinds)
