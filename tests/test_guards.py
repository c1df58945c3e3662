"""The suite notices what it promises to notice; each of these little tests must fail."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

LITTLE_TESTS = """
import logging, socket, warnings
from contextlib import suppress
from pathlib import Path
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton

def test_fails_for_a_warning():
    warnings.warn("old ways", DeprecationWarning)

def test_fails_for_a_warning_in_the_log():
    logging.getLogger("ita_desktop").warning("hm")

def test_fails_for_a_warning_of_qt(qtbot):
    qWarning("hm")

def test_fails_for_a_connection_even_if_swallowed():
    with suppress(Exception):
        socket.create_connection(("127.0.0.1", 9), timeout=0.1)

def test_fails_for_a_file_left_open(tmp_path):
    (tmp_path / "x").write_text("")
    open(tmp_path / "x")

def test_fails_for_a_question(qtbot):
    QMessageBox.question(None, "?", "?")

def test_fails_for_a_file_dialog(qtbot):
    QFileDialog.getOpenFileName(None, "?")

def test_fails_for_a_dialog(qtbot):
    QDialog().exec()

def test_fails_for_a_message_box(qtbot):
    QMessageBox().exec()

def test_fails_for_a_dialog_behind_a_button(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: QDialog(button).exec())
    button.click()

def test_fails_for_a_mistake_behind_a_button(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: 1 / 0)
    button.click()

def test_passes_when_the_log_is_read(caplog):
    logging.getLogger("ita_desktop").warning("hm")
    assert caplog.messages == ["hm"]

def test_passes_when_a_real_dialog_is_answered(qtbot, dialogs_may_wait):
    dialog = QDialog()
    QTimer.singleShot(0, dialog.accept)
    assert dialog.exec() == QDialog.DialogCode.Accepted

@pytest.mark.parametrize("n", [1, 2])
def test_passes_in_a_home_of_its_own(n, home):
    assert Path.home() == home
    assert list(home.iterdir()) == []
    (home / "left behind").touch()
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("little")
    shutil.copy(HERE / "conftest.py", folder)
    (folder / "test_little.py").write_text(LITTLE_TESTS, encoding="utf-8")
    options = ["-c", HERE.parent / "pyproject.toml", "--rootdir", folder, "-p", "no:cacheprovider", "-rA", "--tb=no"]
    done = subprocess.run([sys.executable, "-m", "pytest", *options, folder], capture_output=True, text=True)
    return dict(reversed(line.split()[:2]) for line in done.stdout.splitlines() if re.match("(PASS|FAIL|ERR)", line))


@pytest.mark.parametrize("name", re.findall(r"def (test_\w+)", LITTLE_TESTS))
def test_the_suite_notices(outcomes, name):
    seen = {outcome for test, outcome in outcomes.items() if test.partition("::")[2].partition("[")[0] == name}
    assert seen == {"PASSED" if "passes" in name else "FAILED"}
