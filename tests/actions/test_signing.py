"""A paper signed with certificates: visible, intact for every reader, kept, and never asked of a network."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import certificates
import pypdf
import pytest
import sample_year

from ita_desktop.actions import signed, signing
from ita_desktop.actions.workbook import create
from ita_desktop.delivery.keeping import Standing
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.render.signing import can_sign, open_certificate, signatures_in

FONTS = Path(__file__).parents[2] / "fonts"
NOW = datetime.now().astimezone()
WHO = "นายสมมติ ใจดี"
YEAR = sample_year.rich_year()
OPTIONS = PaperOptions(today=sample_year.TODAY)
WORDS = signed.digest_of_words(YEAR, "memo", OPTIONS)


def opened(who=WHO):
    return open_certificate(certificates.certificate(who), certificates.PASSWORD, NOW)


def signed_by(*places, base=None, year=YEAR):
    base = base or signing.Base()
    for place in places:
        content = signing.signed_pdf(year, "memo", OPTIONS, base, place, opened(), NOW, fonts=FONTS)
        base = signing.Base(content, (*base.signed_by, place))
    return base.content


@pytest.fixture(scope="module")
def once():
    return signed_by(0)


@pytest.fixture(scope="module")
def by_all():
    return signed_by(0, 2, 1)


def test_everyone_who_signs_is_named_in_the_order_of_the_paper():
    names = [block.name for block in signing.signatories(YEAR, "memo", OPTIONS)]
    assert names == [signature.name for signature in YEAR.memo.signatures]
    assert len(signing.signatories(YEAR, "order", OPTIONS)) == 1
    assert signing.signatories(YEAR, "calendar", OPTIONS) == ()


def test_a_signature_names_its_holder_and_is_intact(once):
    (found,) = signatures_in(once)
    assert (found.field, found.holder, found.intact) == ("signatory-1", WHO, True)
    assert NOW.replace(microsecond=0) <= found.signed <= datetime.now().astimezone()


def test_each_signs_in_a_field_of_their_own_and_the_earlier_ones_stay_valid(by_all):
    found = signatures_in(by_all)
    assert {each.field for each in found} == {"signatory-1", "signatory-2", "signatory-3"}
    assert all(each.intact for each in found)


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig is not installed")
def test_poppler_calls_every_signature_valid(by_all, tmp_path):
    (tmp_path / "memo.pdf").write_bytes(by_all)
    said = subprocess.run(["pdfsig", "-nocert", "memo.pdf"], cwd=tmp_path, capture_output=True, text=True).stdout
    assert said.count("Signature is Valid") == 3
    assert said.count("ETSI.CAdES.detached") == 3
    assert said.count("Total document signed") == 1
    assert f"CN={WHO}" in said


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_the_signed_file_is_in_order_and_has_our_fonts_alone(by_all, tmp_path):
    (tmp_path / "memo.pdf").write_bytes(by_all)
    assert subprocess.run(["qpdf", "--check", "memo.pdf"], cwd=tmp_path, capture_output=True).returncode == 0
    fonts = set(re.findall(rb"/BaseFont\s*/([A-Z]{6}\+)?([\w-]+)", by_all))
    assert {name for _, name in fonts} <= {b"THSarabunNew", b"THSarabunNew-Bold"}


def test_the_signature_is_seen_in_thai_in_the_room_above_the_name(once):
    reader = pypdf.PdfReader(io.BytesIO(once))
    first = next(each.get_object() for each in reader.pages[0]["/Annots"] if "/V" in each.get_object())
    left, bottom, right, top = first["/Rect"]
    assert 110 * 72 / 25.4 < (left + right) / 2 < 160 * 72 / 25.4
    assert 40 < top - bottom < 63
    assert "นายสมมติ ใจดี" in first["/TU"]
    seen = first["/AP"]["/N"].get_object()
    assert seen["/Resources"]["/XObject"]


def test_a_changed_letter_is_noticed(once):
    at = once.index(b"/Title")
    broken = once[: at + 12] + bytes([once[at + 12] ^ 1]) + once[at + 13 :]
    assert [each.intact for each in signatures_in(broken)] == [False]


def test_who_signed_already_is_refused(once):
    with pytest.raises(WrongUsage, match="ลงนามแล้ว"):
        signing.signed_pdf(YEAR, "memo", OPTIONS, signing.Base(once, (0,)), 0, opened(), NOW, fonts=FONTS)


@pytest.mark.parametrize(
    ("content", "password", "said"),
    [
        (certificates.certificate(WHO), "ผิด", "รหัสผ่านไม่ถูกต้อง"),
        (b"not a certificate", certificates.PASSWORD, "รหัสผ่านไม่ถูกต้อง"),
        (certificates.certificate(WHO, -30, -2), certificates.PASSWORD, "หมดอายุ"),
        (certificates.certificate(WHO, 2, 30), certificates.PASSWORD, "ยังไม่เริ่มใช้"),
    ],
)
def test_a_certificate_that_cannot_sign_is_refused_in_plain_words(content, password, said):
    with pytest.raises(WrongUsage, match=said) as refusal:
        open_certificate(content, password, NOW)
    assert refusal.value.safe
    assert refusal.value.do


def test_without_the_extra_the_officer_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr("ita_desktop.render.signing.find_spec", lambda _name: None)
    assert not can_sign()
    with pytest.raises(WrongUsage, match="ไม่มีส่วนที่ใช้ลงนาม") as refusal:
        opened()
    assert "ลายมือ" in refusal.value.do


def test_every_signing_is_a_version_that_is_kept_and_the_next_one_goes_onto_it(tmp_path, once, by_all):
    with create(tmp_path / "งาน.ita", sample_year.OFFICE, frameworks=sample_year._frameworks()) as document:
        assert signing.base_of(document, 2568, "memo", WORDS) == signing.Base()
        first = signed.keep_signed_file(document, 2568, "memo", once, WORDS, NOW.date(), (0,))
        assert signing.base_of(document, 2568, "memo", WORDS) == signing.Base(once, (0,))
        second = signed.keep_signed_file(document, 2568, "memo", by_all, WORDS, NOW.date(), (0, 2, 1))
        assert [copy.version for copy in signed.signed_copies(document, 2568, "memo")] == [1, 2]
        assert signed.signed_copies(document, 2568, "memo") == (first, second)
        assert {signed.standing(document, copy) for copy in (first, second)} == {Standing.INTACT}
        changed = replace(YEAR, memo=replace(YEAR.memo, subject="เรื่องอื่น"))
        afresh = signed.digest_of_words(changed, "memo", OPTIONS)
        assert signing.base_of(document, 2568, "memo", afresh) == signing.Base()


@pytest.mark.skipif(not shutil.which("unshare"), reason="unshare is not installed")
def test_signing_works_where_there_is_no_network_at_all(tmp_path):
    script = tmp_path / "sign.py"
    script.write_text(
        f"import sys; sys.path[:0] = {[str(path) for path in (Path(__file__).parent, Path(__file__).parents[1])]!r}\n"
        "import test_signing as t\n"
        "assert all(each.intact for each in t.signatures_in(t.signed_by(0, 1)))\n"
        "print('signed')\n"
    )
    alone = subprocess.run(["unshare", "--net", "--map-root-user", "true"], capture_output=True)
    if alone.returncode:
        pytest.skip("this machine does not let a process be without a network")
    done = subprocess.run(
        ["unshare", "--net", "--map-root-user", sys.executable, script], capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.returncode) == ("signed", 0), done.stderr
