"""From what the officer chose to files that are whole: on the press, with what became of them told at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ita_desktop.actions.papers import deliver_pack, deliver_paper
from ita_desktop.delivery.names import free
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.telling import Progress
from ita_desktop.papers.pack import folder_name
from ita_desktop.papers.registry import file_name, paper_kind
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.papers.export_dialog import What
from ita_desktop.ui.papers.press import Cancelled, Press, raise_in_window
from ita_desktop.ui.papers.proofs import Outgoing

_OVER, _BOTH = "เขียนทับ", "เก็บทั้งสองฉบับ"


def export(outgoing: Outgoing, what: What, folder: Path, stamp: str, press: Press, messages: Messages) -> bool:
    """Whether it was begun; what stands there already is asked about first."""
    targets = _targets(outgoing, what, folder, messages)
    if targets is None:
        return False

    def work(report: Progress) -> tuple[Path, ...]:
        if what is What.PACK:
            year, options = outgoing.year, outgoing.options
            return (deliver_pack(year, folder, options, fonts=outgoing.fonts, stamp=stamp, progress=report),)
        for done, (format, target) in enumerate(zip(what.formats, targets, strict=True)):
            report(f"กำลังทำ{paper_kind(outgoing.paper).title}", done / len(targets))
            deliver_paper(
                outgoing.year,
                outgoing.paper,
                target,
                outgoing.options,
                fonts=outgoing.fonts,
                format=format,
                stamp=stamp,
            )
        return targets

    press.do(work, lambda result: _tell(result, messages))
    return True


def _targets(outgoing: Outgoing, what: What, folder: Path, messages: Messages) -> tuple[Path, ...] | None:
    if what is What.PACK:
        there = folder / folder_name(outgoing.year)
        question = f"มีโฟลเดอร์ {there.name} อยู่แล้ว"
        detail = "ไฟล์ชื่อเดียวกันในโฟลเดอร์นั้นจะเป็นฉบับใหม่ ไฟล์อื่นไม่ถูกแตะต้อง"
        return (there,) if not there.exists() or messages.ask(question, verb=_OVER, detail=detail) else None
    targets = tuple(folder / file_name(outgoing.year, outgoing.paper, format) for format in what.formats)
    there_already = [target.name for target in targets if target.exists()]
    if not there_already:
        return targets
    chosen = messages.choose(f"มี {' และ '.join(there_already)} อยู่แล้ว", [_OVER, _BOTH])
    if chosen == _BOTH:
        taken = frozenset(path.name for path in folder.iterdir())
        return tuple(target.with_name(free(target.name, taken)) for target in targets)
    return targets if chosen == _OVER else None


def _tell(result: tuple[Path, ...] | Exception, messages: Messages) -> None:
    if isinstance(result, Exception):
        tell_trouble(result, messages)
        return
    first = result[0]
    names = "\n".join(path.name for path in result)
    if messages.tell(f"ส่งออกแล้วที่ {first.parent}", detail=names, verb="เปิดโฟลเดอร์"):
        folder = first if first.is_dir() else first.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def tell_trouble(trouble: Exception, messages: Messages) -> None:
    """Work that was stopped needs no words; our own mistakes go where all of them go."""
    if isinstance(trouble, ItaError):
        messages.error(trouble)
    elif not isinstance(trouble, Cancelled):
        raise_in_window(trouble)
