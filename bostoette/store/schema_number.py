"""The schema's number, known before the libraries that migrate are loaded."""

SCHEMA = 3
"""Counts the migrations; kept in the file as ``user_version``."""
