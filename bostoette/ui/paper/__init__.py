"""What is drawn for paper."""
