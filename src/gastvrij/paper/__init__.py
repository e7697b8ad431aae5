"""Books on paper: an HTML page becomes an accessible PDF with its own pictures."""
