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
    "ita_desktop.ui.review_panel",
]
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ita_desktop import app
from ita_desktop.ui.messages import WindowMessages

application = QApplication([])
window = app.make_window(application, WindowMessages())
window.show()
window.files.open(Path(sys.argv[1]))
application.processEvents()
assert window.header.total.text() == "88.98"
print(*(name for name in sys.argv[2:] if name in sys.modules))
window.close()
"""


def test_nothing_is_loaded_that_is_not_shown(sample: Path, tmp_path: Path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = subprocess.run(
        [sys.executable, "-c", START, sample, *LATER], capture_output=True, text=True, env=environment
    )
    assert started.returncode == 0, started.stderr
    assert started.stdout.split() == []
