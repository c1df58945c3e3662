"""The window opens with what it shows; everything else is loaded when it is asked for."""

import os
import subprocess
import sys
from pathlib import Path

LATER = [
    *("openpyxl", "reportlab", "docx", "python_calamine", "pypdfium2", "uharfbuzz", "PIL", "lxml"),
    *("ita_desktop.drafting.drafting", "ita_desktop.review.catalogue", "ita_desktop.papers.registry"),
    *(
        "ita_desktop.ui.keeping.window",
        "ita_desktop.ui.stick.send",
        "ita_desktop.ui.crash_dialog",
        "pikepdf",
        "pyzipper",
    ),
    *("ita_desktop.ui.papers.window", "ita_desktop.ui.import_wizard.window", "ita_desktop.ui.help_window"),
    *(f"ita_desktop.ui.tabs.{name}.tab" for name in ("findings", "measures", "followups")),
    *("ita_desktop.ui.review_panel", "ita_desktop.ui.start_page", "ita_desktop.papers.blocks"),
    *("ita_desktop.thai.dates_in_text", "ita_desktop.thai.periods", "ita_desktop.storage.salvage"),
]
WITH_A_WORKBOOK = [
    *("sqlite3", "ita_desktop.domain.records", "ita_desktop.domain.framework", "ita_desktop.actions"),
    *("ita_desktop.storage", "ita_desktop.exchange", "ita_desktop.ui.work_page", "ita_desktop.ui.status"),
]
START = """
import linecache
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ita_desktop import app
from ita_desktop.ui.messages import WindowMessages

application = QApplication([])
window = app.make_window(application, WindowMessages())
window.show()
workbook, *later = sys.argv[1:]
window.begin(Path(workbook) if workbook else None)
application.processEvents()
assert (window.header.total.text() == "88.98") if workbook else window.start.isVisible()
print(*(name for name in later if name in sys.modules))
print(*(file for file in linecache.cache if file.endswith("theme.py")))  # see `ita_desktop.ui`
window.close()
"""


def loaded(workbook: Path | str, names: list[str]) -> list[str]:
    """Those of them that are there once the window is drawn; and modules of the window whose source was read."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = subprocess.run(
        [sys.executable, "-c", START, workbook, *names], capture_output=True, text=True, env=environment
    )
    assert started.returncode == 0, started.stderr
    return started.stdout.split()


def test_nothing_is_loaded_that_is_not_shown(sample: Path):
    assert loaded(sample, LATER) == []


def test_the_first_page_stands_without_what_a_workbook_needs():
    assert loaded("", [*(set(LATER) - {"ita_desktop.ui.start_page"}), *WITH_A_WORKBOOK]) == []
