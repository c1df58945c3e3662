"""Drafts read back: the figures in their words, placeholders left open, words and sentences said twice."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ita_desktop.domain.framework import Item
from ita_desktop.domain.records import Draft, Finding, Measure, Year
from ita_desktop.domain.scoring import half_up, results, score_text
from ita_desktop.drafting.drafting import Drafted
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.drafting.template import REFERENCE, parts_of
from ita_desktop.thai.dates import fiscal_year_span
from ita_desktop.thai.words import words

SCORE = re.compile(r"\d{1,3}\.\d\d(?!\d)")
_CODES = re.compile(r"((?:[ieo]\d+(?:–[ieo]\d+)?(?: และ | )?)+)")
_OPENING = re.compile(r"ตัวชี้วัดที่ (\d+) (\S.*?) (?:ได้|มีผลคะแนน|ได้รับการประเมิน) (\d+\.\d\d) คะแนน")
_LISTED = re.compile(r"ตัวชี้วัดที่ (\d+) \((\d+\.\d\d) คะแนน\)")
_OFFICIAL = (
    "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
)
LONG = 50
"""A run without a space this long is a clause; said twice in one paper it sounds copied."""


def references(phrase: str) -> list[str]:
    """The meanings that a phrase refers to, all alternatives."""
    specs = [spec for _, name, spec in parts_of(phrase) if name == REFERENCE]
    return [meaning for spec in specs for group in spec.split(",") for meaning in group.split("|")]


# ------------------------------------------------------------------------------------------------------ figures


def true_figures(year: Year) -> set[str]:
    """Every number with two decimals that may stand in a text of this year, worked out without the drafting."""
    found, mark = results(year), year.strength_rule.mark
    figures: list[Decimal | None] = [found.total, found.previous_total, mark, Decimal(100), *year.eit_parts.values()]
    figures += [*found.tools.values(), found.total_change]
    if found.total is not None:
        figures.append(100 - found.total)
    for one in found.indicators:
        figures += [one.score, one.previous, one.change, one.points_lost]
        if one.score is not None:
            figures += [mark - one.score, 100 - one.score]
    for item in found.items:
        figures += [item.score, item.previous, None if item.score is None else mark - item.score]
    return {score_text(abs(half_up(figure))) for figure in figures if figure is not None}


def items_with_scores(text: str) -> Iterator[tuple[str, str]]:
    """`ข้อ o1–o3 และ o7 (100.00 คะแนน)` as each code with the score behind it."""
    for found in re.finditer(r"\((\d+\.\d\d) คะแนน\)", text):
        before = text[: found.start()]
        at = before.rfind("ข้อ ")
        codes = _CODES.match(before[at + len("ข้อ ") :]) if at >= 0 else None
        if codes is None or "ตัวชี้วัดที่ " in before[at:] or before[at:].count("คะแนน"):
            continue
        for code in _expanded(codes[1]):
            yield code, found[1]


def _expanded(text: str) -> Iterator[str]:
    for part in re.findall(r"[ieo]\d+(?:–[ieo]\d+)?", text):
        first, _, last = part.partition("–")
        if not last:
            yield first
            continue
        for number in range(int(first[1:]), int(last[1:]) + 1):
            yield f"{first[0]}{number}"


def assert_figures_are_the_years(year: Year, text: str) -> None:
    wrong = [number for number in SCORE.findall(text) if number not in true_figures(year)]
    assert not wrong, f"{wrong} in {text}"
    for code, score in items_with_scores(text):
        assert score_text(year.item_scores[code]) == score, f"{code} in {text}"
    for number, name, score in _OPENING.findall(text):
        indicator = year.framework.indicator(int(number))
        assert indicator is not None
        assert name == indicator.name, text
        assert score_text(year.indicator_scores[int(number)]) == score, text
    for number, score in _LISTED.findall(text):
        assert score_text(year.indicator_scores[int(number)]) == score, text


# --------------------------------------------------------------------------------------------------------- words


def texts(drafted: Drafted) -> Iterator[str]:
    """Every text of a draft, a paper's worth of words."""
    for finding in drafted.findings:
        yield from (finding.text, finding.advice)
    for measure in drafted.measures:
        yield from (measure.title, measure.analysis, *measure.steps, measure.followup)
    if drafted.report:
        yield from (section.text for section in drafted.report.sections)
    if drafted.memo:
        yield from (drafted.memo.subject, *(part.text for part in drafted.memo.parts))


def paper_texts(drafted: Drafted) -> Iterator[str]:
    """What stands in one paper, the report: findings, measures and sections."""
    for finding in drafted.findings:
        yield from (finding.text, finding.advice)
    for measure in drafted.measures:
        yield from (measure.title, measure.analysis, *measure.steps, measure.followup)
    if drafted.report:
        yield from (section.text for section in drafted.report.sections if section.key != "cover")


def assert_well_written(text: str) -> None:
    assert text == text.strip(), f"space around {text!r}"
    assert not re.search(r"[{}]|None|Decimal|  | \n|\n |–\s*คะแนน|\(\s|\s\)|!", text), text
    assert text.count("(") == text.count(")"), text
    assert text.count("“") == text.count("”"), text
    for line in text.splitlines():
        assert not line.endswith(("และ", "หรือ", "ได้แก่", "คือ", "โดย", "ซึ่ง")), line
        assert not doubled(line), f"{doubled(line)} in {line}"


_MAY_REPEAT = {"ต่าง"}


def doubled(text: str) -> list[str]:
    """Words that stand twice in a row, with or without a space between."""
    found = [word for word in words(text) if word.strip()]
    return [
        a
        for a, b in itertools.pairwise(found)
        if a.strip() == b.strip() and re.fullmatch(r"[ก-๎]{2,}", a.strip()) and a.strip() not in _MAY_REPEAT
    ]


def said_twice(many: Iterable[str], names: Iterable[str] = ()) -> list[str]:
    """Clauses that one paper says more than once; names of items and official names may recur."""
    longest_first = sorted({*_OFFICIAL, *names}, key=len, reverse=True)
    counted: Counter[str] = Counter()
    for text in many:
        for line in text.splitlines():
            plain = line
            for name in longest_first:
                plain = plain.replace(name, " ")
            counted.update(run for run in plain.split(" ") if len(run) >= LONG)
    return [run for run, count in counted.items() if count > 1]


def sentences_twice(many: Iterable[str]) -> list[str]:
    counted = Counter(line for text in many for line in text.splitlines() if len(line) > LONG)
    return [line for line, count in counted.items() if count > 1]


# ------------------------------------------------------------------------------------------------------ coverage


def assert_covered(year: Year, drafted: Drafted) -> None:
    """Every weak indicator and item has a finding, and a measure that says how, who, when and how it is followed."""
    after = drafted.on(year)
    mark = year.strength_rule.mark
    for one in results(year).indicators:
        if one.score is None:
            continue
        assert [f for f in after.findings if f.indicator == one.number], f"no finding on {one.number}"
        assert [m for m in after.measures if m.indicator == one.number], f"no measure for {one.number}"
    for code, score in year.item_scores.items():
        item = year.framework.item(code)
        if item is None or score >= (100 if code[0] == "o" else mark):
            continue
        finding = [f for f in after.findings if code in f.items]
        assert finding, f"no finding on {code}"
        assert any(code in f.text or _in_range(code, f.text) for f in finding), code
        assert [m for m in after.measures if code in m.items], f"no measure for {code}"
    for measure in after.measures:
        assert_whole(year, measure)
    for finding in after.findings:
        assert finding.text, finding
        assert finding.advice, finding


def _in_range(code: str, text: str) -> bool:
    return any(code in list(_expanded(found)) for found in _CODES.findall(text))


def assert_whole(year: Year, measure: Measure) -> None:
    first, last = fiscal_year_span(year.measures_year)
    assert measure.title
    assert measure.analysis
    assert 3 <= len(measure.steps) <= 5
    assert measure.owners
    assert measure.start
    assert measure.end
    assert first <= measure.start < measure.end <= last
    assert measure.followup
    assert set(measure.owners) <= {*year.office.divisions, "ทุกสำนัก/กอง"}


def draft_of(record: Finding | Measure, field: str) -> Draft:
    return next(draft for draft in record.drafts if draft.field == field)


def names_of_items(year: Year, phrases: Phrases) -> set[str]:
    """What items are called, by the year's rules and by the phrases."""
    entries = (phrases.item(item.meaning) for item in year.framework.items)
    abouts = {entry.about for entry in entries if entry and entry.about}
    named = (*year.framework.items, *year.framework.indicators)
    titles = {one.title if isinstance(one, Item) else one.name for one in named}
    return titles | abouts | {one.name for one in (*year.framework.tools, *year.framework.topics)}


def assert_all_holds(year: Year, drafted: Drafted, phrases: Phrases) -> None:
    for text in texts(drafted):
        assert type(text) is str, "a workbook keeps plain words"
        if text:
            assert_well_written(text)
    for finding in drafted.findings:
        assert_figures_are_the_years(year, finding.text)
        assert_figures_are_the_years(year, finding.advice)
    for measure in drafted.measures:
        assert_figures_are_the_years(year, measure.analysis)
    for section in drafted.report.sections if drafted.report else ():
        assert_figures_are_the_years(year, section.text)
    for part in drafted.memo.parts if drafted.memo else ():
        assert_figures_are_the_years(year, part.text)
    twice = said_twice(paper_texts(drafted), names_of_items(year, phrases))
    assert not twice, twice
    twice = sentences_twice(paper_texts(drafted))
    assert not twice, twice
    assert_covered(year, drafted)
