"""What an order is, and how it looks from one moment to the next."""

from typing import NamedTuple

UNPAID, PAID, CLOSED, RECEIVED, SETTLED = 11, 12, 13, 14, 3
REGULAR, CHANNEL, MEMBER = 1, 2, 3
"""Scenes: an order of nobody's in particular, with a relation id, with a special id."""
FIRST, SHARING = 2, 3
"""Roles: 二方, 三方."""
FOREVER = 253402300799
"""The last second of the year 9999."""


class Order(NamedTuple):
    """What never changes. Money in 分, rates in 万分之一, moments since 1970."""

    id: int
    trade_id: str
    parent_id: str
    scene: int
    role: int
    relation_id: int | None
    special_id: int | None
    created: int
    clicked: int
    item: int
    """Which item of the catalogue."""
    unit: int
    """The price of one."""
    num: int
    share: int
    """Rate of the commission that is the publisher's."""
    subsidy: int
    """Rate of the subsidy."""
    special: int
    """Rate of the special service fee."""
    deposit: int | None
    deposit_paid: int | None
    adzone: int
    """Which promotion zone of the account."""
    wireless: int
    extra: str | None
    """A JSON object of fields that differ from what follows from the rest."""


class Version(NamedTuple):
    """How an order looks from `since` until its next version."""

    since: int
    """When the gateway begins to show it."""
    status: int
    paid: int | None
    settled: int | None
    updated: int
    tag: int
    """1: there was a refund."""
    price: int
    """What the buyer has paid."""
    pay: int
    """What was settled."""
    rate: int
    """Rate of the commission."""
    extra: str | None


class Refund(NamedTuple):
    """How a refund looks from `since` until its next version."""

    id: int
    since: int
    status: int
    started: int
    finished: int | None
    updated: int
    fee: int


class Punishment(NamedTuple):
    """How a punishment looks from `since` until its next version."""

    since: int
    status: str
    violation: str


class Life(NamedTuple):
    """An order with everything that happens to it."""

    order: Order
    versions: list[Version]
    refunds: list[Refund]
    punishments: list[Punishment]
