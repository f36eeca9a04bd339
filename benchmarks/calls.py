"""The process that calls: it takes contenders in turns and tells what each round of them took.

`calls.py EXPERIMENT URL ROUNDS CALLS` makes so many calls in a turn, and writes the microseconds of
one as JSON, by contender: `cpu` is what this process computed, in the kernel, too, and `wall` what
passed on the clock.
"""

import asyncio
import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, ExitStack
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Self

import contenders
from contenders import IN_FLIGHT, AsyncCall, Call
from figures import Measure

BEIJING = timezone(timedelta(seconds=contenders.BEIJING_AHEAD))
WARMING = 20
"""Calls before the first round."""
TURNS = 5
"""Of each contender in a round: what else the machine does meets all of them."""


class Stopwatch:
    """Seconds that pass, and that this process computes, within its blocks."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> Self:
        self._started = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        wall, cpu = self._started
        self.cpu += time.process_time() - cpu
        self.wall += time.perf_counter() - wall


Batch = Callable[[Stopwatch, int], None]
"""Makes so many calls, and lets the watch run for what is measured of them."""


def calling(call: Call) -> Batch:
    def batch(watch: Stopwatch, calls: int) -> None:
        with watch:
            for _ in range(calls):
                call()

    return batch


def reading(call: Call, read: Callable[[Any], object]) -> Batch:
    """Only the reading is measured; each reply is a new one, because views keep what was read."""

    def batch(watch: Stopwatch, calls: int) -> None:
        for _ in range(calls):
            reply = call()
            with watch:
                read(reply)

    return batch


def flooding(call: AsyncCall, runner: asyncio.Runner) -> Batch:
    async def flood(calls: int) -> None:
        todo = iter(range(calls))

        async def worker() -> None:
            for _ in todo:
                await call()

        await asyncio.gather(*(worker() for _ in range(IN_FLIGHT)))

    def batch(watch: Stopwatch, calls: int) -> None:
        with watch:
            runner.run(flood(calls))

    return batch


def items(reply: Any) -> list[tuple[Any, ...]]:
    """11 members of each item, by a typed reply."""
    return [
        (
            item.item_id,
            item.item_basic_info.title,
            item.item_basic_info.shop_title,
            item.item_basic_info.pict_url,
            item.item_basic_info.category_id,
            item.item_basic_info.volume,
            item.price_promotion_info.zk_final_price,
            item.price_promotion_info.final_promotion_price,
            item.publish_info.coupon_share_url,
            item.publish_info.income_rate,
            item.publish_info.income_info.commission_amount,
        )
        for item in reply.result_list
    ]


def items_by_hand(reply: Any) -> list[tuple[Any, ...]]:
    found = []
    content = reply["tbk_dg_material_optional_upgrade_response"]
    for item in content["result_list"]["map_data"]:
        basic, price = item["item_basic_info"], item["price_promotion_info"]
        publish = item["publish_info"]
        found.append(
            (
                item["item_id"],
                basic["title"],
                basic["shop_title"],
                basic["pict_url"],
                str(basic["category_id"]),
                basic["volume"],
                Decimal(price["zk_final_price"]),
                Decimal(price["final_promotion_price"]),
                publish["coupon_share_url"],
                Decimal(publish["income_rate"]),
                Decimal(publish["income_info"]["commission_amount"]),
            )
        )
    return found


def orders(reply: Any) -> list[tuple[Any, ...]]:
    """3 members of each order, by a typed reply."""
    return [(order.trade_id, order.pay_price, order.tk_create_time) for order in reply.data.results]


def orders_by_hand(reply: Any) -> list[tuple[Any, ...]]:
    content = reply["tbk_order_details_get_response"]["data"]
    return [
        (
            order["trade_id"],
            Decimal(order["pay_price"]),
            datetime.fromisoformat(order["tk_create_time"]).replace(tzinfo=BEIJING),
        )
        for order in content["results"]["publisher_order_dto"]
    ]


def same(*values: object) -> None:
    """Contenders do the same work only if they come to the same result."""
    assert values[0], "nothing was read"
    assert all(value == values[0] for value in values), values


def call_batches(url: str, _: ExitStack) -> dict[str, Batch]:
    makers = [
        contenders.taobaoke,
        contenders.urllib3,
        contenders.http_client,
        contenders.requests,
        contenders.httpx,
        contenders.taobaopy,
    ]
    if url.startswith("http:"):
        makers.append(contenders.topsdk)
    calls = {maker.__name__: maker(url) for maker in makers}
    typed, *others = calls.values()
    same(items(typed()), *(items_by_hand(call()) for call in others))
    return {name: calling(call) for name, call in calls.items()}


def item_batches(url: str, _: ExitStack) -> dict[str, Batch]:
    typed, bare = contenders.taobaoke(url), contenders.urllib3(url)
    same(items(typed()), items_by_hand(bare()))
    return {
        "taobaoke": calling(lambda: items(typed())),
        "urllib3": calling(lambda: items_by_hand(bare())),
    }


def order_batches(url: str, _: ExitStack) -> dict[str, Batch]:
    typed, bare = contenders.taobaoke_orders(url), contenders.urllib3(url)
    same(orders(typed()), orders_by_hand(bare()))
    return {"taobaoke": reading(typed, orders), "urllib3": reading(bare, orders_by_hand)}


def async_batches(url: str, stack: ExitStack) -> dict[str, Batch]:
    runner = stack.enter_context(asyncio.Runner())
    sessions = AsyncExitStack()
    stack.callback(lambda: runner.run(sessions.aclose()))
    makers = (contenders.taobaoke_async, contenders.aiohttp)
    typed, bare = (runner.run(sessions.enter_async_context(maker(url))) for maker in makers)
    same(items(runner.run(typed())), items_by_hand(runner.run(bare())))
    return {"taobaoke": flooding(typed, runner), "aiohttp": flooding(bare, runner)}


EXPERIMENTS: Mapping[str, Callable[[str, ExitStack], dict[str, Batch]]] = {
    "call": call_batches,
    "items": item_batches,
    "orders": order_batches,
    "async": async_batches,
}


def measure(batches: Mapping[str, Batch], rounds: int, calls: int) -> dict[str, Measure]:
    measures = {name: Measure() for name in batches}
    for batch in batches.values():
        batch(Stopwatch(), WARMING)
    gc.collect()
    gc.freeze()  # or each would pay for walks over what the others have imported
    for _ in range(rounds):
        watches = {name: Stopwatch() for name in batches}
        for _ in range(TURNS):
            for name, batch in batches.items():
                gc.collect()
                batch(watches[name], calls)
        for name, watch in watches.items():
            share = 1e6 / (TURNS * calls)
            measures[name].add(cpu=watch.cpu * share, wall=watch.wall * share)
    return measures


def main() -> None:
    experiment, url, *bounds = sys.argv[1:]
    rounds, calls = map(int, bounds)
    with ExitStack() as stack:
        measures = measure(EXPERIMENTS[experiment](url, stack), rounds, calls)
    json.dump({name: one.figures for name, one in measures.items()}, sys.stdout)


if __name__ == "__main__":
    main()
