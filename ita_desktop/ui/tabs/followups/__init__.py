"""การติดตาม: what became of each measure, round by round."""

from ita_desktop.ui.tabs.followups.tab import FollowUpsTab

__all__ = ["FollowUpsTab"]
