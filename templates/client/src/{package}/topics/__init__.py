"""API methods by topic, synchronous."""
