"""Text broken into lines, by words where Thai has no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from ita_desktop.papers.blocks import Align, Run, Text
from ita_desktop.render.pdf.form import Look
from ita_desktop.render.pdf.lines import Line, Span, stretch
from ita_desktop.render.pdf.typeface import Typeface, Word, clean
from ita_desktop.thai.words import clusters, line_pieces

_HANGING = (" ", "ๆ")
"""What never begins a line, be the column ever so narrow."""
_SPACES_APART = re.compile(r" |[^ ]+")
_PARTS = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")


class _Token(NamedTuple):
    word: Word
    link: str
    may_end: bool
    """A line may end after it."""


@lru_cache(maxsize=4096)
def set_lines(
    typeface: Typeface, text: Text, look: Look, width: float, first: float = 0.0, align: Align = Align.LEFT
) -> tuple[Line, ...]:
    """The lines of a text in a column; the first one begins `first` points in."""
    done: list[Line] = []
    for runs in _typed_lines(text):
        tokens = list(_tokens(typeface, runs, look, width - first))
        indent = 0.0 if done else first
        cuts = list(_cuts(tokens, look.size, width, indent))
        if align is Align.CENTER and len(cuts) > 1:
            cuts = _balanced(tokens, look.size, width, len(cuts))
        for start, end in cuts:
            justify = align is Align.JUSTIFY and end < len(tokens)
            done.append(_line(tokens[start:end], look.size, width, indent, align, justify=justify))
            indent = 0.0
    return tuple(done)


def _typed_lines(text: Text) -> list[list[Run]]:
    """The runs of each line that was typed as a line of its own."""
    typed: list[list[Run]] = [[]]
    for run in (Run(text),) if isinstance(text, str) else text:
        first, *more = clean(run.text).split("\n")
        typed[-1].append(Run(first, run.bold, run.italic, run.link))
        typed += ([Run(part, run.bold, run.italic, run.link)] for part in more)
    return typed


def _tokens(typeface: Typeface, runs: Sequence[Run], look: Look, room: float) -> Iterator[_Token]:
    """Words and spaces in their styles. A word in two styles is two tokens, and only the second may end a line."""
    text = "".join(run.text for run in runs)
    breaks = set(accumulate(map(len, line_pieces(text))))
    ends = list(accumulate(len(run.text) for run in runs))
    looks = [Look(look.size, look.bold or run.bold, look.italic or run.italic) for run in runs]
    current = 0
    for start, stop in pairwise(sorted({0, *breaks, *ends})):
        while start >= ends[current]:
            current += 1
        *before, last = _SPACES_APART.findall(text[start:stop])
        for part in before:
            yield from _whole_or_cut(typeface, part, looks[current], runs[current].link, room, may_end=False)
        yield from _whole_or_cut(typeface, last, looks[current], runs[current].link, room, may_end=stop in breaks)


def _whole_or_cut(
    typeface: Typeface, text: str, look: Look, link: str, room: float, *, may_end: bool
) -> Iterator[_Token]:
    *cuts, last = _narrow_enough(typeface, text, look, room)
    for cut in cuts:
        yield _Token(cut, link, may_end=True)
    yield _Token(last, link, may_end)


def _narrow_enough(typeface: Typeface, text: str, look: Look, room: float) -> Iterator[Word]:
    """What is wider than its column, cut where its parts meet, as a link's do, and between letters where it must be."""
    word = typeface.word(text, look)
    if word.width * look.size <= room:
        yield word
    elif len(parts := _PARTS.findall(text)) > 1:
        for part in parts:
            yield from _narrow_enough(typeface, part, look, room)
    else:
        yield from (typeface.word(cluster, look) for cluster in clusters(text))


def _cuts(tokens: Sequence[_Token], size: float, width: float, indent: float) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends: as many words as fit, spaces at its end not counted."""
    start, good, used, room = 0, 0, 0.0, (width - indent) / size + 1e-6
    for at, token in enumerate(tokens):
        too_wide = used + token.word.width > room and at > start and not token.word.text.startswith(_HANGING)
        if too_wide:
            end = good or at
            yield start, end
            start, good, room = end, 0, width / size + 1e-6
            used = sum(moved.word.width for moved in tokens[start:at])
        used += token.word.width
        if token.may_end:
            good = at + 1
    yield start, len(tokens)


def _balanced(tokens: Sequence[_Token], size: float, width: float, count: int) -> list[tuple[int, int]]:
    """As many lines, but of even length: a centred title does not end in one lonely word."""
    narrow, wide = 0.0, width
    for _ in range(8):
        tried = (narrow + wide) / 2
        narrow, wide = (narrow, tried) if len(list(_cuts(tokens, size, tried, 0.0))) <= count else (tried, wide)
    return list(_cuts(tokens, size, wide, 0.0))


def _line(tokens: Sequence[_Token], size: float, width: float, indent: float, align: Align, *, justify: bool) -> Line:
    first, end = 0, len(tokens)
    while first < end and tokens[end - 1].word.is_space:
        end -= 1
    while first < end and tokens[first].word.is_space:
        first += 1
    spans = tuple(
        Span(tuple(token.word for token in group), link)
        for link, group in groupby(tokens[first:end], key=lambda token: token.link)
    )
    natural = size * sum(token.word.width for token in tokens[first:end])
    room = max(0.0, width - indent - natural)
    if justify:
        return Line(spans, size, natural, indent, *stretch(spans, size, room))
    aside = {Align.CENTER: room / 2, Align.RIGHT: room}.get(align, 0.0)
    return Line(spans, size, natural, indent + aside)
