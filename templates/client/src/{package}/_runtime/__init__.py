"""Plain code behind the generated modules. Private: import from the package instead."""
