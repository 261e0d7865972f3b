"""Bostøtte: a hybrid week for Danish home-support workers."""

__version__ = "0.3.4"
