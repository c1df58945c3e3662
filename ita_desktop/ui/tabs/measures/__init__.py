"""มาตรการ: what will be done, by whom, by when."""
