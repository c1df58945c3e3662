"""The order of a year's records is that of the papers: one goes behind another, or up and down."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.records import Finding, Measure


def behind(listed: Sequence[Finding | Measure], original: str, copy: str) -> list[str]:
    """The ids of a list, with that of a copy right behind its original."""
    order = [record.id for record in listed]
    order.insert(order.index(original) + 1, copy)
    return order


def moved(listed: Sequence[Finding | Measure], id: str, by: int) -> list[str]:
    """The ids of a list, one of them earlier or later, and not beyond either end."""
    order = [record.id for record in listed]
    at = order.index(id)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    return order
