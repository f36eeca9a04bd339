"""The generated client against a real server process."""
