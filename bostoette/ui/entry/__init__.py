"""The screens before the week: first start, unlocking, recovery."""
