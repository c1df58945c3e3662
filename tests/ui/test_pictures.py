"""Every tab, view, dialog and empty state, one after another: nothing is cut off and nothing lies over something else.

The soak looks at all of it at the four scales of Windows, in light and in dark.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from gallery import SCREENS, dialogs, views

ROOT = Path(__file__).parents[2]


def test_every_empty_state(small, new, gallery):
    for where in views(new):
        gallery.look(f"empty-{where}", new)


def test_every_view_with_long_thai_text(long_words, gallery):
    for where in views(long_words):
        gallery.look(where, long_words)


def test_every_dialog_with_long_thai_text(long_words, gallery, qtbot):
    for where, dialog in dialogs(long_words, qtbot):
        gallery.look(f"dialog-{where}", dialog)


@pytest.mark.soak
@pytest.mark.parametrize("scale", SCREENS)
def test_all_of_it_at_every_scale_of_windows(scale, tmp_path):
    """In a process of its own: Qt takes the scale of the screen when it starts."""
    everything = [__file__, Path(__file__).parent / "pictures"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=short", "-m", "", "-k", "not every_scale", *everything],
        env=os.environ
        | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={an_office(scale, tmp_path)}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout[-8000:]


def an_office(scale: str, folder: Path) -> Path:
    """Its screen without the bar of tasks, told to Qt: dialogs are as large as they will be there."""
    width, height = (round(float(scale) * side) for side in SCREENS[scale])
    screen = {"name": "office", "x": 0, "y": 0, "width": width, "height": height}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen | {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    return path
