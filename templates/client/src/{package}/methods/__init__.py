"""Responses and parameter tables, one module per API method."""
