"""The names by which this package calls itself."""

NAME = "taobaoke-mock"
VERSION = "0.1.0"
