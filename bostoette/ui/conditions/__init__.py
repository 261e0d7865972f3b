"""The page Rammer: what the team says of the forms and rules, tried out and settled together."""
