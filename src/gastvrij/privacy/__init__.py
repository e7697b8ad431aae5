"""What is private stays private, also by addresses that nobody thought of."""
