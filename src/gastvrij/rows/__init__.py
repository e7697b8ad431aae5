"""Fields that hold rows: the grid in which people fill them in, and their REST form."""
