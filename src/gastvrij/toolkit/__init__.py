"""The handbook of the network: editions, chapters, parts and addenda."""
