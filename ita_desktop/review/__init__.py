"""The rules: a Year in, Problems out."""
