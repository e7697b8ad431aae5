"""Network days: programme, report and archive of the network's yearly day."""
