"""Order jobs as people write them: one that is right, and one for each classical mistake."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

from taobaoke_mock.errors import GatewayError
from taobaoke_mock.state.orders_control import Orders
from taobaoke_mock.times import written

from mock.state.worlds import HOUR, MINUTE, World, rows

Row = dict[str, Any]
Story = Mapping[int, Callable[[Orders], object]]
"""Minute after the start → what happens."""
STEP, OVERLAP = 2 * HOUR, 5 * MINUTE


class Job:
    """Reads by update time, in all scenes, all pages; keeps the newest row of each order."""

    every = 20
    """Minutes between its runs."""
    scenes: tuple[int, ...] = (1, 2, 3)
    query: Mapping[str, Any] = {"query_type": 4}

    def __init__(self, world: World) -> None:
        self.world = world
        self.done = world.now
        self.kept: dict[str, Row] = {}

    def run(self) -> None:
        """What happens every some minutes; the gateway may refuse."""
        start = self.done - OVERLAP
        while start < self.world.now:
            end = min(start + STEP, self.world.now)
            self.pull(start, end)
            self.done = start = end

    def pull(self, start: int, end: int) -> None:
        for scene in self.scenes:
            for row in self.read(start, end, scene):
                self.keep(row)

    def read(self, start: int, end: int, scene: int) -> Iterator[Row]:
        data = self.page(start, end, scene)
        yield from rows(data)
        while data["has_next"]:
            data = self.page(start, end, scene, data["page_no"] + 1, data["position_index"])
            yield from rows(data)

    def page(
        self, start: int, end: int, scene: int, number: int = 1, cursor: str | None = None
    ) -> Mapping[str, Any]:
        given = {"start_time": self.written(start), "end_time": self.written(end), **self.query}
        if cursor:
            given |= {"position_index": cursor, "jump_type": 1}
        answer = self.world.ask(**given, order_scene=scene, page_no=number)
        data: Mapping[str, Any] = answer["data"]
        return data

    def written(self, moment: int) -> str:
        return written(moment)

    def keep(self, row: Row) -> None:
        kept = self.kept.get(row["trade_id"])
        if kept is None or row["modified_time"] >= kept["modified_time"]:
            self.kept[row["trade_id"]] = row

    @property
    def table(self) -> list[Any]:
        """What it has in the end."""
        return list(self.kept.values())


class ProgressBeforeCall(Job):
    """Stores how far it is before it knows that the call succeeds."""

    def run(self) -> None:
        start, self.done = self.done, self.world.now
        self.pull(start, self.done)


class ShortWindow(Job):
    """Runs every 20 minutes and asks for the last 10."""

    def run(self) -> None:
        self.pull(self.world.now - 10 * MINUTE, self.world.now)


class FirstPage(Job):
    """Never asks for the second page."""

    def read(self, start: int, end: int, scene: int) -> Iterator[Row]:
        yield from rows(self.page(start, end, scene))


class NoCursor(Job):
    """Counts pages, but does not send `position_index`."""

    def read(self, start: int, end: int, scene: int) -> Iterator[Row]:
        data = self.page(start, end, scene)
        yield from rows(data)
        while data["has_next"]:
            data = self.page(start, end, scene, data["page_no"] + 1)
            yield from rows(data)


class FirstStepSkipped(Job):
    """Takes a step before it reads."""

    every = 60

    def run(self) -> None:
        start, step = self.done, 20 * MINUTE
        while start + step < self.world.now:
            start += step
            self.pull(start, min(start + step, self.world.now))
        self.done = self.world.now


class OneLevelTooHigh(Job):
    """Takes `data.results` for the list."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.lines: list[Any] = []

    def read(self, start: int, end: int, scene: int) -> Iterator[Any]:
        yield from self.page(start, end, scene).get("results", {})

    def keep(self, row: Any) -> None:
        self.lines.append(row)

    @property
    def table(self) -> list[Any]:
        return self.lines


class StatusOnly(Job):
    """Updates a row only if its status differs."""

    def keep(self, row: Row) -> None:
        kept = self.kept.get(row["trade_id"])
        if kept is None or kept["tk_status"] != row["tk_status"]:
            self.kept[row["trade_id"]] = row


class ParentKey(Job):
    """Has the parent order number as its key."""

    def keep(self, row: Row) -> None:
        self.kept[row["trade_parent_id"]] = row


class NoKey(OneLevelTooHigh):
    """Inserts whatever comes."""

    def read(self, start: int, end: int, scene: int) -> Iterator[Row]:
        return Job.read(self, start, end, scene)


class ChannelsOnly(Job):
    """Drops orders without a relation id."""

    def keep(self, row: Row) -> None:
        if row.get("relation_id"):
            super().keep(row)


class PaidOut(Job):
    """Looks at no order again that it has paid out for."""

    def keep(self, row: Row) -> None:
        kept = self.kept.get(row["trade_id"])
        if kept is None or kept["tk_status"] != 3:
            super().keep(row)


class PaidAtCreation(Job):
    """Asks once for paid orders by their creation."""

    query: Mapping[str, Any] = {"query_type": 1, "tk_status": 12}


class ByCreation(Job):
    """Asks once by creation."""

    query: Mapping[str, Any] = {"query_type": 1}


class LocalClock(Job):
    """Writes the time of a machine in UTC."""

    every = 60

    def written(self, moment: int) -> str:
        return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")


class LocalTimes(Job):
    """Reads the platform's times as those of a machine in UTC."""

    def keep(self, row: Row) -> None:
        naive = datetime.fromisoformat(row["tk_create_time"])
        super().keep({**row, "tk_create_time": naive.replace(tzinfo=UTC)})


class FloatMoney(Job):
    """Adds amounts up as floats."""

    def keep(self, row: Row) -> None:
        parts = ("pub_share_pre_fee_for_commission", "pub_share_pre_fee_for_sdy")
        super().keep({**row, "pub_share_pre_fee": sum(float(row[part]) for part in parts)})


class SceneOne(Job):
    """Asks for regular orders alone."""

    scenes = (1,)


def live(job: Job, story: Story, minutes: int, down: int | None = None) -> None:
    """Let a story happen while the job runs; at minute `down` the gateway has a fault."""
    world = job.world
    start = world.now
    for minute in range(1, minutes + 1):
        world.clock.set(float(start + minute * MINUTE))
        if minute in story:
            story[minute](world.orders)
        if minute % job.every == 0:
            try:
                if minute == down:
                    _fail(job)
                else:
                    job.run()
            except GatewayError:
                continue  # the scheduler tries again in some minutes


def _fail(job: Job) -> None:
    """A run whose first call fails."""

    with patch.object(job, "page", side_effect=GatewayError("15", sub_code="3001")):
        job.run()
