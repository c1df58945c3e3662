"""FAT32 is for a kernel to mount. Where that of this machine cannot, Linux runs as a process of its own that can."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from goals import GOALS

HERE = Path(__file__).parent
LINUX = shutil.which("linux.uml")


@pytest.mark.soak
@pytest.mark.skipif(LINUX is None, reason="user-mode-linux is not installed")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root may mount a medium")
def test_everything_is_tried_on_fat32_too(tmp_path: Path, tried):
    report = tmp_path / "report.xml"
    words = ("tests/faults/test_file_systems.py", "-k", "FAT32", "-m", "soak or not soak", f"--junitxml={report}")
    program = [sys.executable, HERE / "own_kernel.py", HERE.parents[1], sys.executable, *words]
    init = tmp_path / "init"
    init.write_text(f"#!/bin/sh\nexec {shlex.join(map(str, program))}\n", encoding="utf-8")
    init.chmod(0o755)
    command = [LINUX, "mem=2G", "rootfstype=hostfs", "rootflags=/", "rw", f"init={init}", "quiet"]
    done = subprocess.run(
        [*command, "con=null", "con0=null,fd:1"], stdin=subprocess.DEVNULL, capture_output=True, timeout=3600
    )
    assert report.exists(), done.stdout.decode(errors="replace")[-3000:]
    cases = list(ElementTree.parse(report).getroot().iter("testcase"))
    outcomes = {
        case.get("name"): [part.tag for part in case if part.tag in ("failure", "error", "skipped")] for case in cases
    }
    assert len(cases) > 10
    assert {name: bad for name, bad in outcomes.items() if bad} == {}, done.stdout.decode(errors="replace")[-6000:]
    for told in (each for case in cases for each in case.iter("property") if each.get("name") in GOALS):
        tried(str(told.get("name")), int(str(told.get("value"))))
