"""Papers out of the house: a year becomes bytes, and bytes become a file that is whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import Digits, Paper, PaperOptions, Picture
from ita_desktop.papers.pack import folder_name, list_file, pack, pack_list
from ita_desktop.papers.registry import paper_kind
from ita_desktop.storage.document import Document

EMBLEM = "emblem"
"""The picture on the workbook's shelf that heads official papers."""

Progress = Callable[[str, float], None]
"""Told what is being made and how far the whole is, 0 to 1; it may raise to stop the work."""


def paper_options(
    document: Document, *, digits: Digits = Digits.THAI, preset: str = "", today: date | None = None
) -> PaperOptions:
    """What is chosen for this paper, with what the workbook keeps for all papers."""
    emblem = document.pictures().get(EMBLEM)
    return PaperOptions(
        digits=digits,
        preset=preset,
        today=today,
        emblem=Picture(emblem.content, name=EMBLEM) if emblem else None,
    )


def make_paper(year: Year, name: str, format: str, options: PaperOptions, *, fonts: Path) -> bytes:
    """The paper as a PDF or Word file. It takes no workbook, so it can be made on any thread."""
    return _rendered(paper_kind(name).make(year, options), format, fonts)


def deliver_paper(
    year: Year, name: str, target: Path, options: PaperOptions, *, fonts: Path, format: str = "pdf"
) -> None:
    write_whole(target, make_paper(year, name, format, options, fonts=fonts))


def deliver_pack(
    year: Year, folder: Path, options: PaperOptions, *, fonts: Path, progress: Progress = lambda _doing, _share: None
) -> Path:
    """A folder with everything the year's OIT items need, ready for the website; the folder is the answer."""
    target = folder / folder_name(year)
    packed = pack(year, options)
    for done, each in enumerate(packed):
        progress(each.title, done / (len(packed) + 1))
        deliver_paper(year, each.paper, target / each.file, options, fonts=fonts)
    progress("รายการเอกสาร", len(packed) / (len(packed) + 1))
    write_whole(target / list_file(year), _rendered(pack_list(year, options), "pdf", fonts))
    return target


def _rendered(paper: Paper, format: str, fonts: Path) -> bytes:
    if format == "docx":
        from ita_desktop.render.docx import to_docx

        return to_docx(paper, fonts=fonts)
    from ita_desktop.render.pdf import to_pdf

    return to_pdf(paper, fonts=fonts)


def set_emblem(document: Document, media_type: str, content: bytes) -> None:
    """The picture of the emblem that the office chose; it is not shipped."""
    from ita_desktop.domain.workbook import Picture as Kept

    with document.change("เลือกตราสำหรับเอกสาร") as change:
        change.save_picture(EMBLEM, Kept(media_type=media_type, content=content))
