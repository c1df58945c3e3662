"""The first and only program of a kernel started as a process: it loads what sticks need, runs tests, and shuts down.

Where the machine's own kernel knows no FAT, this is how FAT32 is tried all the same. Told on the kernel's command
line: the folder of the repository and the words for pytest.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

LOAD_MODULE, REBOOT, POWER_OFF = 313, 169, 0x4321FEDC
MODULES = ("loop", "dm-mod", "dm-zero", "nls_cp437", "nls_iso8859-1", "nls_ascii", "nls_utf8", "fat", "vfat")
libc = ctypes.CDLL(None, use_errno=True)


def load(name: str) -> None:
    root = Path("/usr/lib/uml/modules", os.uname().release)
    lines = (root / "modules.dep").read_text(encoding="ascii").splitlines()
    for file in (line.split(":")[0] for line in lines if line.split(":")[0].endswith(f"/{name}.ko")):
        handle = os.open(root / file, os.O_RDONLY)
        libc.syscall(LOAD_MODULE, handle, b"", 0)
        os.close(handle)


def main(repository: str, python: str, *words: str) -> None:
    for kind, folder in (("proc", "/proc"), ("devtmpfs", "/dev"), ("sysfs", "/sys"), ("tmpfs", "/media")):
        subprocess.run(["mount", "-t", kind, kind, folder], check=False)
    Path("/dev/shm").mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/dev/shm"], check=True)
    for name in MODULES:
        load(name)
    os.chdir(repository)
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/dev/shm",
        "LANG": "C.UTF-8",
        "DM_DISABLE_UDEV": "1",
    }
    subprocess.run(
        [python, "-m", "pytest", "-p", "no:cacheprovider", "--basetemp=/dev/shm/tests", *words], env=environment
    )


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    finally:
        sys.stdout.flush()
        libc.syscall(REBOOT, 0xFEE1DEAD, 672274793, POWER_OFF, 0)
