"""Rules from values to values: travel, recurrence, checks of a plan."""
