"""Windows has no libthai, without which Qt breaks no line of Thai: the window has to do without it as well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "แผนปฏิบัติการป้องกันการทุจริตของเทศบาลตำบลและการส่งเสริมความโปร่งใสในการปฏิบัติงาน"
WRAPPED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtWidgets import QApplication
from ita_desktop.ui.theme import Theme
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.wrapping import cell_lines

root, text = Path(sys.argv[1]), sys.argv[2]
application = QApplication([""])
theme = Theme(application, fonts=root / "fonts", icons=root / "resources" / "icons")
finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
print(len(list(iter(finder.toNextBoundary, -1))))
label = Wrapped(text)
label.resize(160, 300)
label.show()
print(label.text().replace("\\n", "|"))
print("|".join(cell_lines(text, 160, 9)))
"""


def wrapped(tmp_path, *, hidden):
    """How many places Qt itself finds to break at, and the lines of a label and of a cell."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "HOME": str(tmp_path)}
    if hidden:
        for name in ("libthai.so", "libthai.so.0"):  # found first, and no library
            (tmp_path / name).touch()
        environment["LD_LIBRARY_PATH"] = str(tmp_path)
    command = [sys.executable, "-c", WRAPPED, ROOT, TEXT]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    places, label, cell = done.stdout.splitlines()
    return int(places), label.split("|"), cell.split("|")


@pytest.mark.skipif(sys.platform != "linux", reason="only here can libthai be hidden")
def test_lines_break_between_words_without_libthai_and_at_the_same_places_as_with_it(tmp_path):
    places, label, cell = wrapped(tmp_path, hidden=True)
    assert places == 1  # at the end alone: it is hidden
    assert (label, cell) == wrapped(tmp_path, hidden=False)[1:]
    assert len(label) > 3
    assert "".join(label) == "".join(cell) == TEXT
    assert "แผนปฏิบัติการ" in label[0]
