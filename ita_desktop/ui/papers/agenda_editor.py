"""ระเบียบวาระการประชุม beside its page."""

from __future__ import annotations

from dataclasses import replace

from typing_extensions import override

from ita_desktop.actions.agenda import change_agenda
from ita_desktop.domain.records import Agenda, AgendaItem, Year
from ita_desktop.papers import texts
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.ui.form import Form
from ita_desktop.ui.papers.cards import CardForm, Cards
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.papers.typed import lines_of, typed_values
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import LineField, TextField

_HEAD = {"meeting": "ครั้งที่", "date": "วันประชุม", "time": "เวลา", "place": "สถานที่"}
_HINTS = {"meeting": "เช่น 1/2569", "time": "เช่น 13.30"}


class AgendaEditor(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._agenda = Agenda()
        self.head = Form()
        for name, title in _HEAD.items():
            field = DateEdit(session.today) if name == "date" else LineField(hint=_HINTS.get(name, ""))
            self.head.add(name, title, field, wide=name == "place")
        self.head.committed.connect(lambda name, value: self._save(replace(self._agenda, **{name: value}), _HEAD[name]))
        self.items = Cards("วาระ", _ItemForm, _item_title, lambda at: AgendaItem(number=str(at + 1), title=""))
        self.items.committed.connect(lambda items, what: self._save(replace(self._agenda, items=items), what))
        self.add_heading("การประชุม")
        self.add(self.head)
        self.add_heading("ระเบียบวาระ")
        self.add(self.items)
        for name in _HEAD:
            self.mark(self.head.field(name), name)

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self._agenda = year.agenda or Agenda()
        self.head.load({name: getattr(self._agenda, name) for name in _HEAD})
        self._agenda = replace(self._agenda, items=self._agenda.items or texts.agenda_items(year))
        self.items.show_records(self._agenda.items)
        self.mark_cards(self.items, "item")

    @override
    def as_typed(self, year: Year) -> Year:
        typed = typed_values(self.head, _HEAD)
        agenda = replace(self._agenda, **typed, items=self.items.typed())  # type: ignore[arg-type]
        return year if agenda == self._agenda else replace(year, agenda=agenda)

    @override
    def flush(self) -> None:
        self.head.flush()
        self.items.flush()

    @override
    def landmarks(self, year: Year, options: PaperOptions) -> tuple[Landmark, ...]:
        agenda = year.agenda or Agenda()
        return (
            Landmark("meeting", "ครั้งที่"),
            Landmark("date", "วัน"),
            Landmark("time", "เวลา"),
            Landmark("place", "ณ"),
            *(
                Landmark(f"item{at}", f"ระเบียบวาระที่ {item.number}  {item.title}")
                for at, item in enumerate(agenda.items or texts.agenda_items(year))
            ),
        )

    @override
    def go_to(self, key: str) -> None:
        if not self.go_to_card(self.items, "item", key, "title"):
            super().go_to(key)

    def _save(self, agenda: Agenda, what: str) -> None:
        year = self.session.year
        if year is None:
            return
        if not (year.agenda and year.agenda.items) and agenda.items == texts.agenda_items(year):
            agenda = replace(agenda, items=())
        self.session.run(change_agenda, year.number, agenda, what)


class _ItemForm(CardForm):
    names = ("title", "number", "points")

    def __init__(self) -> None:
        super().__init__(columns=1)
        self.add("title", "เรื่อง", LineField())
        self.add("number", "วาระที่", LineField())
        self.add("points", "ข้อย่อย บรรทัดละข้อ", TextField(least=2, most=10))

    @override
    def shown(self, name: str, value: object) -> object:
        return "\n".join(value) if name == "points" and isinstance(value, tuple) else value

    @override
    def meant(self, name: str, value: object) -> object:
        return lines_of(str(value)) if name == "points" else value


def _item_title(_at: int, item: AgendaItem) -> str:
    return f"{item.number}. {item.title}"
