"""Bytes on the wire ↔ values, through the generated client."""
