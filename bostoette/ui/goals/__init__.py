"""Wishes, goals and development on the citizens page, and the follow-up."""
