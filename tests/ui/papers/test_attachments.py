"""The officer puts photographs and signed papers at the end of the report, where its pages are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ita_desktop.actions import appendix
from ita_desktop.ui.papers.attachments import ATTACHMENTS


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    path = tmp_path / "การประชุมคณะทำงาน.jpg"
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    return path


def test_a_photograph_is_added_named_and_taken_out(papers, session, heard, renewed, photograph):
    with renewed():
        papers.show_paper("report")
    editor = papers.side.editor
    editor.sections.go_to("appendix")
    heard.answers.append([photograph])
    with renewed():
        editor.attachments.add.click()
    assert ATTACHMENTS.suffix.endswith(".pdf")
    (kept,) = appendix.attachments(session.document, 2568)
    assert kept.caption == "การประชุมคณะทำงาน"
    lines = editor.attachments.lines
    assert lines.isVisible()
    lines.table.model().setData(lines.table.model().index(0, 0), "ประชุมครั้งที่ 4/2568")
    assert [one.caption for one in appendix.attachments(session.document, 2568)] == ["ประชุมครั้งที่ 4/2568"]
    lines.table.go_to(0, 0)
    lines.remove()
    assert appendix.attachments(session.document, 2568) == ()
