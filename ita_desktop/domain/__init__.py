"""Plain Python: what an assessment is, and what its figures mean."""
