"""The names by which this package calls itself."""

NAME = "full-stub"
VERSION = "2.0.0rc1"
TITLE = "全项"
TITLE_EN = "Every key"
EXAMPLE = "taobao.full.stock.record"
"""A method for examples."""
