"""มาตรการ: what will be done, by whom, by when."""

from ita_desktop.ui.tabs.measures.tab import MeasuresTab

__all__ = ["MeasuresTab"]
