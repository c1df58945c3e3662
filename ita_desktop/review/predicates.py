"""What a text says of a score: that it reaches a mark, is full, is nothing, rose or fell since another year.

The same words serve claims about one thing and about many, in front of it and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.scoring import FULL
from ita_desktop.review.speech import LAST_YEAR

AT_LEAST = (
    "ไม่ต่ำกว่า|ไม่น้อยกว่า|ตั้งแต่|เกินกว่า|เกิน|มากกว่า|สูงกว่า|ผ่าน(?:การประเมิน)?(?:ตาม)?(?:เกณฑ์)?|ถึงเกณฑ์|บรรลุ(?:ค่า)?(?:เป้าหมาย)?|ถึง"
)
BELOW = "ต่ำกว่า|น้อยกว่า|ไม่ถึง|ไม่ผ่าน(?:การประเมิน)?(?:ตาม)?(?:เกณฑ์)?|ไม่บรรลุ(?:ค่า)?(?:เป้าหมาย)?"
AT_MOST = "ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า"
IN_YEAR = rf"(?:{LAST_YEAR.pattern}|เดิม|ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?(?P<year>25[0-9]{{2}}))"
UP, DOWN = "เพิ่มขึ้น|เพิ่มสูงขึ้น|สูงขึ้น|ดีขึ้น|พัฒนาขึ้น", "ลดลง|ต่ำลง|ลดต่ำลง|แย่ลง|ถดถอย"
SAME = "คงที่|คงเดิม|เท่าเดิม|ไม่เปลี่ยนแปลง|ไม่มีการเปลี่ยนแปลง|เท่ากับ(?=ปี)"

PREDICATE = rf"""(?:
    (?P<not_full> ไม่(?:ได้)?(?:คะแนน)?เต็ม(?:\s*100)? )
  | (?P<full> ได้(?:รับ)?คะแนนเต็ม(?:\s*(?:ร้อยละ\s*)?100(?:\.00)?)?(?:\s*คะแนน)?
      | (?:(?:ได้|เท่ากับ)(?:คะแนน|ร้อยละ|เต็ม|\s)*|มี(?:คะแนน|ร้อยละ|\s)*)100(?:\.00)?(?![0-9.])(?:\s*คะแนน)?(?!\s*ขึ้นไป) )
  | (?P<nothing> ไม่ได้(?:รับ)?คะแนน | (?:ได้|มี)(?:คะแนน)?\s*0(?:\.00)?\s*คะแนน )
  | (?P<denied_move> ไม่(?:ได้)? | มิได้ )?
    (?: (?P<up>{UP}) | (?P<down>{DOWN}) | (?P<same>{SAME})
      | (?:(?P<over>สูง|มาก|ดี)|(?:ต่ำ|น้อย))กว่า(?=(?:คะแนน)?(?:ของ|ใน)?{IN_YEAR.replace("?P<year>", "?:")}) )
    (?: (?:คะแนน|ขึ้น|ไป)*\s*(?:จาก|กว่า|เมื่อ|ใน)*(?:เทียบ|เปรียบเทียบ|คะแนน)*(?:กับ|ของ|จาก|ใน)*\s*{IN_YEAR} )?
  | (?P<denied> ยังไม่ | ไม่(?!ต่ำกว่า|น้อยกว่า|ถึง|ผ่าน|บรรลุ|เกิน|มากกว่า|สูงกว่า) )?
    (?: (?P<most>{AT_MOST}) | (?P<below>{BELOW}) | (?P<above>{AT_LEAST}) )
    (?: (?:คะแนน|ร้อยละ|เกณฑ์|เป้าหมาย|ค่า|ที่กำหนด|การประเมิน|ที่|\s)*
        (?P<mark>[0-9]{{2,3}}(?:\.[0-9]+)?)(?![0-9./]|\s*(?:ตัว|ข้อ|เครื่องมือ|แบบ|ด้าน)) \s*(?:คะแนน)?\s*(?:ขึ้นไป)?
      | (?P<rule> (?:ค่า)?(?:เกณฑ์|เป้าหมาย) | (?<=เกณฑ์) | (?<=เป้าหมาย) )(?:การประเมิน|ขั้นต่ำ|ที่กำหนด|มาตรฐาน)* )
  | (?P<plain>[0-9]{{2,3}})\s*คะแนน\s*ขึ้นไป
)"""
"""For `re.VERBOSE`."""


class Sense(StrEnum):
    ABOVE = "above"
    BELOW = "below"
    AT_MOST = "at most"
    FULL = "full"
    NOT_FULL = "not full"
    NOTHING = "nothing"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_UP = "not up"
    NOT_DOWN = "not down"
    CHANGED = "changed"


_OPPOSITE = {Sense.ABOVE: Sense.BELOW, Sense.BELOW: Sense.ABOVE, Sense.AT_MOST: Sense.ABOVE}
_NOT = {Sense.UP: Sense.NOT_UP, Sense.DOWN: Sense.NOT_DOWN, Sense.SAME: Sense.CHANGED}
_MOVES: dict[Sense, Callable[[Decimal], bool]] = {
    Sense.UP: lambda change: change > 0,
    Sense.DOWN: lambda change: change < 0,
    Sense.SAME: lambda change: change == 0,
    Sense.NOT_UP: lambda change: change <= 0,
    Sense.NOT_DOWN: lambda change: change >= 0,
    Sense.CHANGED: lambda change: change != 0,
}


@dataclass(frozen=True, slots=True)
class Predicate:
    sense: Sense
    mark: Decimal | None = None
    """None where the text means the office's own mark."""
    since: int | None = None
    """The year that it is compared with, where it is named; else the one before."""

    @property
    def is_move(self) -> bool:
        return self.sense in _MOVES

    @property
    def asks_own_mark(self) -> bool:
        """ "ผ่านเกณฑ์" and the like, without a figure."""
        return self.mark is None and self.sense in {Sense.ABOVE, Sense.BELOW, Sense.AT_MOST}

    def holds(self, score: Decimal, before: Decimal | None, own_mark: Decimal) -> bool | None:
        """None where nobody can tell: no figure of the other year, or a score that lies exactly on the mark."""
        if self.is_move:
            return None if before is None else _MOVES[self.sense](score - before)
        mark = own_mark if self.mark is None else self.mark
        match self.sense:
            case Sense.FULL:
                return score == FULL
            case Sense.NOT_FULL:
                return score < FULL
            case Sense.NOTHING:
                return score == 0
            case Sense.AT_MOST:
                return score <= mark
            case Sense.BELOW:
                return score < mark
        return score >= mark

    def limit(self, own_mark: Decimal) -> str:
        mark = own_mark if self.mark is None else self.mark
        return f"{mark.normalize():f}"


def predicate_of(match: re.Match[str]) -> Predicate:
    """Of a match with the groups of `PREDICATE`."""
    groups = match.groupdict()
    for name, sense in (("not_full", Sense.NOT_FULL), ("full", Sense.FULL), ("nothing", Sense.NOTHING)):
        if groups[name] is not None:
            return Predicate(sense)
    mark = groups["mark"] or groups["plain"]
    if mark or groups["rule"] is not None:
        said = Sense.AT_MOST if groups["most"] else Sense.BELOW if groups["below"] else Sense.ABOVE
        return Predicate(_OPPOSITE[said] if groups["denied"] else said, Decimal(mark) if mark else None)
    moved = Sense.SAME if groups["same"] else Sense.UP if groups["up"] or groups["over"] else Sense.DOWN
    since = int(groups["year"]) if groups["year"] else None
    return Predicate(_NOT[moved] if groups["denied_move"] else moved, since=since)
