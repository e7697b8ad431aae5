"""Accounts: who somebody is by e-mail address, how they log in, where they land."""
