"""The page Overblik: figures whose every number opens the rows behind it."""
