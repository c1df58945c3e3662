"""Signed papers: the scanned copy of each version is kept beside the workbook, locked by its digest.

A version is never replaced and never removed. Who changes the paper afterwards signs a new version of it.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
from collections.abc import Callable
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
    signed_by: tuple[int, ...] = ()
    """Who signed it with a certificate, by their place in the paper; nobody where it is a scan."""

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

    def keep(folder: Path, stem: str) -> Kept:
        return keeping.keep(source, folder, f"{stem}{source.suffix.lower()}")

    return _next_version(document, year, paper, keep, words, today)


def keep_signed_file(
    document: Document,
    year: int,
    paper: str,
    content: bytes,
    words: str,
    today: datetime.date,
    signed_by: tuple[int, ...],
) -> SignedCopy:
    """A PDF that was signed with a certificate, as the next version."""

    def keep(folder: Path, stem: str) -> Kept:
        return keeping.keep_bytes(content, folder, f"{stem}.pdf")

    return _next_version(document, year, paper, keep, words, today, signed_by)


def _next_version(
    document: Document,
    year: int,
    paper: str,
    keep: Callable[[Path, str], Kept],
    words: str,
    today: datetime.date,
    signed_by: tuple[int, ...] = (),
) -> SignedCopy:
    version = max((copy.version for copy in signed_copies(document, year, paper)), default=0) + 1
    kind = paper_kind(paper)
    with document.change(f"เก็บฉบับลงนามของ{kind.title}") as change:
        kept = keep(folder_of(document), f"ita-{year}-{kind.stem}-signed-{version}")
        copy = SignedCopy(
            year=year, paper=paper, version=version, kept=kept, added=today, words=words, signed_by=signed_by
        )
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
        **({"signed_by": list(copy.signed_by)} if copy.signed_by else {}),
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
            signed_by=tuple(int(place) for place in kept.get("signed_by", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        log.info("a signed copy of another version of the program: %s", type(problem).__name__)
        return None
