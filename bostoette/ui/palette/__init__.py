"""Finding anything by typing: citizens, weeks and commands, and the list of shortcuts."""
