"""Member organisations: the public directory of the network's local groups."""
