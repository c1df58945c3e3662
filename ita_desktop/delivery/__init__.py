"""A file leaves the house whole: safe write, drives, reading back."""
