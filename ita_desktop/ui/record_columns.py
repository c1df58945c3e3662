"""Columns that lists of findings and of measures have in common; the tabs do not know each other."""

from __future__ import annotations

from ita_desktop.ui.table_model import Column

INDICATOR = Column(
    title="ตัวชี้วัด",
    value=lambda row: str(row.indicator or ""),
    sort=lambda row: row.indicator,
    tip=lambda row: row.indicator_name,
    right=True,
    width=76,
    tone=lambda _row: "muted",
)
