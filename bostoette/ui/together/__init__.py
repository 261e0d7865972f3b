"""Several people, and who turns to us: groups, meetings, calls, materials, the board."""
