"""The names in addresses: those of our pages belong to our pages."""
