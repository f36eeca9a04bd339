"""A document → the data of a spec: first plain, as far as the document tells it, then complete."""
