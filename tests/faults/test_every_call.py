"""A call to the system fails: the first, the second, the third … until the whole operation succeeds.

Each fails once, or it and everything after it: no space, an I/O error, access denied, a medium that cannot be written.
"""

from __future__ import annotations

import datetime
import json
import shutil
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from operations import OPERATIONS
from tracing import ENVIRONMENT, HERE, WRITING, strace_works, traced

from ita_desktop.actions.workbook import tidy_up

pytestmark = pytest.mark.skipif(not strace_works(), reason="strace is needed to let calls fail")

AT = dict.fromkeys(WRITING, 100) | {"pwrite64": 500, "openat": 1200}
"""The so-manieth call of each kind fails: more than starting Python takes, and more than any operation has of it."""
CAUSES = {
    "ENOSPC": ("เต็ม", "เนื้อที่ในไดรฟ์ไม่พอ"),
    "EIO": ("ไดรฟ์มีปัญหา", "อาจถูกถอดออก"),
    "EACCES": ("อ่านได้อย่างเดียว", "ไม่มีสิทธิ์"),
    # Of a medium that is locked while it is written SQLite only says that it could not be written.
    "EROFS": ("อ่านได้อย่างเดียว", "ไดรฟ์มีปัญหา"),
}


@contextmanager
def failing_system(fault: str, *, lasting: bool = False) -> Iterator[socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(60)
    faults = [f"inject={call}:{fault}:when={at}{'+' * lasting}" for call, at in AT.items()]
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={','.join(AT)}"]
    command += ["--seccomp-bpf"] * fault.startswith("error")  # which is quick, and cannot send signals
    for each in faults:
        command += ["-e", each]
    command += [sys.executable, HERE / "worker.py", "serve", str(theirs.fileno())]
    server = subprocess.Popen(command, env=ENVIRONMENT, pass_fds=[theirs.fileno()])
    theirs.close()
    try:
        assert ours.recv(100) == b"ready"
        yield ours
    finally:
        ours.close()
        server.wait(60)


def answer_of(system: socket.socket) -> tuple[list[str], list[str]]:
    """What it said that it had done, and how it ended."""
    said: list[str] = []
    while True:
        heard = json.loads(system.recv(1_000_000))
        if "told" in heard:
            return said, heard["told"]
        said.append(heard["said"])


def prepare(operation, quick: Path) -> tuple[Path, Path, list[str]]:
    """How it stands before, where it is to work, and which calls it makes there."""
    prepared, place = quick / "prepared", quick / "work"
    prepared.mkdir()
    operation.prepare(prepared)
    shutil.copytree(prepared, place)
    seen = traced(operation.name, place, quick / "log")
    calls = [call.name for call in seen if not (call.name == "write" and call.words.startswith("1,"))]  # what it says
    assert all(times < AT[call] for call, times in Counter(calls).items())
    return prepared, place, calls


def places_to_fail(calls: list[str], at_most: int | None) -> range:
    return range(0, len(calls) + 1, max(1, len(calls) // at_most) if at_most else 1)


def fail_at_every_call(
    operation, quick: Path, error: str, *, lasting: bool, at_most: int | None = None
) -> Counter[str]:
    """How the operation ended, how often; whatever happens, what stood there stands or what was to come does."""
    prepared, place, calls = prepare(operation, quick)
    ended: Counter[str] = Counter()
    with failing_system(f"error={error}", lasting=lasting) as system:
        for number in places_to_fail(calls, at_most):
            before = Counter(calls[:number])
            concerned = AT if lasting else calls[number : number + 1]
            idle = {call: AT[call] - 1 - before[call] for call in concerned}
            shutil.rmtree(place)
            shutil.copytree(prepared, place)
            system.send(json.dumps({"name": operation.name, "folder": str(place), "idle": idle}).encode())
            said, (kind, *words) = answer_of(system)
            where = f"{operation.name}, {error} at call {number} ({calls[number] if number < len(calls) else 'none'})"
            assert kind != "mistake", f"{where}: {words[0]}"
            if kind == "trouble":
                assert all(words), where
                ended["named" if any(cause in words[0] for cause in CAUSES[error]) else words[0]] += 1
            else:
                assert said, where
                ended["done"] += 1
            try:
                operation.judge(place, said)
            except Exception as failure:
                raise AssertionError(f"{where}, after {kind} {words}: {failure}") from failure
    return ended


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_whatever_call_fails_nothing_is_lost_and_the_cause_is_named(operation, quick, tried):
    ended = fail_at_every_call(operation, quick, "ENOSPC", lasting=False, at_most=8)
    tried("R3", sum(ended.values()))
    assert ended["named"]


@pytest.mark.soak
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("error", CAUSES)
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_every_call_of_every_operation_fails(operation, quick, error, lasting, tried):
    ended = fail_at_every_call(operation, quick, error, lasting=lasting)
    tried("R3", sum(ended.values()))
    tried("R9", sum(ended.values()) if operation.name == "upgrade" else 0)
    assert ended["named"]


def kill_at_every_call(operation, quick: Path, at_most: int | None = None) -> tuple[int, int]:
    """How often it was killed, and how often that left something half written, which an hour later is taken away."""
    prepared, place, calls = prepare(operation, quick)
    killed = left = 0
    with failing_system("signal=KILL") as system:
        for number in places_to_fail(calls, at_most):
            before = Counter(calls[:number])
            idle = {call: AT[call] - 1 - before[call] for call in calls[number : number + 1]}
            shutil.rmtree(place)
            shutil.copytree(prepared, place)
            system.send(json.dumps({"name": operation.name, "folder": str(place), "idle": idle}).encode())
            said, told = answer_of(system)
            where = f"{operation.name}, killed at call {number} ({calls[number] if number < len(calls) else 'none'})"
            assert told == (["killed", "SIGKILL"] if number < len(calls) else ["done"]), f"{where}: {told}"
            killed += number < len(calls)
            left += bool(unfinished(place))
            try:
                for _ in range(2):
                    operation.judge(place, said)
                    later = datetime.datetime.now().astimezone() + datetime.timedelta(hours=2)
                    tidy_up([place, *(path for path in place.rglob("*") if path.is_dir())], later)
            except Exception as failure:
                raise AssertionError(f"{where}: {failure}") from failure
            assert unfinished(place) == [], where
    return killed, left


def unfinished(place: Path) -> list[str]:
    """The journal of a workbook is not: it is how SQLite takes back what was begun."""
    return [path.name for path in place.rglob("*") if path.name.endswith(".part") or ".partial" in path.name]


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_killed_at_any_call_it_loses_nothing_and_what_it_left_is_taken_away(operation, quick, tried):
    killed, _left = kill_at_every_call(operation, quick, at_most=8)
    tried("R1", killed)


@pytest.mark.soak
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)
def test_killed_at_every_call(operation, quick, tried):
    killed, left = kill_at_every_call(operation, quick)
    assert left or operation.name in ("edit", "sheet"), "no kill hit the middle of anything"
    tried("R1", killed)
    tried("R9", killed if operation.name == "upgrade" else 0)
