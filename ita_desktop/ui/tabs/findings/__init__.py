"""ข้อค้นพบ: what the scores say, in words."""

from ita_desktop.ui.tabs.findings.tab import FindingsTab

__all__ = ["FindingsTab"]
