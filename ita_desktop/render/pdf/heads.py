"""How a memo, an order and an announcement begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.papers.blocks import Align, EmblemHead, LabelledLine, MemoHead
from ita_desktop.render.pdf.drawings import Drawing, Part, on_baseline
from ita_desktop.render.pdf.form import BODY, BODY_BOLD, EMBLEM_TOP, MEMO_LABEL, MEMO_TITLE, MM, Look
from ita_desktop.render.pdf.lines import ASCENT, LINE_HEIGHT
from ita_desktop.render.pdf.pictures import emblem
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.slabs import Slab

if TYPE_CHECKING:
    from ita_desktop.render.pdf.sheet import Sheet

_SMALL_EMBLEM = 15 * MM
_BIG_EMBLEM = 30 * MM

_TITLE_BASELINE = 28 * MM - EMBLEM_TOP
_TO_FIRST_LINE = 10 * MM
_TO_NEXT_LINE = 8.5 * MM
_BETWEEN_FIELDS = 2 * MM
AFTER_LABEL = 2 * MM

_DOTS_UNDER = 2.6
_DOT = 0.75
_DOT_STEP = 2.4

_HEAD_FIRST = Look(18, bold=True)
_RULE_WIDTH = 40 * MM


@dataclass(frozen=True, slots=True)
class Leader:
    """The dots that a value is written on; y is its baseline."""

    width: float
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        if self.width > 0:
            sheet.rule(((x, y + _DOTS_UNDER), (x + self.width, y + _DOTS_UNDER)), _DOT, dash=f"[0 {_DOT_STEP}] 0 d")


@dataclass(frozen=True, slots=True)
class Rule:
    width: float
    opening: str = ""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.rule(((x, y), (x + self.width, y)), 0.6)


def memo_head(block: MemoHead, setting: Setting) -> Slab:
    """The figures of the official form: emblem at 15 mm, baselines at 28, 38, 46.5 and 55 mm from the paper's edge."""
    title = setting.line(block.title, MEMO_TITLE)
    parts = [
        Part(emblem(block.emblem, _SMALL_EMBLEM, setting), 0.0, 0.0),
        on_baseline(title, (setting.width - title.width) / 2, _TITLE_BASELINE),
    ]
    baseline = _TITLE_BASELINE + _TO_FIRST_LINE
    for row in block.lines:
        x, lower = 0.0, baseline
        for number, field in enumerate(row, start=1):
            share = setting.width * field.width / sum(each.width for each in row)
            room = share if number == len(row) else share - _BETWEEN_FIELDS
            lower = max(lower, _set_field(parts, field, setting, x, baseline, room))
            x += share
        baseline = lower + _TO_NEXT_LINE
    height = baseline - _TO_NEXT_LINE + (LINE_HEIGHT - ASCENT) * BODY.size
    return Slab(content=Drawing(tuple(parts)), height=height, rise=setting.leaf.top - EMBLEM_TOP)


def _set_field(
    parts: list[Part], field: LabelledLine, setting: Setting, x: float, baseline: float, room: float
) -> float:
    """A label and its value on dots, the value hanging beside the label. Returns the baseline of its last line."""
    label = setting.line(field.label, MEMO_LABEL)
    parts.append(on_baseline(label, x, baseline))
    beside = label.width + AFTER_LABEL
    values = setting.lines(field.value, BODY, max(room - beside, room / 4))
    dots = Leader(room - label.width - 1 * MM)
    for number, line in enumerate(values):
        at = baseline + number * line.height
        parts += on_baseline(line, x + beside, at), Part(dots, x + label.width + 1 * MM, at)
    return baseline + (len(values) - 1) * LINE_HEIGHT * BODY.size


def emblem_head(block: EmblemHead, setting: Setting) -> Slab:
    picture = emblem(block.emblem, _BIG_EMBLEM, setting)
    parts = [Part(picture, (setting.width - picture.width) / 2, 0.0)]
    y = _BIG_EMBLEM + 3 * MM
    for number, text in enumerate(block.lines):
        for line in setting.lines(text, BODY_BOLD if number else _HEAD_FIRST, setting.width, align=Align.CENTER):
            parts.append(Part(line, 0.0, y))
            y += line.height
    parts.append(Part(Rule(_RULE_WIDTH), (setting.width - _RULE_WIDTH) / 2, y + 2 * MM))
    return Slab(content=Drawing(tuple(parts)), height=y + 4 * MM, rise=setting.leaf.top - EMBLEM_TOP)
