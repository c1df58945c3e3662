"""Rows read straight from the pages of a file that SQLite no longer opens.

SQLite gives up where a page above is broken, though the rows below it may all be whole. Here every page is looked at
by itself, as https://sqlite.org/fileformat2.html describes it. What comes out is only ever a candidate: digests tell
which of it is a row that we stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

Value = None | int | str | bytes

_MAGIC = b"SQLite format 3\x00"
_USUAL_PAGE = 4096
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Candidate:
    rowid: int | None
    """None in a table that is kept in the order of its key."""
    values: tuple[Value, ...]


class Pages:
    def __init__(self, content: bytes) -> None:
        self._content = content
        size = int.from_bytes(content[16:18], "big") if content.startswith(_MAGIC) else 0
        self._size = size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE
        self._count = len(content) // self._size
        free = self._free_pages()
        self.free_is_known = free is not None
        """If not, rows that were deleted long ago may be among the candidates."""
        self._free = free or frozenset()

    def candidates(self) -> Iterator[Candidate]:
        for number in range(1, self._count + 1):
            if number not in self._free:
                yield from self._on_page(number)

    def _page(self, number: int) -> bytes:
        if not 1 <= number <= self._count:
            raise IndexError
        return self._content[(number - 1) * self._size : number * self._size]

    def _free_pages(self) -> frozenset[int] | None:
        """The pages that hold nothing any more, if the list of them is whole."""
        if not self._content.startswith(_MAGIC):
            return None
        trunk, promised = (int.from_bytes(self._content[at : at + 4], "big") for at in (32, 36))
        free: set[int] = set()
        try:
            while trunk and trunk not in free:
                page = self._page(trunk)
                leaves = int.from_bytes(page[4:8], "big")
                if leaves > self._size // 4 - 2:
                    return None
                free |= {trunk, *(int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(leaves))}
                trunk = int.from_bytes(page[:4], "big")
        except IndexError:
            return None
        return frozenset(free) if len(free) == promised and trunk == 0 else None

    def _on_page(self, number: int) -> Iterator[Candidate]:
        page = self._page(number)
        head = 100 if number == 1 else 0
        kind = page[head]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
            return
        first = head + (12 if kind == _INDEX_INTERIOR else 8)
        cells = int.from_bytes(page[head + 3 : head + 5], "big")
        for at in range(first, min(first + 2 * cells, len(page) - 1), 2):
            try:
                yield self._cell(page, int.from_bytes(page[at : at + 2], "big"), kind)
            except (IndexError, ValueError):
                continue  # not a row any more

    def _cell(self, page: bytes, at: int, kind: int) -> Candidate:
        if kind == _INDEX_INTERIOR:
            at += 4  # the page below
        size, at = _varint(page, at)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
        return Candidate(rowid, _values(self._payload(page, at, size, in_table=kind == _TABLE_LEAF)))

    def _payload(self, page: bytes, at: int, size: int, *, in_table: bool) -> bytes:
        most = self._size - 35 if in_table else (self._size - 12) * 64 // 255 - 23
        if size <= most:
            return page[at : at + size]
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (size - least) % (self._size - 4)
        if here > most:
            here = least
        if size > len(self._content):
            raise ValueError("longer than the whole file")
        found = bytearray(page[at : at + here])
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while len(found) < size:
            overflow = self._page(following)
            found += overflow[4 : 4 + size - len(found)]
            following = int.from_bytes(overflow[:4], "big")
        return bytes(found)


def _values(payload: bytes) -> tuple[Value, ...]:
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    ends = [header]
    for kind in kinds:
        ends.append(ends[-1] + _length(kind))
    if ends[-1] != len(payload):
        raise ValueError("a record of another length")
    return tuple(_value(kind, payload[start:end]) for kind, (start, end) in zip(kinds, pairwise(ends), strict=True))


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (0, 8, 9):
        return 0
    if kind in _INTEGER_BYTES:
        return _INTEGER_BYTES[kind]
    raise ValueError("we store no such values")


def _value(kind: int, raw: bytes) -> Value:
    if kind >= 12:
        return raw.decode() if kind % 2 else raw
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(raw, "big", signed=True) if kind else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """The number and the place behind it: seven bits a byte, and all eight of a ninth."""
    value = 0
    for _ in range(8):
        value = value << 7 | data[at] & 0x7F
        at += 1
        if data[at - 1] < 0x80:
            return value, at
    value = value << 8 | data[at]
    return (value - (1 << 64) if value >> 63 else value), at + 1
