"""What comes in and goes out at the screen: calendar files, and the week on paper."""
