"""The review page: a line a worker, and the exceptions of whoever is chosen."""
