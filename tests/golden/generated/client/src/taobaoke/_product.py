"""The names by which this package calls itself."""

NAME = "taobaoke"
VERSION = "0.1.0"
MOCK = "taobaoke-mock"
"""The command that starts the mock gateway."""
USER_AGENT = f"{NAME}/{VERSION}"


class TaobaokeError(Exception):
    """Root of all errors of this package.

    本包所有错误的根。
    """


RootError = TaobaokeError
"""What the runtime, which knows no product, calls it."""
