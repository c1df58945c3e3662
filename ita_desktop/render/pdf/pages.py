"""Slabs dealt out to pages from the top. Nothing is laid out twice, so the work grows with the pages alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.render.pdf.form import Leaf
from ita_desktop.render.pdf.slabs import Item, Shrunk, Slab, Splitting, Turn, height_of

_TOLERANCE = 0.01


@dataclass(slots=True)
class Page:
    leaf: Leaf
    placed: list[tuple[Slab, float, float]] = field(default_factory=list)
    """Each slab with its upper left corner on the paper."""
    begins_anew: bool = False
    """The paper itself turned the page, as before an annex: nothing goes on here."""

    @property
    def opening(self) -> str:
        return next((slab.content.opening for slab, _, _ in self.placed if slab.content and slab.content.opening), "")

    @property
    def is_alone(self) -> bool:
        return any(slab.alone for slab, _, _ in self.placed)


class Dealer:
    """Deals items out to pages. What sticks together stays together, and a table begins under its heading."""

    def __init__(self, leaf: Leaf) -> None:
        self.pages = [Page(leaf)]
        self._used = 0.0

    def deal(self, items: Sequence[Item]) -> list[Page]:
        at = 0
        while at < len(items):
            item = items[at]
            if isinstance(item, Turn):
                self._turn(item.leaf)
                at += 1
            else:
                at = self._deal_group(items, at)
        if len(self.pages) > 1 and not self.pages[-1].placed:
            self.pages.pop()
        return self.pages

    def _deal_group(self, items: Sequence[Item], start: int) -> int:
        """Place the slabs from here on that belong together, and a table under them. Returns what comes next."""
        group = _group(items, start)
        end = start + len(group)
        table = items[end] if end < len(items) and (not group or group[-1].sticks) else None
        table = None if isinstance(table, (Slab, Turn)) else table
        needed = self._needed(group)
        if table:
            needed += table.before + table.least(self._leaf.text_height)
        if needed > self._room and not self._at_top:
            self._next_page()
        for slab in group:
            self._place(slab)
        if table:
            end += 1
            under = _group(items, end) if table.sticks else []
            self._spread(table, height_of(under) + (under[0].before if under else 0.0))
        return end

    def _spread(self, table: Splitting, tail: float) -> None:
        first = True
        while not table.finished:
            before = table.before if first and not self._at_top else 0.0
            room = self._room - before
            slab = table.take(room, self._leaf.text_height, at_top=self._at_top, tail=tail)
            if slab:
                self._used += before
                self._place(slab)
                first = False
            if not table.finished:
                self._next_page()

    # ------------------------------------------------------------------------------------------------- the page at hand

    @property
    def _leaf(self) -> Leaf:
        return self.pages[-1].leaf

    @property
    def _at_top(self) -> bool:
        return not self.pages[-1].placed

    @property
    def _room(self) -> float:
        return self._leaf.text_height - self._used + _TOLERANCE

    def _needed(self, group: Sequence[Slab]) -> float:
        height = height_of(group)
        return height if self._at_top or not group else height + group[0].before

    def _place(self, slab: Slab) -> None:
        if slab.content is None:
            self._used += 0.0 if self._at_top else slab.before + slab.height
            return
        if not self._at_top and slab.before + slab.height > self._room:
            self._next_page()
        full = self._leaf.text_height
        if slab.height > full + slab.rise + _TOLERANCE:
            slab = replace(slab, content=Shrunk(slab.content, full / slab.height), height=full, rise=0.0)
        if self._at_top:
            self._used = -slab.rise
        else:
            self._used += slab.before
        self.pages[-1].placed.append((slab, self._leaf.left + slab.x, self._leaf.top + self._used))
        self._used += slab.height

    def _turn(self, leaf: Leaf) -> None:
        if self._at_top:
            self.pages[-1].leaf = leaf
        else:
            self._next_page(leaf)
            self.pages[-1].begins_anew = True

    def _next_page(self, leaf: Leaf | None = None) -> None:
        self.pages.append(Page(leaf or self._leaf))
        self._used = 0.0


def _group(items: Sequence[Item], start: int) -> list[Slab]:
    """The slabs from here on that stick to each other."""
    group: list[Slab] = []
    for at in range(start, len(items)):
        item = items[at]
        if not isinstance(item, Slab):
            break
        group.append(item)
        if not item.sticks:
            break
    return group
