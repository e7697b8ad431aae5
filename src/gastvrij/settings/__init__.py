"""What the network decides for its own site, and changes without a programmer."""
