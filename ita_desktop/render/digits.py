"""One kind of digits for a whole paper, wherever they were typed: text, tables, the names in charts."""

from __future__ import annotations

import dataclasses
from typing import Any

from ita_desktop.papers.blocks import InsertedPages, Paper, Picture, Run
from ita_desktop.thai.digits import Digits, in_digits

_NO_TEXT = (Picture, InsertedPages)
"""Their names are names of files."""


def with_digits(paper: Paper) -> Paper:
    """The same paper with every text in the digits it asks for. Addresses and names of files stay as they are."""
    converted: Paper = _converted(paper, paper.digits)
    return converted


def _converted(value: Any, digits: Digits) -> Any:  # noqa: ANN401 -- a paper and every part of it
    if type(value) is str:
        return in_digits(value, digits)
    if isinstance(value, tuple):
        return tuple(_converted(part, digits) for part in value)
    if isinstance(value, Run):
        return dataclasses.replace(value, text=in_digits(value.text, digits))
    if not dataclasses.is_dataclass(value) or isinstance(value, (type, *_NO_TEXT)):
        return value
    parts = {field.name: _converted(getattr(value, field.name), digits) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **parts)
