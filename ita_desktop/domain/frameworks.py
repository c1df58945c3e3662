"""The shipped rules of every year, read from their folder when a year is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.errors import FileTrouble, WrongUsage

if TYPE_CHECKING:
    from ita_desktop.domain.framework import Framework


class Frameworks:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Framework] = {}
        self._reading: list[str] = []

    def names(self) -> tuple[str, ...]:
        """Years with rules of their own, the oldest first."""
        return self._names

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def get(self, name: str) -> Framework:
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def for_year(self, number: int) -> Framework:
        """The rules of a year; a year we know nothing about gets those of the nearest one, as a guess."""
        if str(number) in self.names():
            return self.get(str(number))
        known = [int(name) for name in self.names() if name.isdecimal()]
        if not known:
            raise FileTrouble("ไม่พบไฟล์หลักเกณฑ์รายปีในโปรแกรม", do="ติดตั้งโปรแกรมใหม่อีกครั้ง")
        nearest = min(known, key=lambda year: (abs(year - number), -year))
        return self.get(str(nearest)).relabelled(number)

    def _load(self, name: str) -> Framework:
        from ita_desktop.domain.framework_file import BrokenFramework, read_framework

        if name not in self.names():
            raise WrongUsage(f"ไม่มีหลักเกณฑ์ชื่อ {name}", do=f"เลือกจาก {' '.join(self.names())}")
        if name in self._reading:
            raise BrokenFramework(name, None, f"inherit วนกลับมาที่เดิม ({' → '.join([*self._reading, name])})")
        self._reading.append(name)
        try:
            text = (self._folder / f"{name}.toml").read_text(encoding="utf-8")
            return read_framework(text, name=name, base=self.get)
        except OSError as problem:
            raise FileTrouble(f"อ่านไฟล์หลักเกณฑ์ {name} ไม่ได้", do="ติดตั้งโปรแกรมใหม่อีกครั้ง") from problem
        finally:
            self._reading.remove(name)
