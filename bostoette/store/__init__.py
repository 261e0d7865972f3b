"""The outside: encrypted file, journal, backup, calendar files, imports."""
