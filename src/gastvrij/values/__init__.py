"""What people fill in: rows of a grid, checks, rich text, and their REST form."""
