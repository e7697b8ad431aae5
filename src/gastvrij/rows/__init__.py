"""Fields that hold rows, and the sentence with which any value is refused."""
