"""Signed copies in the window: attached, proved, and the texts locked until a new version is meant."""

from dataclasses import replace

import certificates
import pytest
from officer import type_in

from ita_desktop.actions import signed
from ita_desktop.actions.memo import change_memo
from ita_desktop.domain.problems import Place, Problem, Severity


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "สแกน.pdf"
    path.write_bytes(b"%PDF signed")
    return path


@pytest.fixture
def attached(papers, heard, scan, renewed):
    papers.side.setCurrentIndex(2)
    heard.answers.append(scan)
    with renewed():
        papers.side.signed.attach.click()
    return papers


def entry(papers):
    return papers.side.signed.list._model.entry(0)


def test_a_signed_copy_is_listed_with_what_proves_it(attached):
    assert entry(attached).title == "ฉบับที่ 1 เก็บเมื่อ 20 พ.ย. 2568"
    assert entry(attached).note == "ไฟล์ตรงกับวันที่เก็บทุกไบต์"
    assert "SHA-256" in attached.side.signed.digest.said()
    assert attached.list._model.entry(0).note == "ลงนามแล้ว ฉบับที่ 1"


def test_the_texts_of_a_signed_paper_are_locked_until_a_new_version_is_meant(attached, renewed):
    attached.side.setCurrentIndex(0)
    subject = attached.side.editor.head.field("subject")
    assert attached.side.signed_note.isVisible()
    assert not subject.isEnabled()
    attached.side.signed_note.verb.click()
    assert subject.isEnabled()
    subject.setFocus()
    with renewed():
        type_in(subject, "แก้ไข")
        subject.flush()
    attached.side.setCurrentIndex(2)
    assert "แก้ไขหลังลงนาม" in entry(attached).note
    attached.undo()


def test_a_new_version_locks_again_and_keeps_the_old_one(attached, heard, scan, renewed):
    attached.side.signed_note.verb.click()
    scan.write_bytes(b"%PDF signed again")
    heard.answers.append(scan)
    with renewed():
        attached.side.signed.attach.click()
    assert not attached.side.editor.isEnabled()
    copies = signed.signed_copies(attached.session.document, 2568, "memo")
    assert [copy.version for copy in copies] == [1, 2]
    assert len(list(signed.folder_of(attached.session.document).iterdir())) == 2


def test_a_copy_that_somebody_changed_is_said_to_be(attached, renewed):
    document = attached.session.document
    (copy,) = signed.signed_copies(document, 2568, "memo")
    file = signed.folder_of(document) / copy.kept.file
    file.chmod(0o644)
    file.write_bytes(b"%PDF forged")
    with renewed():
        attached.refresh()
    assert "ถูกแก้ไข" in entry(attached).note
    file.unlink()
    with renewed():
        attached.refresh()
    assert "ไม่พบไฟล์" in entry(attached).note


def test_other_papers_are_not_locked(attached, renewed):
    with renewed():
        attached.show_paper("order")
    assert attached.side.editor.isEnabled()
    assert not attached.side.signed_note.isVisible()


def test_a_scan_that_is_gone_is_told(papers, heard, tmp_path):
    heard.answers.append(tmp_path / "ไม่มี.pdf")
    papers.side.signed.attach.click()
    assert heard.errors.pop().do


@pytest.fixture
def certificate(tmp_path):
    path = tmp_path / "สมมติ.p12"
    path.write_bytes(certificates.certificate("นายสมมติ ใจดี"))
    return path


@pytest.fixture
def sign(papers, heard, certificate, qtbot):
    """An officer signs with a certificate, as the one who is next."""

    def once(password=certificates.PASSWORD):
        papers.side.setCurrentIndex(2)
        papers.side.signed.sign.click()
        dialog = papers.signing.dialog
        if dialog.certificate.value() is None:
            heard.answers.append(certificate)
            dialog.certificate.button.click()
        dialog.password.setText(password)
        dialog.verb.click()
        assert not dialog.verb.isEnabled()
        return dialog

    return once


def test_each_signs_with_a_certificate_of_their_own_and_every_signing_is_a_version(papers, sign, qtbot):
    for turn in (1, 2):
        sign()
        qtbot.waitUntil(lambda turn=turn: papers.side.signed.list._model.rowCount() == turn, timeout=30_000)
        assert papers.signing.dialog is None
    qtbot.waitUntil(lambda: papers.side.signed.digest.said().count("เนื้อหาไม่ถูกแก้หลังลงนาม") == 2, timeout=30_000)
    assert "นายสมมติ ใจดี เมื่อ" in papers.side.signed.digest.said()
    assert entry(papers).title.endswith("ลงนามด้วยใบรับรอง 2 คน")
    assert not papers.side.editor.isEnabled()
    copies = signed.signed_copies(papers.session.document, 2568, "memo")
    assert [copy.signed_by for copy in copies] == [(0,), (0, 1)]


def test_a_wrong_password_is_said_in_the_dialog_and_can_be_mended(papers, sign, qtbot):
    dialog = sign("ไม่ใช่")
    qtbot.waitUntil(dialog.verb.isEnabled, timeout=30_000)
    assert "รหัสผ่านไม่ถูกต้อง" in dialog._trouble.said()
    dialog.password.setText(certificates.PASSWORD)
    dialog.verb.click()
    qtbot.waitUntil(lambda: papers.side.signed.list._model.rowCount() == 1, timeout=30_000)


def test_without_the_extra_the_officer_hears_what_to_do_instead(papers, heard, monkeypatch):
    monkeypatch.setattr("ita_desktop.render.signing.find_spec", lambda _name: None)
    papers.side.setCurrentIndex(2)
    papers.side.signed.sign.click()
    assert "สแกน" in heard.errors.pop().do
    assert papers.signing.dialog is None


def test_a_paper_that_nobody_signs_says_so(papers, heard, renewed):
    with renewed():
        papers.show_paper("calendar")
    papers.side.setCurrentIndex(2)
    papers.side.signed.sign.click()
    assert "ไม่มีช่องลงนาม" in str(heard.told.pop())


def test_errors_in_the_paper_are_said_before_it_is_signed(papers, outside, sign):
    outside.problems.append(Problem("a", Severity.ERROR, Place("memo", None, "subject"), "เรื่องไม่ตรง"))
    papers.side.setCurrentIndex(2)
    papers.side.signed.sign.click()
    assert papers.signing.dialog._warning.isVisible()
    papers.signing.dialog.reject()


def test_letters_that_cannot_be_printed_are_told_before_signing(papers, renewed):
    memo = papers.session.year.memo
    with renewed():
        papers.session.run(change_memo, 2568, replace(memo, subject=f"{memo.subject} 😀"), "เรื่อง")
    papers.side.setCurrentIndex(2)
    papers.side.signed.sign.click()
    assert "ตัวอักษรที่พิมพ์ไม่ได้" in papers.signing.dialog._warning.said()
    assert papers.signing.dialog._warning.isVisible()
    papers.signing.dialog.reject()
