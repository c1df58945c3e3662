"""The gallery would tell: faults that are planted are found."""

from __future__ import annotations

import pytest
from laid_out import LONG, troubles
from paint import faint_words, out_of_reach
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.labels import label


@pytest.fixture
def room(qtbot, theme) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "plain")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(made)
    made.resize(400, 200)
    QVBoxLayout(made).addWidget(label("ข้อค้นพบ"))
    return made


def test_what_is_right_is_left_alone(room):
    room.show()
    assert [*troubles(room), *faint_words(room)] == []


def test_words_that_are_cut_off(room):
    words = label(LONG)
    room.layout().addWidget(words)
    words.setFixedWidth(120)
    room.show()
    assert any("wants" in trouble for trouble in troubles(room))


def test_a_button_that_lies_over_another(room):
    for at in (20, 60):
        QPushButton("ส่งออก", room).setGeometry(at, 120, 100, 34)
    room.show()
    assert any("lies over" in trouble for trouble in troubles(room))


def test_words_that_can_hardly_be_read(room):
    words = label("คะแนน")
    words.setStyleSheet("color: #9AA5B1")
    room.layout().addWidget(words)
    room.show()
    assert [trouble for trouble in faint_words(room) if "คะแนน" in trouble]


def test_a_form_that_is_wider_than_the_room_it_scrolls_in(room):
    area, inside = QScrollArea(), QWidget()
    inside.setMinimumWidth(900)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    room.layout().addWidget(area)
    room.show()
    assert [*out_of_reach(room)]
