"""The papers on their pages: each paper with each of its panels, what is asked before it goes out, how it is signed."""

from __future__ import annotations

from dataclasses import replace

import certificates
import pytest
from laid_out import LONG
from PySide6.QtWidgets import QDialog

from ita_desktop.actions.memo import change_memo
from ita_desktop.papers.registry import PAPERS
from ita_desktop.ui.papers.window import PapersWindow

SLOWLY = 60_000


@pytest.fixture
def papers(small, long_words, qtbot) -> PapersWindow:
    """Opened at the memo, as large as the main window, with long words in it."""
    session = long_words.session
    memo = session.year.memo
    parts = (replace(memo.parts[0], heading=LONG, text=f"{LONG} " * 8), *memo.parts[1:])
    signatures = (replace(memo.signatures[0], name=LONG[:60], position=LONG), *memo.signatures[1:])
    session.run(change_memo, 2568, replace(memo, subject=LONG, parts=parts, signatures=signatures), "ทุกอย่าง")
    window = long_words.doors.paper_door.open()
    window.resize(small.size())
    settle(window, qtbot)
    return window


def settle(window: PapersWindow, qtbot) -> None:
    """Until the pages show what is meant, and are drawn."""
    qtbot.waitUntil(lambda: window.preview.view.proof is not None, timeout=SLOWLY)
    qtbot.wait(300)


@pytest.mark.parametrize(
    "name", ["memo", *(pytest.param(name, marks=pytest.mark.soak) for name in PAPERS if name != "memo")]
)
def test_a_paper_with_each_of_its_panels(papers, gallery, qtbot, name):
    if name != "memo":
        with qtbot.waitSignal(papers.renewed, timeout=SLOWLY):
            papers.show_paper(name)
        settle(papers, qtbot)
    for panel in range(papers.side.count()):
        papers.side.setCurrentIndex(panel)
        gallery.look(f"papers-{name}-{panel}", papers)


def test_searching_and_what_is_wrong(papers, gallery, qtbot):
    papers.preview.finder.open_bar()
    papers.foot.count.button.setChecked(True)
    gallery.look("papers-searching", papers)


def test_what_is_asked_before_a_paper_goes_out(papers, gallery):
    papers.export()
    dialog = next(each for each in papers.findChildren(QDialog) if each.isVisible())
    gallery.look("papers-export", dialog)
    dialog.reject()


def test_signing_with_a_certificate(papers, gallery, heard, tmp_path, qtbot):
    papers.side.setCurrentIndex(2)
    papers.side.signed.sign.click()
    dialog = papers.signing.dialog
    gallery.look("papers-signing", dialog)
    path = tmp_path / "สมมติ.p12"
    path.write_bytes(certificates.certificate("นายสมมติ ใจดี"))
    heard.answers.append(path)
    dialog.certificate.button.click()
    dialog.password.setText("ไม่ใช่")
    dialog.verb.click()
    gallery.look("papers-signing-busy", dialog)
    qtbot.waitUntil(dialog.verb.isEnabled, timeout=SLOWLY)
    gallery.look("papers-signing-refused", dialog)
    dialog.reject()
