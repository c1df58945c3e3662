"""คะแนน: what came out, and where the points are."""

from ita_desktop.ui.tabs.scores.tab import ScoresTab

__all__ = ["ScoresTab"]
