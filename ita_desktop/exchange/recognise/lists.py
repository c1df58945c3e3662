"""Lists written into one cell: numbered steps, bullets, lines; and the names of those who are responsible."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_desktop.exchange.recognise.words import bare
from ita_desktop.thai.digits import to_arabic

_BULLETS = "➤►▶▸•●○◦▪■□◆◇✓✔*·–—-"
_NUMBER = re.compile(r"(?:^|(?<=[\s)”\"ฯ]))\(?([0-9]{1,2})[.)](?![0-9])\s*")
_BULLET = re.compile(rf"^\s*[{re.escape(_BULLETS)}]\s*(?=\D)")
_SURE_BULLETS = re.compile("(?:^|(?<=\\s))[➤►▶▸•●◦▪◆✓✔]\\s*")
_LIST_MARK = re.compile(rf"^\s*(?:\(?[0-9๐-๙]{{1,2}}[.)](?![0-9๐-๙])|[{re.escape(_BULLETS)}](?=\s*\D))\s*")
_REFERS = re.compile(r"(?:ข้อ|มาตรา|ครั้ง|ลำดับ|ภาคผนวก)(?:ที่)?[^\S\n]*\Z")
_SUB_NUMBER = re.compile(r"^\s*[0-9]{1,2}\.[0-9]")


def starts_a_list(text: str) -> bool:
    """Does it begin with a list mark: "๒. ออกมาตรการ…", "- รายงาน…"?"""
    return _LIST_MARK.match(text) is not None


def without_mark(text: str) -> str:
    """The text of one list element, without the number or bullet it begins with."""
    return _LIST_MARK.sub("", text, count=1).strip() or text.strip()


def split_list(text: str) -> tuple[str, ...]:
    """The elements of a list written into one cell: numbered, with bullets, or a line each."""
    text = text.strip()
    if not text:
        return ()
    parts = _by_numbers(text) or _by_sure_bullets(text) or _by_lines(text)
    return tuple(part for part in (without_blanks(part) for part in parts) if part)


def without_blanks(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def _by_numbers(text: str) -> list[str]:
    """At each number that is the next one; a year, a clause or another list's number is not."""
    arabic = to_arabic(text)
    marks = [
        match
        for match in _NUMBER.finditer(arabic)
        if not (_SUB_NUMBER.match(arabic[match.start() :]) or _REFERS.search(arabic[: match.start()]))
    ]
    if not marks:
        return []
    starts_with = not arabic[: marks[0].start()].strip()
    following = int(marks[0][1]) if starts_with else 1
    chosen: list[re.Match[str]] = []
    for mark in marks:
        if int(mark[1]) == following:
            chosen.append(mark)
            following += 1
    if not chosen or (len(chosen) < 2 and not starts_with):
        return []
    parts = [text[: chosen[0].start()]] if text[: chosen[0].start()].strip() else []
    ends = [mark.start() for mark in chosen[1:]] + [len(text)]
    return parts + [text[mark.end() : end] for mark, end in zip(chosen, ends, strict=True)]


def _by_sure_bullets(text: str) -> list[str]:
    marks = list(_SURE_BULLETS.finditer(text))
    if not marks:
        return []
    before = [text[: marks[0].start()]] if text[: marks[0].start()].strip() else []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return before + [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _by_lines(text: str) -> list[str]:
    """A line is an element; where some lines have bullets, the others go on with the one before."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(_BULLET.match(line) for line in lines):
        return lines
    if len(lines) == 1:  # "- ก - ข" on one line
        return re.split(r"\s+[-–]\s+(?=\D)", _BULLET.sub("", lines[0]))
    parts: list[str] = []
    for line in lines:
        if _BULLET.match(line) or not parts:
            parts.append(_BULLET.sub("", line))
        else:
            parts[-1] += f"\n{line}"
    return parts


# --------------------------------------------------------------------------------------------------- who is responsible

_UNITS = (
    "กอง|สำนัก|ฝ่าย|งาน|ส่วน|กลุ่ม|หน่วย|โรงเรียน|ศูนย์|สถาน|แผนก"  # a division
    "|เจ้า|ปลัด|รองปลัด|รองนายก|นายก|ผู้|หัวหน้า|ประธาน|คณะ|นิติกร|นัก|เลขา|พนักงาน|บุคลากร"  # a post
)
_TOGETHER = re.compile(r"^(?:ทุก|แต่ละ)")
_BETWEEN = re.compile(rf"\s*(?:[,;/+&]|\n|\s+และ\s*|และ(?=(?:{_UNITS})))\s*(?=(?:{_UNITS}|ทุก))")


def split_owners(text: str, divisions: Sequence[str] = ()) -> tuple[str, ...]:
    """Divisions and posts as they were listed: "กองคลัง/กองช่าง" are two, "ทุกสำนัก/กอง" is one.

    The office's own divisions are written as the office writes them, however the cell broke their lines.
    """
    known = {bare(division): division for division in divisions}
    owners: list[str] = []
    for element in split_list(text):
        whole = " ".join(element.split())
        if bare(whole) in known or _TOGETHER.match(whole):
            pieces = [whole]
        else:
            pieces = [piece for piece in _BETWEEN.split(whole) if piece]
        owners += [known.get(bare(piece), _mended(piece)) for piece in pieces]
    return tuple(dict.fromkeys(owner for owner in owners if owner))


def _mended(owner: str) -> str:
    """A line break of the sheet inside a name leaves a space after และ, and around the stroke of สำนัก/กอง."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"(?<=[ก-๎])และ\s+(?=[ก-๎])", "และ", owner)).strip(" ,;/")
