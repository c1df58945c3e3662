"""A year of following up through the window, by the keyboard alone: card, result, evidence, OIT; all of it is kept."""

import datetime

from hands import ALT, CTRL, press, tab_to, write
from officer import put_on_clipboard
from PySide6.QtCore import Qt

from ita_desktop.domain.records import Evidence, FollowUpState


def test_a_year_of_following_up_by_the_keyboard_alone(filled, qtbot, make_window, heard):
    session = filled.session
    session.today = lambda: datetime.date(2026, 9, 2)
    before = session.document.workbook()
    path = session.document.path

    # The board: a card goes from ongoing to done, and its result is written.
    press(Qt.Key.Key_4, CTRL)
    press(Qt.Key.Key_2, ALT)
    tab = filled.pages[3]
    board = tab.views.board
    assert board.isVisible()
    assert tab.views.round.name == "รอบ 12 เดือน"
    qtbot.waitUntil(board.cards_in(FollowUpState.DONE).hasFocus)
    press(Qt.Key.Key_Left)
    while board.current() != "m3":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, CTRL)
    assert board.cards_in(FollowUpState.DONE).current() == "m3"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(tab.report.form.field("result").hasFocus)
    write("ประชุมครบสี่ครั้ง")

    # Its evidence is pasted as a row of a table.
    tab_to(tab.report.evidence.table)
    put_on_clipboard("รายงานการประชุม\twww.tuayang.example/2569/meeting.pdf")
    press(Qt.Key.Key_V, CTRL)
    report = next(one for one in session.year.followups if one.id == "m3/r2")
    link = "https://www.tuayang.example/2569/meeting.pdf"
    assert (report.state, report.progress, report.result) == (FollowUpState.DONE, 100, "ประชุมครบสี่ครั้ง")
    assert report.evidence == (Evidence(title="รายงานการประชุม", link=link),)

    # The list by owner shows it under its division.
    press(Qt.Key.Key_3, ALT)
    assert tab.views.owners.isVisible()
    assert "ตั้งคณะ" in session.year.followups[4].result  # the earlier round is as it was

    # An OIT item gets its owner and day.
    press(Qt.Key.Key_4, ALT)
    qtbot.waitUntil(tab.oit.table.hasFocus)
    while tab.oit.table.current_record().id != "o11":
        press(Qt.Key.Key_Down)
    put_on_clipboard("กองยุทธศาสตร์และงบประมาณ\t30/9/69")
    press(Qt.Key.Key_V, CTRL)
    entry = next(one for one in session.year.checklist if one.item == "o11")
    assert (entry.owner, entry.due) == ("กองยุทธศาสตร์และงบประมาณ", datetime.date(2026, 9, 30))

    # Everything can be taken back, and forward again; and it is there tomorrow.
    document = session.document
    steps = 0
    while document.undo_label is not None:
        press(Qt.Key.Key_Z, CTRL)
        steps += 1
    assert document.workbook() == before
    for _ in range(steps):
        press(Qt.Key.Key_Y, CTRL)
    after = document.workbook()
    filled.close()
    again = make_window()
    again.files.open(path)
    assert again.session.document.workbook() == after
