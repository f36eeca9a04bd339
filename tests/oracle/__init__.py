"""The rules of the gateway, written down once more from its documents alone.

`signing`, `values`, `replies` and `pages` know nothing of the generator and of what it renders; the
tests beside them hold the client and the mock against them.
"""
