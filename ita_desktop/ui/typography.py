"""How a page of running text is set: headings in our sizes, lines with room for stacked marks, air between thoughts."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.style import BODY_POINTS
from ita_desktop.ui.theme import APART, GAP, NEAR, PANEL, theme

_HEADINGS = {1: (15.0, 0), 2: (12.5, APART), 3: (BODY_POINTS, PANEL)}
"""Points, and pixels of air above."""
_LINE_HEIGHT = 116.0
"""Per cent of the font's own, which makes one and a half times its size."""


def set_page(document: QTextDocument) -> None:
    """A document that was read from Markdown, for whose headings and tables Qt has looks of its own."""
    block = document.begin()
    while block.isValid():
        _set(block)
        _give_our_face(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame)


def _set(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    shape = block.blockFormat()
    level = min(shape.headingLevel(), 3)
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        points, above = _HEADINGS[level]
        shape.setTopMargin(above)
        shape.setBottomMargin(NEAR)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        face = cursor.charFormat()
        face.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        face.setFontPointSize(points * theme().zoom)
        face.setFontWeight(QFont.Weight.DemiBold)
        cursor.setCharFormat(face)
    else:
        after_list = block.previous().textList() is not None and block.textList() is None
        shape.setTopMargin(GAP if after_list else 0)
        shape.setBottomMargin(_air_below(cursor))
    cursor.setBlockFormat(shape)


def _give_our_face(block: QTextBlock) -> None:
    """What is to be typed stands in a face for programs, which has no Thai: its letters fall apart."""
    fixed: list[tuple[int, int]] = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().fontFixedPitch():
            fixed.append((piece.position(), piece.length()))
        pieces += 1
    ours = QTextCharFormat()
    ours.setFontFamilies(QApplication.font().families())
    ours.setFontFixedPitch(False)
    ours.setFontWeight(QFont.Weight.DemiBold)
    cursor = QTextCursor(block)
    for begin, length in fixed:
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(ours)


def _air_below(cursor: QTextCursor) -> int:
    if cursor.currentTable() is not None:
        return 0
    return NEAR if cursor.currentList() is not None else GAP


def _set_table(table: QTextTable) -> None:
    """No lines: its columns stand straight, and its rows have air."""
    looks = table.format()
    looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    looks.setBorder(0)
    looks.setCellPadding(NEAR)
    looks.setTopMargin(GAP)
    looks.setBottomMargin(GAP)
    table.setFormat(looks)
