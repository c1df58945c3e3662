"""Which numbers of a text could be scores, or made of scores."""

from __future__ import annotations

from ita_desktop.review import cues
from ita_desktop.review.prose import Prose
from ita_desktop.review.words_about import decimals_of
from ita_desktop.thai.numbers import DigitKind, FoundNumber


def could_be_a_score(prose: Prose, number: FoundNumber) -> bool:
    """Whether it could be a score or made of scores."""
    if number.digits is DigitKind.WORDS or number.unit in cues.COUNTS or abs(number.value) > 100:
        return False
    if number.label and number.label not in {"ระดับ", "ปี"}:
        return False
    before = prose.arabic[max(0, number.start - 20) : number.start]
    if cues.NO_FIGURE.search(before) or "," in number.text:
        return False
    decimals = decimals_of(number.value)
    if decimals > 2 or (not decimals and cues.COUNTED_AFTER.match(prose.text, number.end)):
        return False
    # "9.1" is a sub-indicator and "13.30" a time as likely as a score; words beside it have to say so.
    return (
        decimals == 2
        or number.unit in {"คะแนน", "ร้อยละ"}
        or cues.SCORED.search(before) is not None
        or _in_cell(prose, number)
    )


def _in_cell(prose: Prose, number: FoundNumber) -> bool:
    """A number that fills a cell of a table whose head says that scores stand there."""
    text = prose.text
    before = text[: number.start].rstrip(" ")[-1:]
    after = text[number.end :].lstrip(" ")[:1]
    return "\t" in text and before == "\t" and after in {"", "\t", "\n"} and (bool(prose.columns) or number.value >= 50)
