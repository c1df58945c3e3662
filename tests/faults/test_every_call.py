"""A call to the system fails: the first, the second, the third … until the whole operation succeeds.

Each fails once, or it and everything after it: no space, an I/O error, access denied, a medium that cannot be written.
"""

from __future__ import annotations

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

pytestmark = pytest.mark.skipif(not strace_works(), reason="strace is needed to let calls fail")

AT = dict.fromkeys(WRITING, 60) | {"pwrite64": 300, "openat": 800}
"""The so-manieth call of each kind fails: more than starting Python takes, and more than any operation has of it."""
CAUSES = {
    "ENOSPC": ("เต็ม", "เนื้อที่ในไดรฟ์ไม่พอ"),
    "EIO": ("ไดรฟ์มีปัญหา", "อาจถูกถอดออก"),
    "EACCES": ("อ่านได้อย่างเดียว", "ไม่มีสิทธิ์"),
    # Of a medium that is locked while it is written SQLite only says that it could not be written.
    "EROFS": ("อ่านได้อย่างเดียว", "ไดรฟ์มีปัญหา"),
}


@contextmanager
def failing_system(error: str, *, lasting: bool) -> Iterator[socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(60)
    faults = [f"inject={call}:error={error}:when={at}{'+' * lasting}" for call, at in AT.items()]
    command = ["strace", "--seccomp-bpf", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={','.join(AT)}"]
    for fault in faults:
        command += ["-e", fault]
    command += [sys.executable, HERE / "worker.py", "serve", str(theirs.fileno())]
    server = subprocess.Popen(command, env=ENVIRONMENT, pass_fds=[theirs.fileno()])
    theirs.close()
    try:
        assert ours.recv(100) == b"ready"
        yield ours
    finally:
        ours.close()
        server.wait(60)


def fail_at_every_call(
    operation, quick: Path, error: str, *, lasting: bool, at_most: int | None = None
) -> Counter[str]:
    """How the operation ended, how often; whatever happens, what stood there stands or what was to come does."""
    prepared = quick / "prepared"
    prepared.mkdir()
    operation.prepare(prepared)
    place = quick / "work"
    shutil.copytree(prepared, place)
    calls = [call.name for call in traced(operation.name, place, quick / "log") if b"done" not in call.texts]
    assert all(times < AT[call] for call, times in Counter(calls).items())
    ended: Counter[str] = Counter()
    with failing_system(error, lasting=lasting) as system:
        for number in range(0, len(calls) + 1, max(1, len(calls) // at_most) if at_most else 1):
            before = Counter(calls[:number])
            concerned = AT if lasting else calls[number : number + 1]
            idle = {call: AT[call] - 1 - before[call] for call in concerned}
            shutil.rmtree(place)
            shutil.copytree(prepared, place)
            system.send(json.dumps({"name": operation.name, "folder": str(place), "idle": idle}).encode())
            answer = json.loads(system.recv(1_000_000))
            kind, *words = answer["told"]
            where = f"{operation.name}, {error} at call {number} ({calls[number] if number < len(calls) else 'none'})"
            assert kind != "mistake", f"{where}: {words[0]}"
            if kind == "trouble":
                assert all(words), where
                ended["named" if any(cause in words[0] for cause in CAUSES[error]) else words[0]] += 1
            else:
                assert answer["said"], where
                ended["done"] += 1
            try:
                operation.judge(place, answer["said"])
            except Exception as failure:
                raise AssertionError(f"{where}, after {answer['told']}: {failure}") from failure
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
