"""What a person can do: one function a wish, one transaction each."""
