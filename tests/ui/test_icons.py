"""Icons are drawn when they are looked at, in the size and the state they are looked at in."""

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton

from ita_desktop.ui import icons
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.theme import colours


def inks(image: QImage) -> set[str]:
    """The colours that stand on it fully."""
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name() for dot in dots if dot.alpha() == 255}


def test_an_icon_has_the_colour_of_its_words_and_is_pale_where_it_cannot_be_pressed(window: MainWindow):
    icon = icons.icon("find", "accent")
    assert inks(icon.pixmap(24).toImage()) == {QColor(colours().tone("accent")).name()}
    assert inks(icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()) == {QColor(colours().edge).name()}


def test_an_icon_is_drawn_anew_for_every_size_and_every_screen(window: MainWindow):
    icon = icons.icon("find")
    assert [icon.pixmap(side).width() for side in (13, 16, 20, 57)] == [13, 16, 20, 57]
    fine = icon.pixmap(QSize(20, 20), 1.5)
    assert (fine.width(), fine.devicePixelRatio()) == (30, 1.5)
    assert icon.pixmap(0).isNull()


def test_an_icon_lives_as_long_as_the_button_that_has_it(window: MainWindow):
    button = QPushButton()
    icons.give(button, "find")
    gc.collect()
    assert not button.icon().pixmap(16).isNull()
    button.deleteLater()
