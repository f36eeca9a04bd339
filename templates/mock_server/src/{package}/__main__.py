"""The command, as a module: `python -m`."""

from .cli import entry_point

entry_point()
