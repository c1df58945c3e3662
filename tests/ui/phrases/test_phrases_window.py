"""The office's own phrases are seen, shared and taken out in a window."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ita_desktop.actions import drafting, own_phrases
from ita_desktop.actions.findings import change_finding
from ita_desktop.actions.year import start_new_year
from ita_desktop.ui.phrases.window import PhrasesWindow


@pytest.fixture
def phrases(filled):
    """One advice and one measure are kept from the sample's year."""
    session, year = filled.session, filled.session.year
    finding = next(one for one in year.findings if one.indicator == 8)
    told = replace(finding, advice="ให้ทุกกองแจ้งผลกลับภายในเจ็ดวันทำการ")
    session.run(change_finding, year.number, told, "ข้อเสนอแนะ")
    session.run(own_phrases.keep_advice, year.number, told)
    session.run(own_phrases.keep_measure, year.number, year.measures[0])
    filled.doors.phrases()
    window = filled.findChild(PhrasesWindow)
    yield window
    window.close()


def titles(window):
    return [kept.title for kept in window.model.records()]


def test_what_was_kept_is_listed_by_what_it_is_about(phrases, filled):
    assert titles(phrases) == ["ให้ทุกกองแจ้งผลกลับภายในเจ็ดวันทำการ", filled.session.year.measures[0].title]
    first = phrases.model.index(0, 0).data()
    assert first.startswith(("ข้อ e", "ตัวชี้วัดที่ 8"))
    phrases.table.choose(phrases.model.index(1, 0))
    assert filled.session.year.measures[0].steps[0] in phrases.whole.said()


def test_it_travels_to_another_office_and_stands_there_once(phrases, heard, filled, tmp_path):
    heard.answers.append(tmp_path / "ถ้อยคำ.json")
    phrases.export_button.click()
    assert json.loads((tmp_path / "ถ้อยคำ.json").read_text(encoding="utf-8"))["format"] == "ita-phrases/1"
    phrases.table.choose(phrases.model.index(0, 0))
    phrases.delete_button.click()
    assert len(titles(phrases)) == 1
    heard.answers.append(tmp_path / "ถ้อยคำ.json")
    phrases.import_button.click()
    assert len(titles(phrases)) == 2
    filled.undo()
    assert len(titles(phrases)) == 1
    filled.undo()
    assert len(titles(phrases)) == 2


def test_a_file_of_something_else_is_refused_and_nothing_changes(phrases, heard, tmp_path):
    (tmp_path / "อื่น.json").write_text('{"format": "อื่น"}', encoding="utf-8")
    heard.answers.append(tmp_path / "อื่น.json")
    phrases.import_button.click()
    assert "ไม่ใช่ชุดถ้อยคำ" in str(heard.errors.pop())
    assert len(titles(phrases)) == 2


def test_next_year_drafts_with_the_offices_own_words_first(phrases, filled):
    session = filled.session
    session.run(start_new_year, 2568)
    next_year = session.document.year(2569)
    words = drafting.with_own(session.document, session.phrases())
    key = next(iter(own_phrases.own_phrases(session.document).advice))
    kind, _, name = key.partition(".")
    entry = words.item(name) if kind == "items" else words.indicator(int(name))
    assert entry.own_said["advice"]
    assert next_year.number == 2569


def test_without_any_it_says_how_to_keep_them(filled):
    filled.doors.phrases()
    window = filled.findChild(PhrasesWindow)
    assert not window.export_button.isEnabled()
    assert "คลังของหน่วยงาน" in window._pages.currentWidget()._sentence.said()
    window.close()
