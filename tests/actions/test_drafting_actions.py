"""Drafting in a workbook: one change, one step back; and the office's own phrases in it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.actions import drafting, own_phrases, workbook
from ita_desktop.actions.findings import change_finding
from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.errors import AnswerIsNo, FileTrouble, WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import FindingKind, FollowUp, FollowUpState, Office
from ita_desktop.drafting.phrases import Phrases

RESOURCES = Path(__file__).parents[2] / "resources"
FRAMEWORKS = Frameworks(RESOURCES / "frameworks")
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", divisions=("สำนักปลัดเทศบาล", "กองคลัง"))
SCORES = ["99.42", "99.46", "99.58", "97.61", "99.42", "99.52", "99.46", "99.58", "86.50", "80.00"]


@pytest.fixture(scope="module")
def phrases():
    return Phrases.load(RESOURCES / "phrases")


@pytest.fixture
def document(tmp_path):
    with workbook.create(tmp_path / "เทศบาล.ita", OFFICE, (2567, 2568), frameworks=FRAMEWORKS) as made:
        with made.change("คะแนน") as change:
            for number, score in enumerate(SCORES, 1):
                change.set_indicator_score(2568, number, Decimal(score))
            for code in ("o6", "o15", "o27"):
                change.set_item_score(2568, code, Decimal(0))
        yield made


def test_a_year_is_drafted_in_one_step_and_taken_back_in_one(document, phrases):
    before = document.workbook()
    done = drafting.draft_year(document, 2568, phrases)
    drafted = document.year(2568)
    assert done.findings.added == len(drafted.findings) > 10
    assert done.measures.added == len(drafted.measures) >= 10
    assert done.rounds == 2
    assert drafted.memo
    assert done.report == len(drafted.report.sections)
    assert document.undo_label == "ร่างให้"
    document.undo()
    assert document.workbook() == before
    document.redo()
    assert document.year(2568) == drafted


def test_the_draft_is_the_same_after_closing_and_opening(document, phrases):
    from ita_desktop.storage.document import Document

    drafting.draft_year(document, 2568, phrases)
    drafted, path = document.year(2568), document.path
    document.close()
    with Document.open(path, frameworks=FRAMEWORKS, read_only=True) as again:
        assert again.year(2568) == drafted
        assert untouched(again.year(2568).findings[0], "text")
    document.__class__.open(path, frameworks=FRAMEWORKS).close()


def test_drafting_again_is_no_change_at_all(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    heard = []
    document.listen(heard.append)
    done = drafting.draft_year(document, 2568, phrases)
    assert not done
    assert done.in_words() == "ไม่มีสิ่งใดต้องร่างเพิ่ม"
    assert heard == []


def test_a_mended_score_renews_what_nobody_touched(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    found = document.year(2568).findings[0]
    change_finding(document, 2568, replace(found, text="ข้อความของเรา"), "ข้อความ")
    with document.change("แก้คะแนน") as change:
        change.set_indicator_score(2568, 1, Decimal("98.00"))
        change.set_indicator_score(2568, 10, Decimal("91.00"))
        change.set_item_score(2568, "o27", Decimal(100))
    assert {one.kind for one in drafting.stale_drafts(document, 2568, phrases)} >= {"finding", "report", "memo"}
    done = drafting.draft_year(document, 2568, phrases)
    assert done.findings.renewed
    assert done.measures.removed == 1
    now = document.year(2568)
    assert now.findings[0].text == "ข้อความของเรา"
    assert not [m for m in now.measures if m.items == ("o27",)]
    assert next(f.kind for f in now.findings if f.indicator == 10) is FindingKind.STRENGTH
    assert drafting.stale_drafts(document, 2568, phrases) == ()
    assert "ปรับปรุงข้อค้นพบ" in done.in_words()
    assert "นำออกมาตรการ 1 ข้อ" in done.in_words()


def test_reports_on_measures_are_never_lost_by_drafting(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    (measure,) = [m for m in document.year(2568).measures if m.items == ("o27",)]
    with document.change("รายงาน") as change:
        change.save(2568, FollowUp(measure=measure.id, round="r1", state=FollowUpState.DONE))
        change.set_item_score(2568, "o27", Decimal(100))
    drafting.draft_year(document, 2568, phrases)
    assert document.year(2568).measure(measure.id)
    assert document.year(2568).followups


def test_a_tab_or_an_indicator_can_be_drafted_alone(document, phrases):
    drafting.draft_year(document, 2568, phrases, kinds={"findings"}, indicator=9)
    assert {f.indicator for f in document.year(2568).findings} == {9}
    assert document.year(2568).measures == ()
    drafting.draft_year(document, 2568, phrases, kinds={"measures"})
    now = document.year(2568)
    assert {m.indicator for m in now.measures} == set(range(1, 11))
    assert {id for m in now.measures for id in m.findings} <= {f.id for f in now.findings}
    assert now.memo is None
    drafting.draft_year(document, 2568, phrases)
    assert document.year(2568).memo


def test_a_year_without_scores_cannot_be_drafted(document, phrases):
    with pytest.raises(AnswerIsNo, match="ยังไม่มีคะแนน"):
        drafting.draft_year(document, 2567, phrases)


def test_a_wording_is_chosen_and_a_draft_accepted(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    found = document.year(2568).findings[0]
    offered = drafting.wordings_of(document, 2568, phrases, found, "text")
    other = next(one for one in offered if one.value != found.text)
    drafting.take_wording(document, 2568, found, other)
    assert document.year(2568).findings[0].text == other.value
    drafting.accept_drafts(document, 2568, *document.year(2568).findings)
    assert all(f.drafts == () for f in document.year(2568).findings)
    document.undo()
    assert untouched(document.year(2568).findings[0], "text")


def test_only_the_sections_that_are_printed_are_drafted(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    assert [section.key for section in document.year(2568).report.sections] == [
        "cover",
        "scores",
        "by_item",
        "measures",
    ]


# --------------------------------------------------------------------------------------------- own phrases


def test_what_the_office_keeps_is_proposed_the_next_time(document, phrases):
    drafting.draft_year(document, 2568, phrases)
    measure = next(m for m in document.year(2568).measures if m.items == ("o6",))
    own = replace(measure, title="โครงการตารางความก้าวหน้าของเรา", steps=("รวบรวม", "ตรวจ", "เผยแพร่"))
    assert own_phrases.keep_measure(document, 2568, own) == "items.action-plan"
    with document.change("คะแนน") as change:
        change.set_indicator_score(2567, 9, Decimal(80))
        change.set_item_score(2567, "o8", Decimal(0))
    drafting.draft_year(document, 2567, phrases)
    (proposed,) = [m for m in document.year(2567).measures if m.items == ("o8",)]
    assert proposed.title == "โครงการตารางความก้าวหน้าของเรา"
    assert document.undo_label == "ร่างให้"


def test_kept_phrases_are_forgotten_and_undone_like_anything_else(document):
    from ita_desktop.domain.records import Finding

    own_phrases.keep_advice(document, 2568, Finding(id="f1", indicator=8, advice="ควรรับฟังประชาชน"))
    assert own_phrases.own_phrases(document).advice == {"indicators.8": ("รับฟังประชาชน",)}
    own_phrases.forget(document, "indicators.8", "รับฟังประชาชน")
    assert own_phrases.own_phrases(document).advice == {}
    document.undo()
    assert own_phrases.own_phrases(document).advice


def test_phrases_go_to_the_office_next_door(document, tmp_path):
    from ita_desktop.domain.records import Finding

    own_phrases.keep_advice(document, 2568, Finding(id="f1", indicator=8, advice="ควรรับฟังประชาชน"))
    file = tmp_path / "ถ้อยคำ.json"
    own_phrases.export_phrases(document, file)
    other = Office(name="เทศบาลตำบลสมมติ")
    with workbook.create(tmp_path / "อีกแห่ง.ita", other, (2568,), frameworks=FRAMEWORKS) as next_door:
        own_phrases.import_phrases(next_door, file)
        own_phrases.import_phrases(next_door, file)
        assert own_phrases.own_phrases(next_door) == own_phrases.own_phrases(document)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "ita-workbook/1"}'])
def test_a_file_that_is_no_list_of_phrases_changes_nothing(document, tmp_path, content):
    file = tmp_path / "ผิด.json"
    file.write_bytes(content)
    with pytest.raises((FileTrouble, WrongUsage)):
        own_phrases.import_phrases(document, file)
    assert document.shelf("phrases") == {}


def test_a_missing_file_of_phrases_is_told(document, tmp_path):
    with pytest.raises(FileTrouble, match="ไม่พบไฟล์"):
        own_phrases.import_phrases(document, tmp_path / "ไม่มี.json")


def test_phrases_of_a_later_version_do_not_stop_drafting(document, phrases, caplog):
    with document.change("รุ่นใหม่กว่า") as change:
        change.put_on_shelf("phrases", "own", {"format": "ita-phrases/9"})
    assert drafting.draft_year(document, 2568, phrases)


def test_drafting_from_the_command_line(document, capsys):
    from ita_desktop.cli import run

    path = document.path
    document.close()
    assert run(["draft", str(path), "--year", "2568", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"]["added"] > 10
    assert told["memo"] is True
    assert run(["draft", str(path), "--year", "2568"]) == 0
    assert capsys.readouterr().out == "ปี 2568: ไม่มีสิ่งใดต้องร่างเพิ่ม\n"
