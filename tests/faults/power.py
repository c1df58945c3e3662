"""The power fails: which states of a folder can be found afterwards, after each call and for every reordering.

A disk keeps for certain only what was synced. Of the rest it may have kept all, nothing, or any part in any order. A
name is for certain only once its folder was synced; names come and go in their order, as every journal keeps them.
FAT, as sticks have it, keeps where a file begins with its name: a new name that is certain names nothing until the file
was synced once more.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tracing import Call

SECTOR = 512

Write = tuple[int, bytes] | int
"""Bytes at a place, or a new length."""
State = dict[str, bytes | None]
"""Content by path within the folder; None is a folder."""


@dataclass
class File:
    writes: list[Write] = field(default_factory=list)
    certain: int = 0
    """How many of the writes were synced."""
    named: int = 0
    """The naming that gave it the name it has, if it was not synced since: on FAT it has no content yet."""


@dataclass(frozen=True)
class Naming:
    old: str | None
    new: str | None
    file: File | None
    """None: a folder."""


class Disk:
    """All that ever happened in a folder, and how much of it is certain."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.namings: list[Naming] = []
        self.said: list[str] = []
        self._names: dict[str, File | None] = {}
        self._handles: dict[int, tuple[str, File | None]] = {}
        self._places: dict[int, int] = {}
        for path in sorted(folder.rglob("*")):
            file = None if path.is_dir() else File([(0, path.read_bytes())], 1)
            self._name(Naming(None, str(path.relative_to(folder)), file))
        self.certain = len(self.namings)

    def happen(self, call: Call) -> bool:
        """Whether the call did something that the power could undo."""
        if call.result < 0:
            return False
        return bool(getattr(self, f"_{call.name}")(call))

    def _openat(self, call: Call) -> bool:
        name = self._inside(call.texts[0])
        if name is None:
            self._handles.pop(call.result, None)
            return False
        self._places[call.result] = 0
        new = name not in self._names and name != "."
        if new:
            self._name(Naming(None, name, File()))
        file = self._names.get(name)
        self._handles[call.result] = name, file
        if file is not None and "O_TRUNC" in call.words and not new:
            file.writes.append(0)
            return True
        return new

    def _write(self, call: Call) -> bool:
        handle = _number(call.words)
        if handle == 1:
            self.said.append(call.texts[0].decode())
            return True
        done = self._put(handle, self._places.get(handle, 0), call.texts[0][: call.result])
        self._places[handle] = self._places.get(handle, 0) + call.result
        return done

    def _pwrite64(self, call: Call) -> bool:
        return self._put(_number(call.words), int(call.words.rsplit(",", 1)[1]), call.texts[0][: call.result])

    def _put(self, handle: int, place: int, data: bytes) -> bool:
        _, file = self._handles.get(handle, ("", None))
        if file is not None:
            file.writes.append((place, data))
        return file is not None

    def _ftruncate(self, call: Call) -> bool:
        _, file = self._handles.get(_number(call.words), ("", None))
        if file is not None:
            file.writes.append(int(call.words.rsplit(",", 1)[1]))
        return file is not None

    def _fsync(self, call: Call) -> bool:
        name, file = self._handles.get(_number(call.words), ("", None))
        if file is not None:
            file.certain = len(file.writes)
            file.named = 0
        elif name:
            self.certain = len(self.namings)
        return False

    _fdatasync = _fsync

    def _unlink(self, call: Call) -> bool:
        name = self._inside(call.texts[0])
        return name is not None and self._name(Naming(name, None, self._names.get(name)))

    def _rename(self, call: Call) -> bool:
        old, new = map(self._inside, call.texts)
        if old is None:
            return False
        if (file := self._names[old]) is not None:
            file.named = len(self.namings) + 1
        return self._name(Naming(old, new, file))

    def _mkdir(self, call: Call) -> bool:
        name = self._inside(call.texts[0])
        return name is not None and self._name(Naming(None, name, None))

    def _name(self, naming: Naming) -> bool:
        self.namings.append(naming)
        _follow(self._names, naming)
        return True

    def _inside(self, path: bytes) -> str | None:
        whole = Path(os.fsdecode(path))
        return str(whole.relative_to(self._folder)) if whole.is_relative_to(self._folder) else None

    # After the power failed

    def states(self, chance: random.Random, reordered: int) -> Iterator[State]:
        everything = len(self.namings)
        yield self._state(everything, len)
        yield self._state(self.certain, lambda _writes: 0)
        yield self._state(everything, lambda _writes: 0)
        yield self._state(self.certain, len)
        if any(file is not None and 0 < file.named <= self.certain for file in self._names.values()):
            yield self._state(everything, len, on_fat=True)
        for _ in range(reordered):
            yield self._state(chance.randint(self.certain, everything), None, chance)

    def _state(self, namings: int, kept, chance: random.Random | None = None, *, on_fat: bool = False) -> State:
        names: dict[str, File | None] = {}
        for naming in self.namings[:namings]:
            _follow(names, naming)
        state: State = {}
        for name, file in names.items():
            if file is None:
                state[name] = None
                continue
            if on_fat and 0 < file.named <= self.certain:
                state[name] = b""
                continue
            unsure = file.writes[file.certain :]
            survived = unsure[: kept(unsure)] if chance is None else [w for w in unsure if chance.random() < 0.5]
            content = bytearray()
            for write in file.writes[: file.certain]:
                _apply(content, write)
            for write in survived:
                if chance is not None and not isinstance(write, int) and chance.random() < 0.3:
                    torn = chance.randrange(0, len(write[1]) + SECTOR, SECTOR)
                    write = write[0], write[1][:torn]
                _apply(content, write)
            state[name] = bytes(content)
        return state


def lay_out(state: State, folder: Path) -> None:
    for name, content in sorted(state.items()):
        if content is None:
            (folder / name).mkdir(parents=True)
        else:
            (folder / name).write_bytes(content)


def _follow(names: dict[str, File | None], naming: Naming) -> None:
    if naming.old is not None:
        names.pop(naming.old, None)
    if naming.new is not None:
        names[naming.new] = naming.file


def _apply(content: bytearray, write: Write) -> None:
    if isinstance(write, int):
        content[write:] = bytes(max(0, write - len(content)))
        return
    place, data = write
    content.extend(bytes(max(0, place - len(content))))
    content[place : place + len(data)] = data


def _number(words: str) -> int:
    found = re.match(r"\d+", words)
    return int(found[0]) if found else -1
