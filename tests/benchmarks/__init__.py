"""Measurements, run by packaging/bench: how long the officer waits."""
