"""Where people sign: comments, room for the hand, the name in brackets, position and date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Align, SignatureBlock, Signatures
from ita_desktop.render.by_hand import LINES_BELOW_A_COMMENT, LINES_TO_SIGN, under_the_hand
from ita_desktop.render.pdf.drawings import Drawing, Part
from ita_desktop.render.pdf.form import BODY, MM
from ita_desktop.render.pdf.lines import LINE_HEIGHT, Line
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_LINE = LINE_HEIGHT * BODY.size
_BETWEEN_COLUMNS = 8 * MM
_BETWEEN_ROWS = 8 * MM


@dataclass(frozen=True, slots=True)
class _Room:
    """Left empty for the hand; a digital signature is shown in it."""

    signatory: SignatureBlock
    width: float
    height: float
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        who = " ".join(part for part in (self.signatory.name, self.signatory.position) if part)
        sheet.leave_room_to_sign(who, x, y, self.width, self.height)


def signatures(block: Signatures, setting: Setting, *, sticks: bool) -> list[Slab]:
    """Rows of blocks in the order in which the paper travels; no row is torn."""
    if len(block.blocks) == 1 or block.columns < 2:
        left = setting.leaf.width / 2 - setting.leaf.left
        places = [(left, setting.width - left)]
    else:
        width = (setting.width - _BETWEEN_COLUMNS * (block.columns - 1)) / block.columns
        places = [((width + _BETWEEN_COLUMNS) * column, width) for column in range(block.columns)]
    alone = len(block.blocks) == 1
    rows = [block.blocks[at : at + len(places)] for at in range(0, len(block.blocks), len(places))]
    return [
        _row(row, places, setting, alone=alone, sticks=sticks and number == len(rows))
        for number, row in enumerate(rows, start=1)
    ]


def _row(
    blocks: tuple[SignatureBlock, ...],
    places: list[tuple[float, float]],
    setting: Setting,
    *,
    alone: bool,
    sticks: bool,
) -> Slab:
    """Side by side: the comments from above, and the names on one height, however long the comments are."""
    parts: list[Part] = []
    room = (LINES_TO_SIGN if alone else LINES_BELOW_A_COMMENT) * _LINE
    says = [_comments(block, setting, width) for block, (_, width) in zip(blocks, places, strict=False)]
    names = [_names(block, setting, width, alone=alone) for block, (_, width) in zip(blocks, places, strict=False)]
    names_at = max(_height(lines) for lines in says) + room
    for block, (x, width), above, below in zip(blocks, places, says, names, strict=False):
        _stack(parts, above, x, 0.0)
        parts.append(Part(_Room(block, width, room), x, names_at - room))
        _stack(parts, below, x, names_at)
    opening = (*says[0], *names[0])[0].opening
    height = names_at + max(_height(lines) for lines in names)
    return Slab(content=Drawing(tuple(parts), opening), height=height, before=_BETWEEN_ROWS, sticks=sticks)


def _comments(block: SignatureBlock, setting: Setting, width: float) -> list[Line]:
    return [line for text in (block.to, *block.comments) if text for line in setting.lines(text, BODY, width)]


def _names(block: SignatureBlock, setting: Setting, width: float, *, alone: bool) -> list[Line]:
    texts = under_the_hand(block, alone=alone)
    return [line for text in texts for line in setting.lines(text, BODY, width, align=Align.CENTER)]


def _height(lines: list[Line]) -> float:
    return sum(line.height for line in lines)


def _stack(parts: list[Part], lines: list[Line], x: float, y: float) -> None:
    for line in lines:
        parts.append(Part(line, x, y))
        y += line.height
