"""Times whole commands as processes, alternately, so that a noisy minute falls on all of them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    seconds: float
    cpu_seconds: float
    """Of all its processes. A busy machine makes it little longer."""
    peak_mib: float


@dataclass(frozen=True)
class Contestant:
    name: str
    start: Callable[[], Run]


@dataclass(frozen=True)
class Figure:
    name: str
    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu_seconds(self) -> float:
        return statistics.median(run.cpu_seconds for run in self.runs)

    @property
    def peak_mib(self) -> float:
        return statistics.median(run.peak_mib for run in self.runs)

    @property
    def spread(self) -> str:
        seconds = sorted(run.seconds for run in self.runs)
        return f"{seconds[0]:.2f}-{seconds[-1]:.2f}"


def side_by_side(contestants: Sequence[Contestant], rounds: int) -> list[Figure]:
    """One warm-up each, then round after round all of them in turn."""
    for contestant in contestants:
        contestant.start()
    runs: dict[str, list[Run]] = {contestant.name: [] for contestant in contestants}
    for _ in range(rounds):
        for contestant in contestants:
            runs[contestant.name].append(contestant.start())
    return [Figure(name, tuple(each)) for name, each in runs.items()]


def command(
    *words: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None
) -> Callable[[], Run]:
    """A whole process, with what it starts: wall-clock seconds and the peak of its largest one."""
    told = [str(word) for word in words]

    def start() -> Run:
        before = time.perf_counter()
        process = subprocess.Popen(
            told, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode:
            raise RuntimeError(f"{' '.join(told)}: exit {process.returncode}: {said[-400:]}")
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    return start
