"""Qt's own words in Thai: buttons, file dialogs, context menus. Qt ships no Thai translation."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override


class ThaiWords(QTranslator):
    """From a plain file of pairs."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))

    @override
    def isEmpty(self) -> bool:
        return not self._words

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        # None, not the source: Qt then asks whichever translator is next.
        return self._words.get(context, {}).get(source)
