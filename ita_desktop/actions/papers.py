"""Papers out of the house: a year becomes bytes, and bytes become a file that is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ita_desktop.actions.appendix import appendix
from ita_desktop.actions.report import own_presets
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain import workbook
from ita_desktop.domain.records import Year
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.papers.blocks import Paper, PaperOptions, Picture
from ita_desktop.papers.pack import folder_name, list_file, pack, pack_list
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.papers.registry import paper_kind
from ita_desktop.storage.document import Document
from ita_desktop.thai.digits import Digits

EMBLEM = "emblem"
"""The picture on the workbook's shelf that heads official papers; the office chose it, it is not shipped."""
LOGO = "logo"
"""The office's own, on the cover of its report."""
PICTURES = {EMBLEM: "ตราครุฑ", LOGO: "ตราของหน่วยงาน"}

DRAFT = "ร่าง"
"""Across every page of a paper that leaves the house with errors in it."""

_CHOICES = ("papers", "choices")
"""Where the workbook keeps how this office likes its papers."""

_Choice = TypeVar("_Choice", bound=StrEnum)


def paper_options(
    document: Document,
    *,
    year: int | None = None,
    digits: Digits | None = None,
    preset: str = "",
    today: date | None = None,
) -> PaperOptions:
    """What is chosen for this paper, with what the workbook keeps for all papers, and for those of the year."""
    pictures = {name: Picture(kept.content, name=name) for name, kept in document.pictures().items()}
    chosen = _choices(document)
    return PaperOptions(
        digits=digits or _known(Digits, chosen.get("digits")) or Digits.THAI,
        preset=preset,
        today=today,
        emblem=pictures.get(EMBLEM),
        logo=pictures.get(LOGO),
        presets=own_presets(document),
        shape=_known(MeasureShape, chosen.get("shape")),
        appendix=appendix(document, year) if year is not None else (),
    )


def choose_digits(document: Document, digits: Digits) -> None:
    """One kind of digits for all papers of this office, until it chooses again."""
    with document.change("เลือกเลขไทย" if digits is Digits.THAI else "เลือกเลขอารบิก") as change:
        change.put_on_shelf(*_CHOICES, {**_choices(document), "digits": digits.value})


def choose_shape(document: Document, shape: MeasureShape | None) -> None:
    """One table of measures for all papers; None = the one that belongs to the report's preset."""
    with document.change("เลือกแบบตารางมาตรการ") as change:
        change.put_on_shelf(*_CHOICES, {**_choices(document), "shape": shape.value if shape else None})


def choose_picture(document: Document, name: str, media_type: str, content: bytes) -> None:
    with document.change(f"เลือก{PICTURES[name]}") as change:
        change.save_picture(name, workbook.Picture(media_type=media_type, content=content))


def remove_picture(document: Document, name: str) -> None:
    with document.change(f"เอา{PICTURES[name]}ออก") as change:
        change.delete_picture(name)


def make_paper(year: Year, name: str, format: str, options: PaperOptions, *, fonts: Path, stamp: str = "") -> bytes:
    """The paper as a PDF or Word file. It takes no workbook, so it can be made on any thread."""
    return render_paper(replace(paper_kind(name).make(year, options), stamp=stamp), format, fonts)


def deliver_paper(
    year: Year,
    name: str,
    target: Path,
    options: PaperOptions,
    *,
    fonts: Path,
    format: str = "pdf",
    stamp: str = "",
) -> None:
    write_whole(target, make_paper(year, name, format, options, fonts=fonts, stamp=stamp))


def make_pack(
    year: Year,
    options: PaperOptions,
    *,
    fonts: Path,
    stamp: str = "",
    progress: Progress = quietly,
) -> Iterator[tuple[str, bytes]]:
    """Name and content of everything the year's OIT items need, and last of the page that lists it."""
    packed = pack(year, options)
    for done, each in enumerate(packed):
        progress(each.title, done / (len(packed) + 1))
        yield each.file, make_paper(year, each.paper, "pdf", options, fonts=fonts, stamp=stamp)
    progress("รายการเอกสาร", len(packed) / (len(packed) + 1))
    yield list_file(year), render_paper(pack_list(year, options), "pdf", fonts)


def deliver_pack(
    year: Year,
    folder: Path,
    options: PaperOptions,
    *,
    fonts: Path,
    stamp: str = "",
    progress: Progress = quietly,
) -> Path:
    """A folder ready for the website; the folder is the answer."""
    target = folder / folder_name(year)
    for file, content in make_pack(year, options, fonts=fonts, stamp=stamp, progress=progress):
        write_whole(target / file, content)
    return target


def render_paper(paper: Paper, format: str, fonts: Path) -> bytes:
    if format == "docx":
        from ita_desktop.render.docx import to_docx

        return to_docx(paper, fonts=fonts)
    from ita_desktop.render.pdf import to_pdf

    return to_pdf(paper, fonts=fonts)


def _choices(document: Document) -> dict[str, object]:
    kind, name = _CHOICES
    kept = document.shelf(kind).get(name)
    return dict(kept) if isinstance(kept, dict) else {}


def _known(kind: type[_Choice], value: object) -> _Choice | None:
    """What is kept may come from another version of the program."""
    return kind(value) if isinstance(value, str) and value in set(kind) else None
