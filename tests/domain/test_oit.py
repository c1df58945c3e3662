"""What has to be shown, who prepares it, by when: the rules and what the office decided, together."""

import datetime
from dataclasses import replace

from sample_year import empty_year

from ita_desktop.domain.oit import by_indicator, from_last_year, oit_codes, oit_items, states
from ita_desktop.domain.records import ChecklistEntry, FollowUpState

DUE = datetime.date(2026, 3, 31)


def test_every_item_of_the_rules_is_there_before_anything_was_decided():
    year = empty_year(2568)
    items = oit_items(year)
    assert tuple(item.code for item in items) == oit_codes(year)
    assert all(item.title and item.indicator in (9, 10) for item in items)
    assert states(items)[FollowUpState.NOT_STARTED] == len(items)


def test_what_was_decided_about_a_code_that_the_rules_do_not_know_is_not_hidden():
    year = replace(empty_year(2568), checklist=(ChecklistEntry(item="o99", owner="กองคลัง"),))
    assert oit_items(year)[-1].entry.owner == "กองคลัง"
    assert None in by_indicator(oit_items(year))


def test_an_item_is_late_from_the_day_after_it_was_due_until_it_is_settled():
    def item(**said):
        return oit_items(replace(empty_year(2568), checklist=(ChecklistEntry(item="o1", due=DUE, **said),)))[0]

    assert item().days_late(DUE) == 0
    assert item().days_late(DUE + datetime.timedelta(days=3)) == 3
    assert item(state=FollowUpState.DONE).days_late(datetime.date(2027, 1, 1)) == 0
    assert item().days_late(DUE + datetime.timedelta(days=1)) == 1
    assert item().due_this_month(datetime.date(2026, 3, 1))
    assert item().due_this_month(DUE)
    assert not item().due_this_month(datetime.date(2025, 3, 1))
    assert not item().due_this_month(datetime.date(2026, 2, 28))
    assert not item(state=FollowUpState.DONE).due_this_month(datetime.date(2026, 3, 1))


def test_owners_and_links_come_from_last_year_by_what_an_item_asks_for_and_only_where_there_are_none():
    before, now = empty_year(2567), empty_year(2568)
    old, new = next(
        (a, b) for a in oit_items(before) for b in oit_items(now) if a.meaning == b.meaning and a.code != b.code
    )
    told = ChecklistEntry(item=old.code, owner="กองช่าง", link="https://www.tuayang.example/a", due=DUE, note="เก่า")
    year = replace(now, previous=replace(before, checklist=(told,)))
    assert from_last_year(year) == (ChecklistEntry(item=new.code, owner="กองช่าง", link=told.link),)
    own = ChecklistEntry(item=new.code, owner="กองคลัง", link="https://www.tuayang.example/b")
    assert from_last_year(replace(year, checklist=(own,))) == ()
