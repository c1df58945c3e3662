"""A workbook on a stick or a server: worked on as a copy here, and brought back when the officer says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ita_desktop.actions import carried
from ita_desktop.actions.carried import TakenIn
from ita_desktop.delivery import eject
from ita_desktop.delivery.drives import removable_drives
from ita_desktop.delivery.places import Place
from ita_desktop.domain.errors import ItaError
from ita_desktop.storage.backups import Backup
from ita_desktop.ui.files import Files, documents
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.waiting import done_beside

_KNOWN = "carried"
_WHERE = {Place.REMOVABLE: "แฟลชไดรฟ์หรือแผ่นที่ถอดได้", Place.NETWORK: "เครื่องอื่นในเครือข่าย"}
_ALSO_WHEN = {Place.REMOVABLE: "ถอดไดรฟ์แล้ว", Place.NETWORK: "เครือข่ายขัดข้อง"}
_HERE, _ANEW = "เปิดสำเนาที่ทำค้างไว้", "คัดลอกใหม่จากต้นทาง"
_EJECT = "ถอดไดรฟ์"


class Carried(QObject):
    changed = Signal()

    def __init__(self, session: Session, files: Files, settings: Settings, jobs: Jobs) -> None:
        super().__init__(files)
        self._session, self._files, self._settings, self._jobs = session, files, settings, jobs
        self._frameworks = files.places.frameworks
        session.workbook_changed.connect(self.changed)
        session.changed.connect(self._note_change)

    # What is known of copies, by their own paths

    @property
    def origin(self) -> Path | None:
        """Where the open workbook came from, if it is a copy."""
        known = self._of(self._session.path)
        return Path(known["origin"]) if known else None

    def is_ahead(self) -> bool:
        """Whether the open copy was changed since it was taken in or brought back."""
        known = self._of(self._session.path)
        return bool(known and known.get("ahead"))

    def _of(self, copy: Path | None) -> dict[str, Any]:
        known = self._settings.get(_KNOWN)
        found = known.get(str(copy)) if isinstance(known, dict) else None
        return found if isinstance(found, dict) and isinstance(found.get("origin"), str) else {}

    def _remember(self, taken: TakenIn, *, ahead: bool) -> None:
        known = self._settings.get(_KNOWN)
        copies = {**known} if isinstance(known, dict) else {}
        copies[str(taken.copy)] = {"origin": str(taken.origin), "seal": taken.seal, "ahead": ahead}
        self._settings.put(_KNOWN, {copy: facts for copy, facts in copies.items() if Path(copy).exists()})
        self.changed.emit()

    def _copies_of(self, origin: Path) -> list[TakenIn]:
        known = self._settings.get(_KNOWN)
        every = known if isinstance(known, dict) else {}
        found = [(Path(copy), self._of(Path(copy))) for copy in every]
        return [
            TakenIn(copy, origin, str(facts.get("seal", "")))
            for copy, facts in found
            if facts and facts["origin"] == str(origin) and copy.exists()
        ]

    def _note_change(self, _changed: object) -> None:
        known = self._of(self._session.path)
        if known and not known.get("ahead") and self._session.path is not None:
            taken = TakenIn(self._session.path, Path(known["origin"]), str(known.get("seal", "")))
            self._remember(taken, ahead=True)

    # Coming in

    def take_in(self, path: Path, place: Place) -> None:
        """A copy that is being worked on already is not made a second time unasked."""
        for taken in self._copies_of(path)[-1:]:
            same = self._session.attempt(lambda: _seal_of(path)) == taken.seal
            if same:
                self._open(taken, place)
                return
            chosen = self._session.messages.choose(
                f"ไฟล์ {path.name} มีสำเนาที่ทำค้างไว้ในเครื่องนี้ แต่ไฟล์ต้นทางถูกแก้ไขหลังจากนั้น",
                [_HERE, _ANEW],
                detail="ทั้งสองไฟล์ยังอยู่ครบ คัดลอกใหม่จะได้สำเนาอีกไฟล์หนึ่ง ไม่ทับสำเนาเดิม",
            )
            if chosen == _HERE:
                self._open(taken, place)
            if chosen != _ANEW:
                return
        folder = documents() / "ITA"

        def work(_progress: Progress) -> TakenIn | ItaError:
            try:
                return carried.take_in(path, folder, frameworks=self._frameworks)
            except ItaError as trouble:
                return trouble

        def done(result: TakenIn | ItaError) -> None:
            if isinstance(result, TakenIn):
                self._remember(result, ahead=False)
                self._open(result, place)
            else:
                self._files.open_here(path)  # which says what is wrong with it, and offers what can be done

        self._jobs.run(f"กำลังคัดลอก {path.name} มาที่เครื่องนี้", work, done)

    def _open(self, taken: TakenIn, place: Place) -> None:
        self._files.open_here(taken.copy)
        if self._session.path == taken.copy:
            self._session.messages.tell(
                f"ไฟล์นี้อยู่ใน{_WHERE[place]} จึงทำงานกับสำเนาในเครื่องนี้แทน",
                detail=(
                    f"สำเนาอยู่ที่ {taken.copy}\nทำงานได้ตามปกติแม้{_ALSO_WHEN[place]} เมื่อเสร็จให้เลือกเมนู ไฟล์ › ส่งไฟล์กลับไปที่เดิม"
                ),
            )

    # Going back

    def bring_back(self) -> None:
        """What stands there is kept beside it; where somebody changed it meanwhile, that is asked about."""
        origin, copy = self.origin, self._session.path
        messages = self._session.messages
        if origin is None or copy is None:
            return
        if not origin.parent.is_dir():
            messages.tell(
                f"ยังส่งกลับไม่ได้ เพราะไม่พบ {origin.parent}", detail="งานในเครื่องนี้ยังอยู่ครบ เสียบไดรฟ์หรือต่อเครือข่ายแล้วลองใหม่"
            )
            return
        there = self._session.attempt(lambda: _seal_of(origin))
        if there is None:
            return
        if there not in ("", self._of(copy).get("seal")):
            detail = "ไฟล์ที่อยู่ที่นั่นจะเก็บไว้ข้าง ๆ ในชื่ออื่น จึงไม่มีอะไรหาย"
            if not messages.ask(f"ไฟล์ {origin.name} ที่ต้นทางถูกแก้ไขหลังจากคัดลอกมา", verb="ส่งกลับ", detail=detail):
                return
        self._files.backups.aloud(lambda backup: self._write_back(backup, copy, origin))

    def _write_back(self, backup: Backup, copy: Path, origin: Path) -> None:
        now = self._files.now()

        def work(_progress: Progress) -> tuple[Path | None, str]:
            return carried.bring_back(backup.path, copy, origin, now), carried.seal_of(origin)

        def done(result: tuple[Path | None, str]) -> None:
            aside, seal = result
            self._remember(TakenIn(copy, origin, seal), ahead=False)
            self._tell(origin, aside)

        self._jobs.run(f"กำลังส่ง {origin.name} กลับไปที่เดิม", work, done)

    def _tell(self, origin: Path, aside: Path | None) -> None:
        messages = self._session.messages
        kept = f"ไฟล์เดิมในนั้นเก็บไว้ในชื่อ {aside.name}" if aside else ""
        drive = next((each.folder for each in removable_drives() if origin.is_relative_to(each.folder)), None)
        detail = "\n".join(filter(None, (f"อ่านกลับแล้วครบทุกค่าที่ {origin}", kept)))
        if messages.tell("ส่งไฟล์กลับแล้ว", detail=detail, verb=_EJECT if drive else "") and drive is not None:
            self._jobs.run("กำลังถอดไดรฟ์", lambda _progress: eject.eject(drive), lambda answer: _say(messages, answer))


def _seal_of(origin: Path) -> str:
    """What lies there now is read from end to end, and a stick is slow."""
    return done_beside(lambda: carried.seal_of(origin), f"กำลังอ่าน {origin.name} ที่ต้นทาง", safe="ไม่มีไฟล์ใดถูกแก้ไข")


def _say(messages: Messages, words: str) -> None:
    messages.tell(words)
