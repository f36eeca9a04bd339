"""The documentation: its pages, its programs, and the site in a browser."""
