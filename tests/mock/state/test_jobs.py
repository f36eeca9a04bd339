"""Each classical mistake of order jobs is caught and named, and the right job passes."""

import pytest
from taobaoke_mock.state.book import Book
from taobaoke_mock.state.orders_control import Orders

from mock.state import jobs
from mock.state.jobs import Job, Story, live
from mock.state.worlds import HOUR, MINUTE, World


def cart(orders: Orders) -> None:
    orders.add(trade_id="71", trade_parent_id="70")
    orders.add(trade_id="72", trade_parent_id="70")


def many(orders: Orders) -> None:
    for _ in range(45):
        orders.add()


ONE: Story = {5: lambda orders: orders.add(trade_id="1")}
PAID_OUT: Story = {
    **ONE,
    25: lambda orders: orders.receive("1"),
    45: lambda orders: orders.settle("1"),
    65: lambda orders: orders.refund("1", "1.00"),
}
MISTAKES: list[tuple[type[Job], Story, str]] = [
    (
        jobs.ProgressBeforeCall,
        {**ONE, 25: lambda orders: orders.add(), 45: lambda orders: orders.add()},
        "progress was kept before the call succeeded",
    ),
    (
        jobs.ShortWindow,
        {3: lambda orders: orders.add(), 15: lambda orders: orders.add()},
        "runs less often than its window is long",
    ),
    (jobs.FirstPage, {5: many}, "page 1 only"),
    (jobs.NoCursor, {5: many}, "no cursor was sent"),
    (jobs.FirstStepSkipped, {**ONE, 45: lambda orders: orders.add()}, "first step is skipped"),
    (jobs.OneLevelTooHigh, ONE, "read one level too high"),
    (
        jobs.StatusOnly,
        {**ONE, 30: lambda orders: orders.change("1", total_commission_rate="0.50")},
        "updated only when the status changed",
    ),
    (jobs.ParentKey, {5: cart}, "the parent order number is the key"),
    (jobs.NoKey, {**ONE, 30: lambda orders: orders.receive("1")}, "inserted without a key"),
    (
        jobs.ChannelsOnly,
        {**ONE, 6: lambda orders: orders.add(relation_id=1)},
        "orders without relation_id were dropped",
    ),
    (jobs.PaidOut, PAID_OUT, "refunds after settlement were not seen"),
    (
        jobs.PaidAtCreation,
        {
            **ONE,
            6: lambda orders: orders.add(trade_id="2", tk_status=11),
            45: lambda orders: orders.pay("2"),
        },
        "paid long after their creation",
    ),
    (
        jobs.ByCreation,
        {**ONE, 50: lambda orders: orders.late(40 * MINUTE)},
        "arrived late, into windows read before",
    ),
    (jobs.ByCreation, {**ONE, 50: lambda orders: orders.receive("1")}, "were not read again"),
    (
        jobs.LocalClock,
        {**ONE, 500: lambda orders: orders.add()},
        "local time was taken for that of the platform",
    ),
    (jobs.LocalTimes, ONE, "local time was taken for that of the platform"),
    (
        jobs.FloatMoney,
        {
            5: lambda orders: orders.add(
                item_price="20.00", total_commission_rate="0.50", subsidy_rate="1.00"
            )
        },
        "money was kept as float",
    ),
    (
        jobs.SceneOne,
        {
            **ONE,
            6: lambda orders: orders.add(relation_id=1),
            7: lambda orders: orders.add(special_id=2),
        },
        "orders of channels and members were never asked",
    ),
]
NAMES = [mistake.__name__ for mistake, _, _ in MISTAKES]


def told(job: Job, story: Story) -> str:
    """What the audit says in the end."""
    live(job, story, minutes=540, down=40)
    return str(job.world.orders.audit(job.table))


@pytest.mark.parametrize(("mistake", "story", "name"), MISTAKES, ids=NAMES)
def test_a_mistake_is_caught_and_named(mistake: type[Job], story: Story, name: str) -> None:
    world = World()
    text = told(mistake(world), story)
    assert "对账不符" in text
    assert name in text
    assert text.count("likely:") == 1


@pytest.mark.parametrize(("mistake", "story", "name"), MISTAKES, ids=NAMES)
def test_the_mended_job_passes(mistake: type[Job], story: Story, name: str) -> None:
    del mistake, name
    world = World()
    job = Job(world)
    live(job, story, minutes=540, down=40)
    assert world.orders.audit(job.table)
    assert world.orders.truth()


def test_scene_one_may_mean_all_orders() -> None:
    world = World(scene_one="all")
    job = jobs.SceneOne(world)
    live(job, MISTAKES[-1][1], minutes=40)
    assert world.orders.audit(job.table)


def test_the_right_job_keeps_up_with_a_busy_book() -> None:
    """Late arrivals, carts, refunds, changes of fees, many orders in one second: all in hours."""
    world = World(Book(rate=10))
    job = Job(world)
    start = world.now
    live(job, {}, minutes=8 * 60)
    result = world.orders.audit(job.table, since=float(start))
    assert result, str(result)
    assert result.count > 70
    assert len({row["tk_status"] for row in job.table}) == 5
    assert any(row["refund_tag"] for row in job.table)
    assert world.now == start + 8 * HOUR
