"""The office's own phrases: kept in the workbook with one click, carried along from year to year, shared as a file."""

from __future__ import annotations

import logging
from pathlib import Path

from ita_desktop.actions.sent_files import text_of
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.json_text import read_json, write_json
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.drafting.entries import Suggestion
from ita_desktop.drafting.own import OwnPhrases, advice_from, measure_from
from ita_desktop.storage.document import Document

_SHELF = ("phrases", "own")
_OURS = "เลือกไฟล์ที่ส่งออกจากโปรแกรมนี้"

log = logging.getLogger(__name__)


def own_phrases(document: Document) -> OwnPhrases:
    """None where the workbook keeps none, or keeps what this version cannot read."""
    kept = document.shelf(_SHELF[0]).get(_SHELF[1])
    if kept is None:
        return OwnPhrases()
    try:
        return OwnPhrases.from_json(kept)
    except WrongUsage as problem:
        log.info("the office's own phrases cannot be read: %s", problem)
        return OwnPhrases()


def keep_advice(document: Document, number: int, finding: Finding) -> str:
    """The advice of a finding for every later draft; what it is about is the answer."""
    key, text = advice_from(document.year(number), finding)
    _save(document, "เก็บข้อเสนอแนะเป็นถ้อยคำของหน่วยงาน", own_phrases(document).with_advice(key, text))
    return key


def keep_measure(document: Document, number: int, measure: Measure) -> str:
    """A measure for every later draft; what it is about is the answer."""
    key, suggestion = measure_from(document.year(number), measure)
    _save(document, "เก็บมาตรการเป็นของหน่วยงาน", own_phrases(document).with_measure(key, suggestion))
    return key


def forget(document: Document, key: str, phrase: str | Suggestion) -> None:
    _save(document, "ลบถ้อยคำของหน่วยงาน", own_phrases(document).without(key, phrase))


def export_phrases(document: Document, target: Path) -> None:
    write_whole(target, write_json(own_phrases(document).to_json()).encode())


def import_phrases(document: Document, source: Path) -> OwnPhrases:
    """Those of another office beside our own; what both have stands once."""
    merged = own_phrases(document).merged(OwnPhrases.from_json(_read(source)))
    _save(document, "นำเข้าถ้อยคำของหน่วยงาน", merged)
    return merged


def _save(document: Document, label: str, own: OwnPhrases) -> None:
    with document.change(label) as change:
        change.put_on_shelf(*_SHELF, own.to_json())


def _read(source: Path) -> object:
    text = text_of(source, "ชุดถ้อยคำ", do=_OURS)
    try:
        return read_json(text)
    except ValueError as error:
        raise FileTrouble(f"อ่านไฟล์ {source.name} ไม่ได้", do=_OURS) from error
