"""Signing with a certificate: asked in a dialog, done on the press, kept by the window's thread as a version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.actions import signed, signing
from ita_desktop.actions.signed import SignedCopy
from ita_desktop.actions.signing import Found
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.telling import Progress
from ita_desktop.papers.registry import paper_kind
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.papers.checking import Review, objections
from ita_desktop.ui.papers.exporting import tell_trouble
from ita_desktop.ui.papers.press import Press, raise_in_window
from ita_desktop.ui.papers.proofs import Outgoing
from ita_desktop.ui.papers.signing_dialog import SigningDialog
from ita_desktop.ui.session import Session

CERTIFICATES = FileKind("ใบรับรองพร้อมกุญแจ", ".p12 .pfx")

Now = Callable[[], datetime]


class Signing(QObject):
    signed = Signal(object)
    """The `SignedCopy` that was kept."""

    def __init__(self, press: Press, session: Session, review: Review, now: Now, window: QWidget) -> None:
        super().__init__(window)
        self._press, self._session, self._review, self._now = press, session, review, now
        self._window = window
        self._last: Path | None = None
        self.dialog: SigningDialog | None = None

    def ask(self, outgoing: Outgoing) -> None:
        year, paper, options = outgoing.year, outgoing.paper, outgoing.options
        words = signed.digest_of_words(year, paper, options)
        base = self._session.run(signing.base_of, year.number, paper, words)
        if base is None:
            return
        title = paper_kind(paper).title
        everyone = signing.signatories(year, paper, options)
        waiting = [(place, block) for place, block in enumerate(everyone) if place not in base.signed_by]
        if not everyone:
            self._session.messages.tell(f"{title}ไม่มีช่องลงนาม")
            return
        if not waiting:
            self._session.messages.tell(f"{title}ลงนามครบทุกคนแล้ว", detail="แก้เอกสารเป็นฉบับใหม่ก่อน จึงลงนามใหม่ได้")
            return
        found = objections(year, [paper], options, self._review(year))
        dialog = self.dialog = SigningDialog(title, waiting, self._last, found.title, self._choose, self._window)

        def sign(place: int, file: Path, password: str) -> None:
            def work(report: Progress) -> bytes:
                report(f"กำลังลงนาม{title}", 0.2)
                now = self._now()
                held = signing.read_certificate(file, password, now)
                return signing.signed_pdf(year, paper, options, base, place, held, now, fonts=outgoing.fonts)

            self._press.do(work, lambda content: keep(place, file, content))

        def keep(place: int, file: Path, content: bytes | Exception) -> None:
            if isinstance(content, Exception):
                dialog.refuse(str(content) if isinstance(content, ItaError) else "ลงนามไม่สำเร็จ เอกสารไม่เปลี่ยนแปลง")
                if not isinstance(content, ItaError):
                    raise_in_window(content)
                return
            self._last = file
            dialog.accept()
            everybody = (*base.signed_by, place)
            today = self._session.today()
            copy = self._session.run(signed.keep_signed_file, year.number, paper, content, words, today, everybody)
            if copy is not None:
                self.signed.emit(copy)

        dialog.wanted.connect(sign)
        dialog.finished.connect(self._forget)
        open_dialog(dialog)

    def examine(self, copy: SignedCopy, tell: Callable[[tuple[Found, ...]], None]) -> None:
        """What the signatures of a kept version say, now."""
        document = self._session.document
        if document is None:
            return
        file = signed.folder_of(document) / copy.kept.file

        def told(found: tuple[Found, ...] | Exception) -> None:
            if isinstance(found, Exception):
                tell_trouble(found, self._session.messages)
            else:
                tell(found)

        self._press.do(lambda _report: signing.signatures_of(file), told)

    def _forget(self) -> None:
        self.dialog = None

    def _choose(self) -> Path | None:
        folder = self._last.parent if self._last else Path.home()
        return self._session.messages.open_file("เลือกใบรับรองของผู้ลงนาม", [CERTIFICATES], folder)
