"""Saved documents of the platform → drafts of specs, and news for the specs that exist."""
