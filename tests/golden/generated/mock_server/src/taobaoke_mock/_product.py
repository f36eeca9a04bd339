"""The names by which this package calls itself."""

NAME = "taobaoke-mock"
VERSION = "0.1.0"
TITLE = "淘宝客"
TITLE_EN = "Taobao affiliate (TBK)"
EXAMPLE = "taobao.time.get"
"""A method for examples."""
