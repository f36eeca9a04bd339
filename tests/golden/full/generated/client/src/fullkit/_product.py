"""The names by which this package calls itself."""

NAME = "full-kit"
VERSION = "2.0.0rc1"
MOCK = "full-stub"
"""The command that starts the mock gateway."""
USER_AGENT = f"{NAME}/{VERSION}"


class FullError(Exception):
    """Root of all errors of this package.

    本包所有错误的根。
    """


RootError = FullError
"""What the runtime, which knows no product, calls it."""
