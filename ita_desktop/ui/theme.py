"""The face of the window: fonts, colours and sizes, following the system's light or dark.

Like the application itself there is one of it: who paints asks `colours()`, as it would ask for the palette.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.ui.colours import DARK, LIGHT, Colours
from ita_desktop.ui.style import BODY_POINTS, stylesheet

FAMILY = "Sarabun"
TABLE_POINTS = 10.0

# Everything stands on a grid of four pixels.
NEAR, GAP, PANEL, APART = 4, 8, 16, 24
MESSAGE = 440.0
"""How wide a message or a tip grows, in pixels."""


class Choice(StrEnum):
    """What the officer wants; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and again whenever light, dark or the text size changes."""

    changed = Signal()

    def __init__(self, app: QApplication, *, fonts: Path, icons: Path) -> None:
        super().__init__(app)
        global _theme  # noqa: PLW0603 -- one face, as there is one application
        _theme = self
        self.icons = icons
        self.colours = LIGHT
        self.zoom = 1.0
        self._app = app
        self._choice = Choice.SYSTEM
        # The style comes before the font: the other way round Windows keeps its own font in tables and menus.
        app.setStyle("Fusion")
        for file in sorted(fonts.glob("Sarabun-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def choice(self) -> Choice:
        return self._choice

    def choose(self, choice: Choice) -> None:
        self._choice = choice
        self._dress()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = min(2.0, max(0.8, zoom))
        self._dress()

    def _dress(self) -> None:
        dark = self._choice is Choice.DARK or (
            self._choice is Choice.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        self._app.setFont(font(BODY_POINTS * self.zoom))
        self._app.setStyleSheet(stylesheet(self.colours, points=BODY_POINTS * self.zoom, icons=self.icons))
        self.changed.emit()


_theme: Theme | None = None


def theme() -> Theme:
    if _theme is None:
        raise RuntimeError("the application has no theme yet")
    return _theme


def colours() -> Colours:
    return theme().colours


def font(points: float = BODY_POINTS, *, bold: bool = False) -> QFont:
    """Our face at this size, with digits of one width so that columns of figures stand straight."""
    made = QFont(FAMILY)
    made.setPointSizeF(points)
    made.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def table_font(*, bold: bool = False) -> QFont:
    return font(TABLE_POINTS * theme().zoom, bold=bold)


def row_height() -> int:
    """High enough for ปั๊ม and ฎุ, whose marks reach beyond the font's own box."""
    return round(30 * theme().zoom)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the stylesheet looks at, and let the widget be dressed anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.ground,
        role.Text: colours.ink,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.line,
        role.Mid: colours.line,
        role.Dark: colours.edge,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.edge))
    # A text that cannot be changed can still be read; and the calendar paints days of other months with this.
    made.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(colours.muted))
    return made
