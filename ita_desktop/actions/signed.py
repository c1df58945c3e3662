"""Signed papers: the scanned copy of each version is kept beside the workbook, locked by its digest.

A version is never replaced and never removed. Who changes the paper afterwards signs a new version of it.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop.delivery import keeping
from ita_desktop.delivery.keeping import Kept, Standing
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.registry import paper_kind
from ita_desktop.papers.said import said
from ita_desktop.storage.document import Document

SIGNED_SHELF = "signed"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy:
    year: int
    paper: str
    version: int
    kept: Kept
    added: datetime.date
    words: str
    """Digest of what the paper said, so that a later change of it can be told."""

    @property
    def name(self) -> str:
        return f"{self.year}/{self.paper}/{self.version}"


def signed_copies(document: Document, year: int, paper: str) -> tuple[SignedCopy, ...]:
    """The versions of a paper that were signed, the latest last."""
    copies = (copy for copy in all_copies(document) if (copy.year, copy.paper) == (year, paper))
    return tuple(sorted(copies, key=lambda copy: copy.version))


def all_copies(document: Document) -> tuple[SignedCopy, ...]:
    """Of all years and papers."""
    read = (_read(name, kept) for name, kept in document.shelf(SIGNED_SHELF).items())
    return tuple(copy for copy in read if copy is not None)


def latest_versions(document: Document, year: int) -> dict[str, int]:
    """The latest signed version of each paper that was signed, by the paper's name."""
    latest: dict[str, int] = {}
    for copy in all_copies(document):
        if copy.year == year:
            latest[copy.paper] = max(copy.version, latest.get(copy.paper, 0))
    return latest


def digest_of_words(year: Year, paper: str, options: PaperOptions) -> str:
    words = "\n".join(said(paper_kind(paper).make(year, options)))
    return hashlib.sha256(words.encode()).hexdigest()


def keep_signed(
    document: Document, year: int, paper: str, source: Path, words: str, today: datetime.date
) -> SignedCopy:
    """The scan of what was signed goes into the workbook's folder as the next version."""
    version = max((copy.version for copy in signed_copies(document, year, paper)), default=0) + 1
    stem = f"ita-{year}-{paper_kind(paper).stem}-signed-{version}"
    with document.change(f"เก็บฉบับลงนามของ{paper_kind(paper).title}") as change:
        kept = keeping.keep(source, folder_of(document), f"{stem}{source.suffix.lower()}")
        copy = SignedCopy(year=year, paper=paper, version=version, kept=kept, added=today, words=words)
        change.put_on_shelf(SIGNED_SHELF, copy.name, _written(copy))
    return copy


def folder_of(document: Document) -> Path:
    return keeping.folder_beside(document.path)


def standing(document: Document, copy: SignedCopy) -> Standing:
    return keeping.standing(folder_of(document), copy.kept)


def _written(copy: SignedCopy) -> dict[str, object]:
    return {
        "file": copy.kept.file,
        "size": copy.kept.size,
        "sha256": copy.kept.sha256,
        "added": copy.added.isoformat(),
        "words": copy.words,
    }


def _read(name: str, kept: Any) -> SignedCopy | None:  # noqa: ANN401 -- what JSON can hold
    try:
        year, paper, version = name.split("/")
        return SignedCopy(
            year=int(year),
            paper=paper,
            version=int(version),
            kept=Kept(file=str(kept["file"]), size=int(kept["size"]), sha256=str(kept["sha256"])),
            added=datetime.date.fromisoformat(kept["added"]),
            words=str(kept["words"]),
        )
    except (KeyError, TypeError, ValueError) as problem:
        log.info("a signed copy of another version of the program: %s", type(problem).__name__)
        return None
