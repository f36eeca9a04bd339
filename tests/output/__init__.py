"""Escape, render, publish, remember: what leaves the generator, and how."""
