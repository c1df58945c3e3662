"""Our own sheets: the workbook written out for Excel, the blank template, rows that could not be taken."""
