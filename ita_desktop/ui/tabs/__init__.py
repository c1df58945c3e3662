"""The four tabs; they do not know each other."""
