"""How a group joins the network: what it reads, what it sends, and who decides."""
