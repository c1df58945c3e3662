"""The import window: a sheet from its source to the workbook, every doubt shown before anything is written."""
