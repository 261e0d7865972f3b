"""Indstillinger: what belongs to the person, to the team, to this computer, and to the data."""
