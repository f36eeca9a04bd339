"""`python -m generator` is `tbkgen`."""

from generator.cli import entry_point

if __name__ == "__main__":
    entry_point()
