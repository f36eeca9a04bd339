"""API methods by topic, asynchronous."""
