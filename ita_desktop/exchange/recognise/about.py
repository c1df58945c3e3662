"""What a row is about: its indicator, topic and items; carried down where a table names them once for several rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as made_by
from functools import lru_cache

from ita_desktop.domain.codes import codes_in, find_codes
from ita_desktop.domain.framework import Framework, Topic
from ita_desktop.exchange.grid import Place
from ita_desktop.exchange.recognise.groups import Group
from ita_desktop.exchange.recognise.items import item_code
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import named, which_indicator
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.likeness import Names
from ita_desktop.thai.quoting import quoted

_TOPIC_NUMBER = re.compile(r"^\s*(?:ประเด็น(?:ที่)?\s*)?\(?([1-7])[.) ]")


@dataclass(slots=True)
class About:
    indicator: int | None = None
    topic: int | None = None
    items: tuple[str, ...] = ()
    given: dict[str, Place] = made_by(default_factory=dict)


@dataclass(slots=True)
class Above:
    """What the rows above said last."""

    indicator: int | None = None
    indicator_text: str = ""
    topic: int | None = None


def about(group: Group, framework: Framework, above: Above, texts: tuple[str, ...]) -> About:
    """`texts` may name items ("ข้อ e8"), from which an indicator follows where the table has no column for it."""
    found = About()
    _indicator(group, framework, above, found)
    _topic(group, framework, above, found)
    _items(group, framework, found, texts)
    if found.indicator is None and not group.cells.layout.has(Meaning.INDICATOR, Meaning.INDICATOR_NUMBER):
        of_items = {item.indicator for code in found.items if (item := framework.item(code))}
        found.indicator = of_items.pop() if len(of_items) == 1 else None
    return found


def _indicator(group: Group, framework: Framework, above: Above, found: About) -> None:
    cells = group.cells
    columns = cells.layout.all(Meaning.INDICATOR, Meaning.INDICATOR_NUMBER)
    if not columns:
        return
    said = " ".join(filter(None, (group.texts.get(column, "") for column in columns)))
    if not said or said == above.indicator_text:
        found.indicator = above.indicator
    else:
        above.indicator = found.indicator = _which(group, framework)
        above.indicator_text = said
        if found.indicator is None:
            cells.warn(columns[0], f"ไม่รู้จักตัวชี้วัด {quoted(said)} จึงเว้นไว้", "unknown-indicator")
    found.given["indicator"] = cells.place(columns[0])


def _which(group: Group, framework: Framework) -> int | None:
    """The whole cell with what goes on below counts, not its first line only."""
    column = group.cells.layout.column(Meaning.INDICATOR)
    if column is not None and column in group.texts:
        whole = named(group.texts[column].replace("\n", " "), framework)
        if whole is not None:
            return whole
    return which_indicator(group.cells, framework, filled=True)


def _topic(group: Group, framework: Framework, above: Above, found: About) -> None:
    column = group.cells.layout.column(Meaning.TOPIC)
    if column is None:
        return
    if text := group.texts.get(column, ""):
        above.topic = which_topic(text.replace("\n", " "), framework)
    elif group.cells.layout.has(Meaning.ID):
        above.topic = None
    found.topic = above.topic
    found.given["topic"] = group.cells.place(column)


def which_topic(text: str, framework: Framework) -> int | None:
    """By its name; its number helps where the name is written in another way."""
    by_name = _names(framework.topics).best(text)
    if by_name is not None:
        return by_name
    number = _TOPIC_NUMBER.match(to_arabic(text))
    return int(number[1]) if number else None


@lru_cache(maxsize=32)
def _names(topics: tuple[Topic, ...]) -> Names[int]:
    return Names((topic.name, topic.number) for topic in topics)


def _items(group: Group, framework: Framework, found: About, texts: tuple[str, ...]) -> None:
    for meaning in (Meaning.ITEMS, Meaning.ITEM):
        column = group.cells.layout.column(meaning)
        if column is not None:
            text = group.texts.get(column, "")
            code = item_code(text, framework, found.indicator, None)
            listed = codes_in(text, framework, found.indicator)
            found.items = listed or ((code.code,) if code and code.code else ())
            found.given["items"] = group.cells.place(column)
            return
    found.items = tuple(dict.fromkeys(code for text in texts for code in codes_in(text, framework, found.indicator)))
    for text in texts:
        for unsure in (code for code in find_codes(text, framework, found.indicator) if code.code is None):
            choices = " หรือ ".join(unsure.candidates)
            column = next(iter(group.cells.layout.all(Meaning.FINDING, Meaning.STRENGTH, Meaning.MEASURE)), None)
            group.cells.warn(column, f"ข้อ {unsure.text} อาจเป็น {choices} จึงไม่ได้ผูกกับข้อใด", "ambiguous-item")
