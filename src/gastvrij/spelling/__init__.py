"""How dates and sizes are written, in the reader's language."""
