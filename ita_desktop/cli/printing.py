"""How the command line speaks: figures, and JSON that any program reads."""

from __future__ import annotations

import json
from decimal import Decimal

from ita_desktop.domain.scoring import half_up


def number(value: Decimal | None) -> float | None:
    """Rounded half up in decimal; only then a number of JSON."""
    return None if value is None else float(half_up(value))


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
