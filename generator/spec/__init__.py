"""From YAML files to the frozen IR: files → load → validate → resolve → build → lint; and fmt."""
