"""Clients that nobody here wrote, against the mock."""
