"""What the specs advise about error codes and permissions."""

from typing import NamedTuple

from .._words import ErrorClass, LimitScope, LimitSpan, Retry


class Limit(NamedTuple):
    """Which calls a limit counts together, and how long it lasts."""

    scope: LimitScope
    lasts: LimitSpan


class Advice(NamedTuple):
    """What is known about one documented error."""

    solution: str
    retry: Retry
    error_class: ErrorClass | None
    limit: Limit | None = None
    see: tuple[str, ...] = ()
    """Titles and addresses of documents that tell more."""


class PermissionPackage(NamedTuple):
    """A package of permissions that an app applies for.

    应用可以申请的权限包：编号、申请页的地址（不知道时为 None）、是否为旧包。
    """

    id: str
    page: str | None = None
    legacy: bool = False

    def __str__(self) -> str:
        told = [f"申请：{self.page}"] if self.page else []
        told += ["旧包，未必还能申请"] if self.legacy else []
        return f"{self.id}（{'，'.join(told)}）" if told else self.id
