"""Saved documents of the platform → drafts of specs, and news for the specs that exist."""

from generator.importers import document as document  # Declares the rules of imports.
