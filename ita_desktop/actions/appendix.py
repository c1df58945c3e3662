"""What an office puts at the end of its report: photographs of meetings, signed papers as PDF."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.actions.pictures import PDF, Chosen
from ita_desktop.domain import workbook
from ita_desktop.papers.arrangement import arranged, printed
from ita_desktop.papers.blocks import Figure, InsertedPages, PaperOptions, Picture
from ita_desktop.storage.document import Document

SECTION = "appendix"
_SHELF = "appendix"
"""By year: which pictures of the workbook, in which order, with which words under them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    picture: str = ""
    """Its name among the pictures of the workbook."""
    caption: str = ""
    is_pdf: bool = False

    @property
    def kind(self) -> str:
        return "PDF" if self.is_pdf else "ภาพ"


def attachments(document: Document, year: int) -> tuple[Attachment, ...]:
    """In the order in which they are printed; one whose picture is gone is left out."""
    return _kept(document, year, document.pictures())


def appendix(document: Document, year: int) -> tuple[Figure | InsertedPages, ...]:
    pictures = document.pictures()
    return tuple(
        InsertedPages(data=pictures[one.picture].content, name=one.caption)
        if one.is_pdf
        else Figure(Picture(pictures[one.picture].content, name=one.caption), caption=one.caption)
        for one in _kept(document, year, pictures)
    )


def attach(document: Document, year: int, files: Sequence[Chosen], options: PaperOptions) -> None:
    """At the end of what is there already; from now on the report prints its appendix."""
    pictures = document.pictures()
    free = (name for n in itertools.count(1) if (name := f"{_SHELF}-{year}-{n}") not in pictures)
    kept = list(_kept(document, year, pictures))
    with document.change("แนบภาพหรือเอกสารท้ายรายงาน") as change:
        for file in files:
            name = next(free)
            change.save_picture(name, workbook.Picture(media_type=file.media_type, content=file.content))
            kept.append(Attachment(picture=name, caption=file.name))
        change.put_on_shelf(_SHELF, str(year), _plain(kept))
        sections = printed(document.year(year), options)
        if SECTION not in sections:
            change.save(year, arranged(document.year(year), options, (*sections, SECTION)))


def keep_attachments(document: Document, year: int, kept: Sequence[Attachment], what: str) -> None:
    """Exactly these, in this order and with these words; what is not among them leaves the workbook."""
    names = {one.picture for one in kept}
    with document.change(f"แก้{what}ของภาคผนวก") as change:
        for one in attachments(document, year):
            if one.picture not in names:
                change.delete_picture(one.picture)
        change.put_on_shelf(_SHELF, str(year), _plain(kept))


def _plain(kept: Sequence[Attachment]) -> list[dict[str, str]]:
    return [{"picture": one.picture, "caption": one.caption} for one in kept]


def _kept(document: Document, year: int, pictures: Mapping[str, workbook.Picture]) -> tuple[Attachment, ...]:
    """What is kept may come from another version of the program."""
    found = []
    shelf = document.shelf(_SHELF).get(str(year))
    for one in shelf if isinstance(shelf, list) else ():
        name, caption = (str(one.get(key, "")) for key in ("picture", "caption")) if isinstance(one, dict) else ("", "")
        if name in pictures:
            found.append(Attachment(picture=name, caption=caption, is_pdf=pictures[name].media_type == PDF))
    return tuple(found)
