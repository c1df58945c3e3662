"""The pages of the help, as the help window shows them and finding looks through them."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.review import catalogue

RULES = "rules"
"""The page that no file holds: what the review looks for, told by the rules themselves."""


def help_pages(folder: Path) -> dict[str, str]:
    """Name and Markdown, in the order in which they are read."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}
    texts[RULES] = catalogue.help_page()
    order = texts.pop("contents", "").split()
    return {name: texts[name] for name in order if name in texts}
