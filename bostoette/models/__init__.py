"""What the program is about: citizens, workers, contacts and the values between them."""
