"""The schema's number, known before the libraries that migrate are loaded."""

SCHEMA = 3
"""Counts the migrations; kept in the file as ``user_version``."""
ERASED_SCHEMA = 0
"""What a journal step is marked with that was emptied when a citizen was deleted for good."""
