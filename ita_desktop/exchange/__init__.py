"""Data in and out: the data document, sheets, the clipboard."""
