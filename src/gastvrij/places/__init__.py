"""Where in Belgium a group works: its municipality, its province, how far it is."""
