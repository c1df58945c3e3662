"""A table of a TOML file, read strictly: each key as what it must be, and no key that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

KeyPath = tuple[str | int, ...]
"""Where a value stands in a file: `("indicators", 3, "name")`."""


class WrongKey(Exception):
    """Something in the file that a person has to mend, and where."""

    def __init__(self, path: KeyPath, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


class TomlTable:
    """A table of the file whose keys are asked for one by one, so that a key nobody asks for is refused."""

    def __init__(self, raw: object, path: KeyPath = ()) -> None:
        if not isinstance(raw, dict):
            raise WrongKey(path, "ต้องเป็นตาราง { … }")
        self.raw: dict[str, Any] = dict(raw)
        self.path = path

    def refuse(self, key: str, message: str) -> NoReturn:
        raise WrongKey((*self.path, key), f"{key} {message}")

    def __contains__(self, key: str) -> bool:
        return key in self.raw

    def take(self, key: str, kind: type[T], called: str, default: T | None = None) -> T:
        value = self.raw.pop(key, default)
        if value is None:
            raise WrongKey((*self.path, key), f"ขาด {key}")
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.refuse(key, f"ต้องเป็น{called}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key, str, "ข้อความในเครื่องหมายคำพูด", default)
        if default is None and not value.strip():
            self.refuse(key, "ต้องไม่ว่าง")
        return value

    def integer(self, key: str) -> int:
        return self.take(key, int, "จำนวนเต็ม")

    def number(self, key: str) -> Decimal:
        value = self.raw.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            self.raw[key] = Decimal(value)
        number = self.take(key, Decimal, "จำนวน")
        if not number.is_finite():
            self.refuse(key, "ต้องเป็นจำนวน")
        return number

    def flag(self, key: str) -> bool:
        return self.take(key, bool, " true หรือ false", default=False)

    def texts(self, key: str) -> tuple[str, ...]:
        return self._list(key, str, "ข้อความ")

    def integers(self, key: str) -> tuple[int, ...]:
        return self._list(key, int, "จำนวนเต็ม")

    def one_of(self, key: str, default: E) -> E:
        """A word of the same kind as the default."""
        value, known = self.text(key, default), type(default)
        if value not in list(known):
            self.refuse(key, f"ต้องเป็น {' '.join(known)} ไม่ใช่ {value}")
        return known(value)

    def each(self, key: str, read: Callable[[TomlTable], T]) -> tuple[T, ...]:
        """What is read of each table of a list, to its last key."""
        found = []
        for index, raw in enumerate(self.take(key, list, "รายการ", [])):
            table = TomlTable(raw, (*self.path, key, index))
            found.append(read(table))
            table.finish()
        return tuple(found)

    def finish(self) -> None:
        for key in self.raw:
            raise WrongKey((*self.path, key), f"ไม่รู้จัก {key}")

    def _list(self, key: str, kind: type[T], called: str) -> tuple[T, ...]:
        values = self.take(key, list, "รายการ [ … ]", [])
        for index, value in enumerate(values):
            if not isinstance(value, kind) or isinstance(value, bool):
                raise WrongKey((*self.path, key, index), f"{key} ต้องเป็นรายการของ{called}")
        return tuple(values)
