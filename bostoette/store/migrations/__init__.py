"""The file's shape through time; a migration never uses today's classes."""
