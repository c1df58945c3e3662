"""What a section of the report says while nobody wrote other words: shown where they would be written."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import Block, Cover, Heading, Listing, PaperOptions, Paragraph, plain
from ita_desktop.papers.report_sections import SECTIONS

_OTHER_WORDS = "ข้อความอื่น"


def takes_words(year: Year, options: PaperOptions, key: str) -> bool:
    """Whether words of the officer's would be printed at all; the contents write themselves."""
    section = SECTIONS[key]
    return section.write(year, options, _OTHER_WORDS) != section.write(year, options, "")


def section_words(year: Year, options: PaperOptions, key: str) -> str:
    """The words whose place the officer's would take, as they would be typed; tables and figures are not typed."""
    section = SECTIONS[key]
    usual = list(section.write(year, options, ""))
    other = list(section.write(year, options, _OTHER_WORDS))
    while usual and other and usual[-1] == other[-1]:
        usual.pop()
        other.pop()
    while usual and other and usual[0] == other[0]:
        usual.pop(0)
        other.pop(0)
    return "\n".join(_lines(usual))


def _lines(blocks: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text=text) | Heading(text=text):
                lines.append(plain(text))
            case Listing(items=items, marker=marker):
                lines += [f"{marker or f'{place}.'} {plain(item)}" for place, item in enumerate(items, 1)]
            case Cover(lines=titles):
                lines += [plain(title) for title in titles]
            case _:
                pass
    return lines
