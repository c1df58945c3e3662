"""The same data give the same paper: in another process, on another day, in another zone, under another language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PATHS = os.pathsep.join(map(str, (HERE.parents[1], HERE.parent, HERE)))


def made_by(how_many: str, **around: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, HERE / "make_everything.py", how_many],
        env=os.environ | {"PYTHONPATH": PATHS} | around,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def same(how_many: str) -> int:
    here = made_by(how_many, PYTHONHASHSEED="1", TZ="Asia/Bangkok", LANG="C.UTF-8", PYTHONUTF8="1")
    there = made_by(how_many, PYTHONHASHSEED="77", TZ="America/Los_Angeles", LANG="C", PYTHONUTF8="1")
    assert [name for name in here if here[name] != there[name]] == []
    assert here.keys() == there.keys()
    return len(here)


def test_the_same_data_give_the_same_paper(tried):
    tried("R16", same("quick"))


@pytest.mark.soak
def test_the_same_data_give_every_paper_the_same(tried):
    count = same("all")
    assert count > 100
    tried("R16", count)
