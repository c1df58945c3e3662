"""The words around a table: years, tools, rounds; and texts made bare, to be compared."""

from __future__ import annotations

import re

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import tidy

_YEAR = re.compile(
    r"(?:จาก|ใน|ของ|ประจำ)*\s*(?:ปี\s*งบประมาณ|ปี\s*งบ|ปี)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*(?<![0-9])(?<![0-9][,./])(2[45][0-9]{2})(?![0-9,]|\.[0-9])"
    r"|ปี\s*(?:งบประมาณ)?\s*(?:พ\s?\.?\s?ศ\s?\.?\s*)?([4-9][0-9])(?![0-9.])"
)
_TOOL = re.compile(r"\b(IIT|EIT|OIT)\b|(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])", re.IGNORECASE)
_TOOL_NAMES = (
    ("IIT", re.compile("ผู้มีส่วนได้(?:ส่วน)?เสียภายใน")),
    ("EIT", re.compile("ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก")),
    ("OIT", re.compile("การเปิดเผยข้อมูลสาธารณะ")),
)
_ROUND = re.compile(r"รอบ\s*(?:ที่\s*)?[0-9]{1,2}(?:\s*เดือน)?(?:\s*(?:แรก|หลัง))?|ไตรมาส\s*(?:ที่\s*)?[1-4]")
_NOT_BARE = re.compile(r"[^0-9A-Za-zก-๎]+")
_TAGS = re.compile(r"</?(?:p|br|b|i|u|li|ol|ul|div|span|strong|em|font|td|tr)\b[^<>]{0,200}>", re.IGNORECASE)
_ENDS_LINE = re.compile(r"<(?:br|/p|/li|/div)\b[^<>]{0,200}>", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


def clean(text: str) -> str:
    """A cell's text as it was meant: without what a web page or a converter left in it."""
    text = tidy(text)
    if "<" in text:
        text = _TAGS.sub("", _ENDS_LINE.sub("\n", text))
    if "&" in text:
        for entity, letter in _ENTITIES.items():
            text = text.replace(entity, letter)
    lines = (" ".join(line.split()) for line in text.replace("\v", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def bare(text: str) -> str:
    """Letters and digits only, in small letters and Arabic figures."""
    return _NOT_BARE.sub("", to_arabic(tidy(text))).lower()


def years_in(text: str) -> tuple[tuple[int, ...], str]:
    """The Buddhist Era years that a heading or a title names, and the text without them."""
    arabic = to_arabic(tidy(text))
    years = tuple(int(long) if long else 2500 + int(short) for long, short in _YEAR.findall(arabic))
    return years, _YEAR.sub(" ", arabic)


def tools_in(text: str) -> tuple[tuple[str, ...], str]:
    """The tools that a text names by their letters or their names, each once, and the text without the letters."""
    named = [first or second for first, second in _TOOL.findall(text)]
    found = [name.upper() for name in named]
    found += [tool for tool, pattern in _TOOL_NAMES if pattern.search(text)]
    return tuple(dict.fromkeys(found)), _TOOL.sub(" ", text)


def rounds_in(text: str) -> tuple[str, str]:
    """The round that a heading names ("รอบ 6 เดือน"), and the text without it."""
    text = to_arabic(text)
    found = _ROUND.search(text)
    return (" ".join(found.group().split()), text[: found.start()] + text[found.end() :]) if found else ("", text)
