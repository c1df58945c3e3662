"""The memo: what it goes back to, what was found and prepared, the rules it rests on, what is proposed, who signs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ita_desktop.domain.records import Memo, MemoPart, Person, Signature
from ita_desktop.drafting.arranging import owner_of, rounds_in_words
from ita_desktop.drafting.comparison import level_in_words
from ita_desktop.drafting.desk import Desk, Pen, paragraph, paragraphs
from ita_desktop.drafting.scored_items import points
from ita_desktop.thai.lists import joined


def memo(desk: Desk) -> Memo:
    """As it would be written now; its number and date are the officer's."""
    people = _posts(desk)
    head = people.get("head")
    return Memo(
        division=owner_of(desk.phrases, desk.year.office, "clerk"),
        subject=str(desk.pen().say("memo.subject.text")),
        to=head.position if head else "",
        parts=tuple(_part(desk, name, write) for name, write in _PARTS),
        signatures=_signatures(desk, people),
    )


def _part(desk: Desk, name: str, write: Callable[[Pen], str]) -> MemoPart:
    pen = desk.pen()
    text = str(write(pen))
    heading = str(desk.phrases.fact(f"memo.{name}.heading"))
    return MemoPart(heading=heading, text=text, drafts=(pen.draft("text", text),))


# --------------------------------------------------------------------------------------------------------- parts


def _origin(pen: Pen) -> str:
    framework = pen.desk.year.framework
    pen.words("announced")
    sure = framework.announced if "announced" not in framework.unconfirmed else None
    told = pen.say("memo.origin.announced", date=sure) if sure else pen.say("memo.origin.not_dated")
    return paragraphs(told, _duty(pen))


def _duty(pen: Pen) -> str:
    """Which item the measures serve: what travels up to the head of the office is itself evidence."""
    framework = pen.desk.year.framework
    item = framework.item(framework.measures_item)
    indicator = framework.indicator(item.indicator) if item else None
    if item is None or indicator is None:
        return pen.say("memo.origin.duty")
    named = f"ตัวชี้วัดที่ {indicator.number} {indicator.name} ข้อ {item.code} {item.title}"
    return pen.say("memo.origin.duty_item", item=named)


def _facts(pen: Pen) -> str:
    return paragraphs(paragraph(_result(pen), _groups(pen)), _prepared(pen))


def _result(pen: Pen) -> str:
    total, level = pen.score("total"), pen.words("level")
    if total is None:
        return pen.say("memo.facts.unscored")
    if not level:
        return pen.say("memo.facts.no_level", total=total)
    return pen.say("memo.facts.scored", total=total, level=level_in_words(level))


def _groups(pen: Pen) -> str:
    strong, weak = pen.count("count.strength"), pen.count("count.weak")
    if strong and weak:
        return pen.say("memo.facts.both", strong=strong, weak_count=weak, indicators=_weak_named(pen))
    if strong:
        return pen.say("memo.facts.all_strong", strong=strong)
    return pen.say("memo.facts.all_weak", weak_count=weak) if weak else ""


def _weak_named(pen: Pen) -> str:
    framework = pen.desk.year.framework
    weak = [one for one in framework.indicators if pen.words(f"group.{one.number}") == "weak"]
    scored = [(one, pen.score(f"indicator.{one.number}") or Decimal(0)) for one in weak]
    return joined(f"ตัวชี้วัดที่ {one.number} {one.name} ({points(score)})" for one, score in scored)


def _prepared(pen: Pen) -> str:
    division = owner_of(pen.desk.phrases, pen.desk.year.office, "clerk")
    count = pen.count("measures")
    key = "prepared" if count else "prepared_report"
    return pen.say(f"memo.facts.{key}", division=division, count=count)


def _rules(pen: Pen) -> str:
    return pen.say("memo.rules.text").strip()


def _proposal(pen: Pen) -> str:
    rounds = rounds_in_words(pen, pen.desk.year.rounds) or pen.fact("memo.proposal.rounds")
    division = owner_of(pen.desk.phrases, pen.desk.year.office, "clerk")
    return pen.say("memo.proposal.text", rounds=rounds, division=division).strip()


_PARTS: tuple[tuple[str, Callable[[Pen], str]], ...] = (
    ("origin", _origin),
    ("facts", _facts),
    ("rules", _rules),
    ("proposal", _proposal),
)

# ---------------------------------------------------------------------------------------------------- signatures

_CHAIN = ("drafter", "division", "deputy_clerk", "clerk", "deputy_head", "head")
_COMMENT = {"division": "division", "deputy_clerk": "deputy", "clerk": "clerk", "deputy_head": "deputy", "head": "head"}


def _posts(desk: Desk) -> dict[str, Person]:
    """Who holds which post in the chain, as far as the office's list tells."""
    found: dict[str, Person] = {}
    for person in desk.year.office.people:
        post = _post_of(desk, person)
        if post:
            found.setdefault(post, person)
    return found


def _post_of(desk: Desk, person: Person) -> str:
    """By how the position begins: "รองปลัด" and "ปลัด" are two posts."""
    for post in ("deputy_head", "head", "deputy_clerk", "clerk", "division", "drafter"):
        if any(person.position.startswith(word) for word in desk.phrases.variants(f"memo.post.{post}")):
            return post
    return ""


def _signatures(desk: Desk, people: dict[str, Person]) -> tuple[Signature, ...]:
    """The known people in the order in which the memo travels; with nobody known the paper leaves room by post."""
    chain = [(post, people[post]) for post in _CHAIN if post in people]
    signatures = []
    for place, (post, person) in enumerate(chain):
        following = chain[place + 1][1].position if place + 1 < len(chain) else ""
        comment = _COMMENT.get(post)
        signatures.append(
            Signature(
                to=following if comment else "",
                comments=(str(desk.pen().say(f"memo.comment.{comment}")),) if comment else (),
                name=person.name,
                position=person.position,
            )
        )
    return tuple(signatures)
