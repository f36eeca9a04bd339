"""Values that the specs forbid: whoever could let one through must not."""
