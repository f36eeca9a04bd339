"""Saved documents of the platform → drafts of specs, and news for the specs that exist.

`read` turns a saved file into a document, `draft` turns a document into the data of a spec, `merge`
compares two such data. `facts` tells which keys are facts of documents; all others are texts that
people write, and no import touches them.
"""

from generator.importers import rules as rules  # Declares the rules of imports.
