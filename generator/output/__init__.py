"""From views to files: escape → render → publish, and what a run remembers for the next one."""
