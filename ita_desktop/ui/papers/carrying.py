"""Papers to a stick: made, asked about where something else lies there, copied and read back, and the stick let go."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.actions import stick
from ita_desktop.actions.papers import make_pack, make_paper
from ita_desktop.delivery.drives import Drive
from ita_desktop.delivery.stick import Delivered
from ita_desktop.delivery.stick import Outgoing as File
from ita_desktop.papers.registry import file_name, paper_kind
from ita_desktop.ui.messages import Messages
from ita_desktop.ui.papers.export_dialog import What
from ita_desktop.ui.papers.exporting import tell_trouble
from ita_desktop.ui.papers.press import Press, Progress
from ita_desktop.ui.papers.proofs import Outgoing

_REPLACE = "แทนที่ไฟล์เดิม"
_LET_GO = "ถอดไดรฟ์"


def carry(outgoing: Outgoing, what: What, drive: Drive, stamp: str, press: Press, messages: Messages) -> None:
    """Everything slow happens on the press; in between, the officer is asked."""
    year = outgoing.year

    def make(report: Progress) -> tuple[tuple[File, ...], tuple[str, ...]]:
        files = tuple(File(name, content) for name, content in _files(outgoing, what, stamp, report))
        return files, stick.taken_names(year, files, drive.folder)

    def ask(made: tuple[tuple[File, ...], tuple[str, ...]] | Exception) -> None:
        if isinstance(made, Exception):
            tell_trouble(made, messages)
            return
        files, taken = made
        if taken:
            question = f"ในไดรฟ์ {drive.label} มีไฟล์ชื่อเดียวกันแต่เนื้อหาต่างกัน"
            if not messages.ask(question, verb=_REPLACE, detail="\n".join(taken)):
                return
        press.do(lambda report: copy(files, taken, report), tell)

    def copy(files: tuple[File, ...], taken: tuple[str, ...], report: Progress) -> Delivered:
        def progress(name: str, done: int, everything: int) -> None:
            report(f"กำลังคัดลอก {name}", done / max(everything, 1))

        return stick.copy_to_stick(year, files, drive.folder, replacing=taken, progress=progress)

    def tell(delivered: Delivered | Exception) -> None:
        if isinstance(delivered, Exception):
            tell_trouble(delivered, messages)
            return
        detail = "\n".join((*delivered.files, "อ่านกลับจากไดรฟ์แล้ว ตรงทุกไฟล์"))
        if messages.tell(f"คัดลอกลงไดรฟ์ {drive.label} แล้ว", detail=detail, verb=_LET_GO):
            press.do(lambda _report: stick.let_go(drive.folder), told)

    def told(answer: str | Exception) -> None:
        if isinstance(answer, Exception):
            tell_trouble(answer, messages)
        else:
            messages.tell(answer)

    press.do(make, ask)


def _files(outgoing: Outgoing, what: What, stamp: str, report: Progress) -> Iterator[tuple[str, bytes]]:
    year, options, fonts = outgoing.year, outgoing.options, outgoing.fonts
    if what is What.PACK:
        yield from make_pack(year, options, fonts=fonts, stamp=stamp, progress=report)
    for done, format in enumerate(what.formats):
        report(f"กำลังทำ{paper_kind(outgoing.paper).title}", done / len(what.formats))
        name = file_name(year, outgoing.paper, format)
        yield name, make_paper(year, outgoing.paper, format, options, fonts=fonts, stamp=stamp)
