"""Rows and pages that were written are kept for the next call, within a limit."""

from taobaoke_mock.state.rows import Rows

from mock.state.worlds import World


def test_the_least_recently_used_rows_go() -> None:
    rows = Rows(most=2)
    one, two, three = (("taobao.tbk.order.details.get", id_, 0) for id_ in (1, 2, 3))
    rows.keep(one, b"1")
    rows.keep(two, b"2")
    assert rows.find(one) == b"1"
    rows.keep(three, b"3")
    assert [rows.find(key) for key in (one, two, three)] == [b"1", None, b"3"]


def test_the_oldest_pages_go() -> None:
    ledger = World().state.ledger
    made: list[str] = []

    def page(name: str) -> None:
        def make(now: int) -> tuple[bytes, int]:
            made.append(name)
            return bytes(3_900_000), now + 1

        ledger.page((name,), make)

    for name in (*"abcdefgh", *"abcdefgh", "i", "b", "a"):
        page(name)
    assert "".join(made) == "abcdefghia"
