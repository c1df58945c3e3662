"""Mending what the review found, and declaring that it is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import workbooks

from ita_desktop.actions.review import apply_fix, silence, speak_again
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.problems import Problem
from ita_desktop.review import review
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    workbook = workbooks.sample()
    frameworks = Frameworks(workbooks.RESOURCES / "frameworks")
    with Document.create(
        tmp_path / "งาน.ita", workbook.office, frameworks=frameworks, fill=lambda change: add_years(change, workbook)
    ) as document:
        yield document


def with_wrong_score(document: Document) -> Problem:
    finding = document.year(2568).findings[3]
    with document.change("พิมพ์ผิด") as change:
        change.save(2568, replace(finding, text=finding.text.replace("83.17", "93.84")))
    (problem,) = [problem for problem in review(document.year(2568)) if problem.rule == "score-in-text"]
    return problem


def test_a_fix_is_one_step_that_can_be_undone(document):
    right = document.year(2568).findings[3].text
    problem = with_wrong_score(document)
    wrong = document.year(2568).findings[3].text
    apply_fix(document, 2568, problem)
    assert document.year(2568).findings[3].text == right
    assert problem not in review(document.year(2568))
    document.undo()
    assert document.year(2568).findings[3].text == wrong


def test_a_fix_is_refused_once_the_text_has_changed(document):
    problem = with_wrong_score(document)
    finding = document.year(2568).findings[3]
    with document.change("แก้เอง") as change:
        change.save(2568, replace(finding, text="เขียนใหม่ทั้งหมด"))
    with pytest.raises(WrongUsage, match="เปลี่ยนไปแล้ว"):
        apply_fix(document, 2568, problem)
    with document.change("ลบ") as change:
        change.delete(2568, finding)
    with pytest.raises(WrongUsage, match="เปลี่ยนไปแล้ว"):
        apply_fix(document, 2568, problem)


def test_every_fix_that_is_offered_can_be_applied(document):
    finding, measure = document.year(2568).findings[3], document.year(2568).measures[0]
    memo = document.year(2568).memo
    with document.change("พิมพ์ผิดหลายแห่ง") as change:
        change.save(
            2568,
            replace(finding, text="ตัวชี้วัดที่ 7 การปรับปรุงการทำงาน (IIT) ได้ ๙๓.๑๗ คะแนน เพิ่มขึ้นจากปีก่อน 1.41 คะแนน ข้อ E7"),
            replace(measure, steps=("ชี้แจงบุคคลากรผ่านเว็ปไซต์ต่างๆ", "ประชุมวันจันทร์ที่ 5 กันยายน 2568")),
            replace(memo, subject=memo.subject.replace("2568", "2566"), to="นายกเทศมนตรีเมืองทดลอง"),
        )
    for _ in range(40):
        fixable = [problem for problem in review(document.year(2568)) if problem.fix is not None]
        if not fixable:
            break
        apply_fix(document, 2568, fixable[0])
    assert not [problem for problem in review(document.year(2568)) if problem.severity == "error"]
    assert document.year(2568).memo.to == "นายกเทศมนตรีตำบลตัวอย่าง"
    assert document.year(2568).measures[0].steps[0] == "ชี้แจงบุคลากรผ่านเว็บไซต์ต่าง ๆ"


def test_what_is_declared_no_error_stays_silent_with_its_reason(document):
    problem = with_wrong_score(document)
    silence(document, 2568, problem, " ตรวจกับหนังสือแจ้งผลแล้ว ", date(2025, 9, 20))
    assert problem not in review(document.year(2568))
    (kept,) = document.year(2568).silenced
    assert (kept.reason, kept.when) == ("ตรวจกับหนังสือแจ้งผลแล้ว", date(2025, 9, 20))
    speak_again(document, 2568, kept)
    assert problem in review(document.year(2568))


def test_only_this_one_is_silenced(document):
    problem = with_wrong_score(document)
    silence(document, 2568, problem, "ตรวจแล้ว", date(2025, 9, 20))
    finding = document.year(2568).findings[3]
    with document.change("ผิดอีกแบบ") as change:
        change.save(2568, replace(finding, text=finding.text.replace("93.84", "73.84")))
    assert [problem.quote for problem in review(document.year(2568)) if problem.rule == "score-in-text"] == ["73.84"]


def test_nothing_is_silenced_without_a_reason(document):
    with pytest.raises(WrongUsage, match="เหตุผล"):
        silence(document, 2568, with_wrong_score(document), "  ", date(2025, 9, 20))


def test_what_a_person_has_to_decide_is_not_mended(document):
    measure = document.year(2568).measures[0]
    with document.change("ไม่มีผู้รับผิดชอบ") as change:
        change.save(2568, replace(measure, owners=()))
    (problem,) = [problem for problem in review(document.year(2568)) if problem.rule == "measure-incomplete"]
    with pytest.raises(WrongUsage):
        apply_fix(document, 2568, problem)
