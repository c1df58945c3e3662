"""Every word of a paper in its order, whatever it looks like: what is signed when it is signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from ita_desktop.papers.blocks import Paper


def said(paper: Paper) -> tuple[str, ...]:
    """Texts and figures of all blocks. Digits, fonts and page numbers say nothing new."""
    return (paper.title, *texts_of(paper.blocks))


def texts_of(value: object) -> Iterator[str]:
    """Every text and figure in a part of a paper."""
    match value:
        case Enum():
            return
        case str() | float():
            yield str(value)
        case tuple():
            for member in value:
                yield from texts_of(member)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from texts_of(getattr(value, field.name))
        case _:
            return
