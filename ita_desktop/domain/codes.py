"""Codes of items as offices write them and as scanners misread them: `i2`, `I ๒`, `๐10` for o10, `ข้อ 12` for i2.

A code is only claimed where it is certain. Where a writing can mean several items, all of them are given and a person
decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.framework_rules import letter
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import Names
from ita_desktop.thai.links import LINK


class CodeForm(StrEnum):
    """How a code was written."""

    EXACT = "exact"
    """`i2`, `o39`: as it should be."""
    VARIANT = "variant"
    """`I ๒`, `O๓๙`: a capital, Thai digits, a space."""
    MISREAD = "misread"
    """`๐10`, `l3`, `ข้อ 12` for i2: a zero for o, a one or a bar for i."""
    NUMBER = "number"
    """`ข้อ 12` where i12 is meant: the letter was left out."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """One code in a text. `text[start:end]` is how it is written there."""

    start: int
    end: int
    text: str
    code: str | None
    """None where it could be several items; a code that the year does not know is given all the same."""
    candidates: tuple[str, ...]
    form: CodeForm
    through: str | None = None
    """The last code of a range that begins here (`o1-o5`); the last one is found by itself as well."""

    @property
    def misread(self) -> bool:
        return self.form is CodeForm.MISREAD


_TOKEN = re.compile(
    r"""
    (?<![A-Za-z0-9])(?:
        (?P<letter> [iIeEoO] ) [ .\u00a0]? (?P<number> [1-9][0-9]{0,2} )
      | (?P<bar> [l|] ) (?P<after_bar> [1-9][0-9]? )
      | (?P<zero> 0 ) [ ]? (?P<after_zero> [1-9][0-9]? )
      | (?P<bare> [1-9][0-9]{0,2} )
    )(?![A-Za-z0-9])
    """,
    re.VERBOSE,
)
_CALLED_ITEM = re.compile(r"(?:ข้อ(?:ที่|คำถาม(?:ที่)?)?|รายการ(?:ที่)?)\s*$")
_CALLED_CODE = re.compile(r"(?:ข้อ(?:ที่|คำถาม(?:ที่)?)?|รายการ(?:ที่)?|อ้างอิง(?:จาก)?|รหัส|แบบ\s*OIT|OIT)\s*[:(]?\s*$")
_TOOL_BEFORE = re.compile(r"\b(IIT|EIT|OIT)\s*$")
_LAWS = r"(?:ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|กฎกระทรวง|พระราชบัญญัติ|พ\.ร\.บ\.|ประกาศ)"
_LAW_BEFORE = re.compile(_LAWS + r"[^\n]{0,40}$")
_LAW_AFTER = re.compile(r"\s*(?:ของ|แห่ง|ตาม)\s*" + _LAWS)
_RANGE = re.compile(r"\s*(?:[-‐‑–—]|ถึง)\s*(?:ข้อ(?:ที่)?\s*)?")
_SEPARATOR = re.compile(r"\s*(?:\([^()\n]{0,30}\)\s*)?(?:,|;|/|และ|หรือ|กับ|\s)\s*(?:(?:และ|หรือ)\s*)?(?:ข้อ(?:ที่)?\s*)?")
_AND = re.compile(r"(?:,|และ|หรือ|กับ)\s*$")
_PART_OF_A_NUMBER = re.compile(r"[.:][0-9]|/[0-9]|,[0-9]{3}(?![0-9])")
_HIGHEST = 60
"""No year had more items of one tool than 48."""


def find_codes(
    text: str, framework: Framework, indicator: int | None = None, tool: str | None = None
) -> list[FoundCode]:
    """Every code in a text; `indicator` or `tool` is what the text is about, and settles what a bare number means."""
    return _Search(text, framework, indicator, tool).run()


def read_code(
    cell: str, framework: Framework, indicator: int | None = None, tool: str | None = None
) -> FoundCode | None:
    """The one code that a whole cell holds, with or without the word ข้อ; None where it holds anything else."""
    search = _Search(cell, framework, indicator, tool, all_is_code=True)
    found = search.run()
    if len(found) != 1:
        return None
    around = cell[: found[0].start] + cell[found[0].end :]
    return found[0] if re.fullmatch(r"[\s.():]*(?:ข้อ(?:ที่)?)?[\s.():]*", around) else None


def codes_in(text: str, framework: Framework, indicator: int | None = None) -> tuple[str, ...]:
    """The codes that a text names for certain, ranges written out, each once, in the order of the text."""
    codes: list[str] = []
    for found in find_codes(text, framework, indicator):
        if found.code:
            codes += _written_out(found.code, found.through) if found.through else [found.code]
    return tuple(dict.fromkeys(codes))


def _written_out(first: str, last: str) -> list[str]:
    return [f"{first[0]}{number}" for number in range(int(first[1:]), int(last[1:]) + 1)]


class _Search:
    def __init__(
        self, text: str, framework: Framework, indicator: int | None, tool: str | None, *, all_is_code: bool = False
    ) -> None:
        self.text = text
        # As long as the text, so that what stands where stays the same; links are full of what looks like codes.
        self.arabic = LINK.sub(lambda link: "/" * len(link.group()), to_arabic(text))
        self.framework = framework
        self.indicator = indicator
        about = framework.tool_of(indicator) if indicator is not None else None
        self.tool = tool or (about.code if about else None)
        self.all_is_code = all_is_code

    def run(self) -> list[FoundCode]:
        found: list[FoundCode] = []
        for match in _TOKEN.finditer(self.arabic):
            last = found[-1] if found else None
            between = self.arabic[last.end : match.start()] if last else None
            in_range = between is not None and _RANGE.fullmatch(between) is not None
            follows = in_range or (between is not None and _SEPARATOR.fullmatch(between) is not None)
            code = self._read(match, found, follows=follows, in_range=in_range)
            if code is None:
                continue
            if in_range and last and last.code and code.code and _is_run(last.code, code.code):
                found[-1] = replace(last, through=code.code)
            found.append(code)
        return found

    def _read(self, match: re.Match[str], found: list[FoundCode], *, follows: bool, in_range: bool) -> FoundCode | None:
        if match["letter"]:
            return self._lettered(match)
        if _PART_OF_A_NUMBER.match(self.arabic, match.end()) or _ends_in_a_number(self._before(match.start())):
            return None
        if match["bar"]:
            return self._misread(match, f"i{match['after_bar']}")
        if match["zero"]:
            return self._zero(match, found, follows=follows)
        return self._bare(match, found[-1].code if in_range else None)

    def _lettered(self, match: re.Match[str]) -> FoundCode | None:
        code = f"{match['letter'].lower()}{match['number']}"
        if int(match["number"]) > _HIGHEST:
            return None
        written = self.text[match.start() : match.end()]
        return self._found(match, code, (code,), CodeForm.EXACT if written == code else CodeForm.VARIANT)

    def _zero(self, match: re.Match[str], found: list[FoundCode], *, follows: bool) -> FoundCode | None:
        """A zero for the letter o, where the text says that a code is meant or where no number looks like that."""
        zero, rest = self.text[match.start("zero")], self.text[match.start("after_zero") : match.end()]
        mixed = zero == "๐" and rest.isascii()
        before = self._before(match.start())
        one_more = any(code.code and code.code[0] == "o" for code in (found[-1:] if follows else found)) and (
            follows or _AND.search(before)
        )
        if not (mixed or self.all_is_code or one_more or _CALLED_CODE.search(before)):
            return None
        return self._misread(match, f"o{match['after_zero']}")

    def _misread(self, match: re.Match[str], code: str) -> FoundCode | None:
        if int(code[1:]) > _HIGHEST:
            return None
        return self._found(match, code, (code,), CodeForm.MISREAD)

    def _bare(self, match: re.Match[str], range_from: str | None) -> FoundCode | None:
        before = self._before(match.start())
        if range_from:  # o1-5
            return self._found(match, f"{range_from[0]}{match['bare']}", (), CodeForm.NUMBER)
        called = _CALLED_ITEM.search(before)
        if not (called or self.all_is_code):
            return None
        called_at = match.start() - len(before) + called.start() if called else match.start()
        if called and self._of_a_law(called_at, match.end()):
            return None
        named = _TOOL_BEFORE.search(before[: called.start()]) if called else None
        candidates = self._candidates(match["bare"], named[1] if named else self.tool)
        if not candidates:
            return None
        code = candidates[0] if len(candidates) == 1 else None
        whole = any(candidate[1:] == match["bare"] for candidate in candidates)
        return self._found(match, code, candidates, CodeForm.NUMBER if whole else CodeForm.MISREAD)

    def _of_a_law(self, start: int, end: int) -> bool:
        """Regulations are quoted by ข้อ too."""
        return bool(_LAW_BEFORE.search(self._before(start)) or _LAW_AFTER.match(self.arabic, end))

    def _before(self, at: int) -> str:
        """What stands just before; all that matters there is near."""
        return self.arabic[max(0, at - 80) : at]

    def _candidates(self, digits: str, tool: str | None) -> tuple[str, ...]:
        """What a number without a letter can stand for: item 12 of a tool, or i2 whose i was read as a one.

        Narrowed to the indicator, else to the tool that the text is about, as long as something is left.
        """
        codes = [f"{letter(tool.code)}{digits}" for tool in self.framework.tools]
        if len(digits) > 1 and digits[0] == "1" and digits[1] != "0":
            codes.append(f"i{digits[1:]}")
        items = [item for code in codes if (item := self.framework.item(code))]
        of_tool = [item for item in items if tool and item.code[0] == letter(tool)]
        of_indicator = [item for item in items if item.indicator == self.indicator]
        return tuple(item.code for item in of_indicator or of_tool or items)

    def _found(self, match: re.Match[str], code: str | None, candidates: tuple[str, ...], form: CodeForm) -> FoundCode:
        written = self.text[match.start() : match.end()]
        return FoundCode(match.start(), match.end(), written, code, candidates or ((code,) if code else ()), form)


def _is_run(first: str, last: str) -> bool:
    return first[0] == last[0] and int(first[1:]) < int(last[1:]) <= _HIGHEST


def _ends_in_a_number(before: str) -> bool:
    """What stands before goes on in our digits: 99.42, 09:30, 1/2566."""
    return re.search(r"[0-9][.,:/]$", before) is not None


# ---------------------------------------------------------------------------------------------------------- indicators

_NUMBERED = re.compile(r"ตัวชี้วัด(?:ที่)?\s*([0-9]{1,2})(?![0-9.])")
_LIST_NUMBER = re.compile(r"^\s*[*#]*\s*\([0-9]{1,2}\)\s*")


def indicator_named(text: str, framework: Framework) -> int | None:
    """The indicator that a cell or heading names, by its name or one of its aliases, mistyped or not.

    The name decides: offices write a rank before it, or the number of another indicator. A number counts only where it
    is said to be an indicator's and no name stands beside it; a bare number is a rank as likely as not.
    """
    arabic = _LIST_NUMBER.sub("", to_arabic(text))
    named = _names(framework.indicators).best(arabic)
    if named is not None:
        return named
    numbered = _NUMBERED.search(arabic)
    if numbered is None:
        return None
    started = _named_at_start(arabic[numbered.end() :], _writings(framework.indicators))
    if started is not None:
        return started
    rest = arabic[: numbered.start()] + arabic[numbered.end() :]
    alone = not re.search("[\u0e01-\u0e2e]", re.sub(r"\((?:IIT|EIT|OIT)\)", "", rest))
    number = int(numbered[1])
    return number if alone and framework.indicator(number) else None


def _writings(indicators: tuple[Indicator, ...]) -> dict[str, int]:
    return {name: indicator.number for indicator in indicators for name in (indicator.name, *indicator.aliases)}


@lru_cache(maxsize=32)
def _names(indicators: tuple[Indicator, ...]) -> Names[int]:
    return Names(_writings(indicators).items())


def _named_at_start(text: str, writings: dict[str, int]) -> int | None:
    """The indicator whose name a longer sentence begins with, the longest name first."""
    start = text.lstrip(" .):-\u00a0")
    for name in sorted(writings, key=len, reverse=True):
        if start.startswith(name):
            return writings[name]
    return None
