"""Whether an indicator's score is what its items come to, and where that cannot be said, why not.

Nothing is computed in place of a published score. This only compares, by the rule the year is known to follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.framework import Framework, Indicator, Item
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import half_up

TOLERANCE = Decimal("0.01")
"""Items and indicators are published with two decimals: half a hundredth may be lost in either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMean:
    indicator: int
    score: Decimal | None
    mean: Decimal | None
    """What the items come to, unrounded; None where it is not computed."""
    agrees: bool | None
    """None where there is nothing to compare."""
    confirmed: bool
    """Whether the rule is proved for the year, so that a difference is an error and not just a question."""
    reason: str
    """In Thai, why the mean is not computed; empty where it is."""


def item_means(year: Year) -> tuple[ItemMean, ...]:
    return tuple(item_mean(year, indicator.number) for indicator in year.framework.indicators)


def item_mean(year: Year, number: int) -> ItemMean:
    indicator = year.framework.indicator(number)
    assert indicator is not None, f"no indicator {number} in {year.framework.name}"
    score = year.indicator_scores.get(number)
    reason = why_not_computed(year, indicator)
    mean = None if reason else mean_of_items(year.framework, number, year.item_scores)
    return ItemMean(
        indicator=number,
        score=score,
        mean=mean,
        agrees=None if mean is None or score is None else abs(mean - score) <= TOLERANCE,
        confirmed=_rule(year.framework, indicator) not in {"", *year.framework.unconfirmed},
        reason=reason,
    )


def follows_from_items(framework: Framework, indicator: Indicator) -> bool:
    """Whether this year has a known rule by which the items make the indicator's score."""
    return _rule(framework, indicator) != ""


def mean_of_items(framework: Framework, number: int, scores: Mapping[str, Decimal]) -> Decimal | None:
    """What the items of an indicator come to by the year's rule; None without a rule or while an item is unknown."""
    indicator = framework.indicator(number)
    items = framework.items_of(number)
    if indicator is None or not items or any(item.code not in scores for item in items):
        return None
    match _rule(framework, indicator):
        case "means_from_sub_indicators":
            groups = [[scores[item.code] for item in items if item.sub == sub] for sub in _subs(items)]
            return _mean([_mean(group) for group in groups])
        case "means_from_items":
            return _mean([scores[item.code] for item in items])
        case _:
            return None


def why_not_computed(year: Year, indicator: Indicator) -> str:
    """In Thai; empty where the mean can be computed."""
    framework = year.framework
    if not follows_from_items(framework, indicator):
        if indicator.tool == "EIT" and framework.eit_in_two_parts:
            come = "อาจมา" if "eit_in_two_parts" in framework.unconfirmed else "มา"
            return (
                f"คะแนน EIT ปี {framework.year} {come}จากสองส่วน (ส่วนที่ 1 และส่วนที่ 2) "
                "แต่คะแนนรายข้อที่แสดงอาจเป็นของส่วนเดียว จึงไม่คำนวณคะแนนตัวชี้วัดจากรายข้อ"
            )
        return f"คะแนน {indicator.tool} ปี {framework.year} ไม่มีเอกสารยืนยันว่าแต่ละข้อมีน้ำหนักเท่าใด จึงไม่คำนวณคะแนนตัวชี้วัดจากรายข้อ"
    items = framework.items_of(indicator.number)
    if not items:
        return f"หลักเกณฑ์ปี {framework.year} ไม่มีรายการข้อของตัวชี้วัดที่ {indicator.number}"
    missing = [item.code for item in items if item.code not in year.item_scores]
    if len(missing) == len(items):
        return f"ยังไม่มีคะแนนรายข้อของตัวชี้วัดที่ {indicator.number}"
    if missing:
        return f"ยังไม่มีคะแนนข้อ {' '.join(missing)} จึงคำนวณค่าเฉลี่ยรายข้อไม่ได้"
    return ""


def _rule(framework: Framework, indicator: Indicator) -> str:
    """The name of the year's fact by which the items make the score."""
    if indicator.tool in framework.means_from_sub_indicators:
        return "means_from_sub_indicators"
    return "means_from_items" if indicator.tool in framework.means_from_items else ""


def _subs(items: tuple[Item, ...]) -> list[str]:
    return list(dict.fromkeys(item.sub for item in items))


def _mean(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def score_of_items(framework: Framework, number: int, scores: Mapping[str, Decimal]) -> Decimal | None:
    """The mean of the items as it would be published: two decimals, half up."""
    mean = mean_of_items(framework, number, scores)
    return None if mean is None else half_up(mean)
