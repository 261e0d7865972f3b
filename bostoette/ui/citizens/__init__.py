"""Citizens on screen: the list, one citizen, the forms about her, and the import of a file."""
