"""What the program remembers between two days: recent files and the window's shape. Nothing of an office."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

KEPT_RECENT = 8

Plain = Any
"""A value JSON can hold."""

log = logging.getLogger(__name__)


class Settings:
    """A small file of plain values. A damaged or missing one is an empty one: nothing here is worth an error."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "settings.json"
        self._values: dict[str, Plain] = {}
        try:
            stored = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            stored = {}
        except (OSError, ValueError) as trouble:
            log.info("settings start afresh: %s", trouble)
            stored = {}
        if isinstance(stored, dict):
            self._values = stored

    def get(self, name: str, default: Plain = None) -> Plain:
        return self._values.get(name, default)

    def put(self, name: str, value: Plain) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".part")
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError as trouble:
            log.info("settings not kept: %s", trouble)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Workbooks opened lately, the last one first; those that are gone (a stick, perhaps) stay on the list."""
        names = self.get("recent", [])
        return tuple(Path(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()

    def remember(self, path: Path) -> None:
        recent = [path, *(other for other in self.recent if other != path)][:KEPT_RECENT]
        self.put("recent", [str(each) for each in recent])

    def forget(self, path: Path) -> None:
        self.put("recent", [str(other) for other in self.recent if other != path])
