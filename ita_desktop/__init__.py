"""ITA Desktop: one officer's integrity and transparency assessment, from scores to signed papers."""

__version__ = "0.1.0"
