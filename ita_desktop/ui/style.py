"""The stylesheet: how the standard controls look in our colours. Short on purpose; what it leaves out is Fusion's.

Labels have air above and below: Thai stacks marks higher and lower than the font says, and Qt cuts what goes beyond.

Meaning is given to a label by the property `tone` (good, warn, bad, muted, accent) and rank by `rank` (title, figure,
heading, small), never by a colour or size written in a widget.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from ita_desktop.ui.colours import TONES, Colours

_SHEET = Template("""
QMainWindow, QDialog, QWidget[ground="plain"] { background: $ground; }
QWidget[ground="surface"] { background: $surface; }
QFrame[frame="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[frame="line"] { background: $line; border: none; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; min-width: ${message}px; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: ${message}px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px 8px; }

QLabel { background: transparent; padding: 3px 0 1px 0; }
QLabel[rank="figure"] { font-size: ${figure}pt; font-weight: 600; padding: 6px 0; }
QLabel[rank="title"] { font-size: ${title}pt; font-weight: 600; padding: 5px 0; }
QLabel[rank="heading"] { font-weight: 600; padding: 4px 0 2px 0; }
QLabel[rank="small"] { font-size: ${small}pt; padding: 3px 0 2px 0; }
$tones

QPushButton, QToolButton[look="button"] {
    background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 2px 14px;
}
QPushButton { min-height: ${button}px; }
/* Qt leaves two blanks behind the words of a tool button: less at the right makes both sides look alike. */
QToolButton[look="button"] { padding: 4px 5px 4px 11px; }
QPushButton:hover, QToolButton[look="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[look="button"]:pressed { background: $chosen; }
QPushButton:disabled, QToolButton[look="button"]:disabled { color: $faint; border-color: $line; }
/* In the letters of all others: Qt gives a button its room before it knows that it is the default one. */
QPushButton:default, QPushButton[look="main"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[look="main"]:hover { background: $accent_hover; }
QPushButton:default:disabled, QPushButton[look="main"]:disabled {
    background: $line; color: $muted; border-color: $line;
}
QPushButton[look="danger"]:enabled { color: $bad; border-color: $bad; }
QPushButton:focus, QToolButton[look="button"]:focus { border: 2px solid $accent; padding: 1px 13px; }
QToolButton[look="button"]:focus { padding: 3px 4px 3px 10px; }
QPushButton:default:focus, QPushButton[look="main"]:focus {
    border: 3px double $on_accent; padding: 0 12px;
}
QToolButton[look="flat"], QPushButton[look="flat"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}
QToolButton[look="flat"][toolButtonStyle="2"] { padding: 4px 2px 4px 8px; }
QPushButton[look="flat"]:enabled { color: $accent; }
QToolButton[look="flat"]:hover, QPushButton[look="flat"]:hover { background: $hover; }
QToolButton[look="flat"]:checked { background: $chosen; color: $accent; }
QToolButton[look="flat"]:focus, QPushButton[look="flat"]:focus { border: 1px solid $accent; }
QToolButton[look="step"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px 4px;
}
QToolButton[look="step"]:hover { background: $hover; }
QToolButton[look="step"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton[look="flat"]:checked { background: $chosen; }
QPushButton[look="link"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 2px; color: $accent;
    text-align: left;
}
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border: 1px solid $accent; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 1px 8px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
/* A line sets its words in by two pixels of its own: so they stand under those of the other fields. */
QLineEdit { padding: 1px 6px; }
/* The room of its arrow is air enough at the right. */
QComboBox { padding: 1px 0 1px 8px; }
QLineEdit, QComboBox, QSpinBox { min-height: ${line_edit}px; }
QPlainTextEdit { padding: 4px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {
    background: $ground; color: $muted; border-color: $line;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 7px; }
QLineEdit:focus { padding: 0 5px; }
QComboBox:focus { padding: 0 0 0 7px; }
QPlainTextEdit:focus { padding: 3px 3px; }
QPlainTextEdit[look="page"] { background: $surface; color: $ink; border-color: $line; border-radius: 8px; }
QPlainTextEdit[look="page"]:focus { border-color: $accent; }
QLineEdit[bad="true"] { border: 2px solid $bad; padding: 0 5px; }
QPlainTextEdit[bad="true"] { border: 2px solid $bad; padding: 3px 3px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url($icons/chevron-down.svg); width: 18px; height: 18px; }
QCheckBox { spacing: 6px; padding: 2px 5px 2px 1px; border: 1px solid transparent; border-radius: 6px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListView::indicator { width: 20px; height: 20px; image: url($icons/unchecked.svg); }
QCheckBox::indicator:checked, QListView::indicator:checked { image: url($icons/checked-$scheme.svg); }
QCheckBox::indicator:checked:disabled { image: url($icons/checked.svg); }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; outline: none; padding: 4px;
    selection-background-color: $chosen; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $chosen; color: $ink; }
QTableView { gridline-color: $line; }
QTableView QLineEdit { border-radius: 0; min-height: 0; padding: 0 4px; border: 2px solid $accent; }

QTableView, QListView, QTextBrowser {
    background: $surface; border: 1px solid $line; border-radius: 8px; outline: none;
    padding: 2px;  /* what stands inside keeps clear of the round corners */
}
QTableView:focus, QListView:focus, QListView[target="true"] { border-color: $accent; }
QListView[look="cards"] { background: $well; border-color: $well; }
QListView[target="true"] { background: $hover; }
QListWidget::item { padding: 5px 8px; color: $ink; }
QListWidget::item:selected { background: $chosen; color: $ink; }
/* The line is of the whole head: one of each section would have gaps at 125 % and 150 %. */
QHeaderView { background: $surface; border: none; border-bottom: 1px solid $edge; }
QHeaderView[frame="none"] { border: none; }
QHeaderView::section {
    background: transparent; color: $muted; border: none;
    padding: 6px 8px; font-size: ${table}pt; font-weight: 600;
}
QHeaderView::section:hover { color: $accent; }
/* Over the words, as in Windows: beside them it would stand on those at the right. */
QHeaderView::down-arrow, QHeaderView::up-arrow {
    subcontrol-origin: border; subcontrol-position: top center; width: 14px; height: 10px;
}
QHeaderView::up-arrow { image: url($icons/sort-rising.svg); }
QHeaderView::down-arrow { image: url($icons/sort-falling.svg); }
QTableCornerButton::section { background: $surface; border: none; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 7px 6px; margin: 0 6px; border: none;
    border-bottom: 3px solid transparent; min-height: 24px;
}
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 6px; padding: 5px 4px 8px 4px; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $surface; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }

QStatusBar { background: $surface; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 8px; }
QSplitter::handle { background: transparent; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QProgressBar { background: $line; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


def stylesheet(colours: Colours, *, points: float, icons: Path) -> str:
    """The sheet in these colours, for text of this size; lengths that hold text grow with it."""
    tones = "\n".join(
        f'QLabel[tone="{tone}"], QToolButton[tone="{tone}"] {{ color: {colours.tone(tone)}; }}\n' for tone in TONES
    )
    grown = points / BODY_POINTS
    return _SHEET.substitute(
        ground=colours.ground,
        surface=colours.surface,
        ink=colours.ink,
        muted=colours.muted,
        line=colours.line,
        edge=colours.edge,
        accent=colours.accent,
        on_accent=colours.on_accent,
        bad=colours.bad,
        hover=colours.hover,
        chosen=colours.chosen,
        faint=colours.edge,
        well=colours.well,
        scroll=colours.scroll,
        accent_hover=colours.accent_hover,
        figure=round(points * 20 / BODY_POINTS, 1),
        title=round(points * 14 / BODY_POINTS, 1),
        small=round(points * 10 / BODY_POINTS, 1),
        table=round(points * 10 / BODY_POINTS, 1),
        button=round(28 * grown),
        line_edit=round(34 * grown) - 2,
        row=round(30 * grown),
        message=round(450 * grown),
        icons=icons.as_posix(),
        scheme="dark" if colours.dark else "light",
        tones=tones,
    )


BODY_POINTS = 11.0
