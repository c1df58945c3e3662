"""The program talks to nobody: a whole run of the command line is watched, call by call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tracing import ENVIRONMENT, strace_works

pytestmark = pytest.mark.skipif(not strace_works(), reason="strace is needed to watch what the program asks for")

SCRIPT = """
import sys
from ita_desktop.__main__ import main
work = "งาน.ita"
for command in (
    ["sample", work],
    ["show", work, "--year", "2568"],
    ["draft", work, "--year", "2568"],
    ["export", work, "--year", "2568", "--what", "memo", "--as", "pdf", "--to", "บันทึก.pdf"],
    ["verify", work],
    ["backup", work],
    ["backup", work, "--to", "สำรอง"],
    ["restore", work, "--to", "คืน.ita"],
    ["--help"],
):
    sys.argv[1:] = command
    try:
        code = main()
    except SystemExit as exit:
        code = exit.code
    print("ended", command[0], code)
"""


RUN = [sys.executable, "-c", SCRIPT]


def test_a_whole_run_of_the_command_line_opens_no_connection(tmp_path: Path):
    log = tmp_path / "log"
    done = subprocess.run(
        [*["strace", "--seccomp-bpf", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,bind,listen", "-o"], log, *RUN],
        env=ENVIRONMENT | {"HOME": str(tmp_path / "บ้าน"), "XDG_DATA_HOME": str(tmp_path / "ข้อมูล")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    ended = re.findall(r"ended (\S+) (\S+)", done.stdout)
    assert len(ended) == 9
    assert {code for _, code in ended} == {"0"}, done.stdout + done.stderr
    asked = [line for line in log.read_text().splitlines() if "/nscd/" not in line]
    assert asked == [], "asking the system's own cache for the name of a user is all that is allowed"


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX's")
def test_what_the_command_line_makes_is_readable_by_its_owner_alone(tmp_path: Path):
    home = ENVIRONMENT | {"HOME": str(tmp_path / "บ้าน"), "XDG_DATA_HOME": str(tmp_path / "ข้อมูล")}
    subprocess.run(RUN, env=home, cwd=tmp_path, capture_output=True, check=True)
    made = [*tmp_path.glob("*.ita"), *(tmp_path / "ข้อมูล").rglob("*.ita"), *(tmp_path / "ข้อมูล").rglob("*.json")]
    assert len(made) >= 3
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
