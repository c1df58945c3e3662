"""The one SQLite file of an office. The only room that knows SQL."""
