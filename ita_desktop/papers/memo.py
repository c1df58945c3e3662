"""บันทึกข้อความ: the memo with which the analysis and its measures travel up to the head of the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Memo, MemoPart, Signature, Year
from ita_desktop.domain.scoring import results
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import (
    Block,
    LabelledLine,
    MemoHead,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    SignatureBlock,
    Signatures,
)
from ita_desktop.papers.layout import SMALL_GAP, bold_line, prose


def memo(year: Year, options: PaperOptions) -> Paper:
    written = year.memo or Memo()
    subject = written.subject or texts.memo_subject(year)
    parts = memo_parts(year, options)
    body: list[Block] = []
    for part in parts:
        if part.text.strip():
            body += [bold_line(part.heading)] if part.heading.strip() else []
            body += prose(part.text)
    return Paper(
        title=f"บันทึกข้อความ {subject}",
        blocks=(
            memo_head(division_line(year), written.number, wording.long_date(written.date), subject, options),
            addressed(written.to or wording.head_of(year.office)),
            *body,
            *(() if _closed(parts) else (closing(texts.CLOSING),)),
            *_chain(signature_blocks(written.signatures or usual_signatures(year))),
        ),
        digits=options.digits,
        page_numbers=PageNumbers.OFFICIAL,
        catchwords=True,
        author=year.office.name,
        subject=subject,
        made_on=options.today,
    )


def memo_parts(year: Year, options: PaperOptions) -> tuple[MemoPart, ...]:
    """What was written; a part left empty says what is usual under its heading, with the figures of now."""
    usual = usual_parts(year, options)
    if not year.memo or not year.memo.parts:
        return usual
    words = {part.heading: part.text for part in usual}
    return tuple(
        part if part.text.strip() else replace(part, text=words.get(part.heading.strip(), ""))
        for part in year.memo.parts
    )


def usual_parts(year: Year, options: PaperOptions) -> tuple[MemoPart, ...]:
    return texts.memo_parts(year, results(year), options.evidence or year.framework)


def memo_head(division: str, number: str, date: str, subject: str, options: PaperOptions) -> MemoHead:
    return MemoHead(
        lines=(
            (LabelledLine(label="ส่วนราชการ", value=division),),
            (LabelledLine(label="ที่", value=number, width=0.5), LabelledLine(label="วันที่", value=date, width=0.5)),
            (LabelledLine(label="เรื่อง", value=subject),),
        ),
        emblem=options.emblem,
    )


def division_line(year: Year) -> str:
    """The division that writes, and how it can be reached."""
    division = (year.memo.division if year.memo else "") or next(iter(year.office.divisions), "") or year.office.name
    telephone = year.office.telephone
    return f"{division} โทร. {telephone}" if telephone and "โทร" not in division else division


def _closed(parts: Sequence[MemoPart]) -> bool:
    """Whether the officer wrote the closing line already."""
    return any(line.strip().startswith("จึงเรียนมาเพื่อ") for part in parts for line in part.text.splitlines())


def addressed(to: str) -> Paragraph:
    return Paragraph(f"เรียน  {to}".rstrip(), indent=False, space_before=SMALL_GAP, keep_with_next=True)


def closing(text: str) -> Paragraph:
    return Paragraph(text, space_before=SMALL_GAP, keep_with_next=True)


def usual_signatures(year: Year) -> tuple[Signature, ...]:
    """The way a memo takes in most offices; names are written by hand."""
    clerk, head = wording.clerk_of(year.office), wording.head_of(year.office)
    return (
        Signature(position="ผู้จัดทำ"),
        Signature(to=clerk, comments=("- เพื่อโปรดพิจารณา",), position="หัวหน้าส่วนราชการ"),
        Signature(to=head, comments=("- เพื่อโปรดพิจารณา เห็นควรดำเนินการตามเสนอ",), position=clerk or "ปลัด"),
        Signature(comments=("- เห็นชอบ ดำเนินการตามเสนอ",), position=head or "หัวหน้าหน่วยงาน"),
    )


def _chain(blocks: tuple[SignatureBlock, ...]) -> tuple[Signatures, ...]:
    """Whoever wrote the memo signs alone on the right half; those who add a word to it follow in two columns."""
    if len(blocks) < 2 or blocks[0].to or blocks[0].comments:
        return (Signatures(blocks),)
    return (Signatures(blocks[:1]), Signatures(blocks[1:]))


def _to(whom: str) -> str:
    return whom if not whom or whom.startswith("เรียน") else f"เรียน {whom}"


def signature_blocks(signatures: tuple[Signature, ...]) -> tuple[SignatureBlock, ...]:
    return tuple(
        SignatureBlock(
            to=_to(signature.to),
            comments=tuple(comment for comment in signature.comments if comment.strip()),
            name=signature.name,
            position=signature.position,
            acting_for=wording.acting_for(signature.acting_for),
            date=wording.long_date(signature.date),
        )
        for signature in signatures
    )
