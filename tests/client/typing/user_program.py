"""What users write. It is only checked, never run: every type here must follow from the package."""

# pyright: strict

from datetime import datetime, timedelta
from decimal import Decimal

from taobaoke import (
    Answer,
    AsyncClient,
    Client,
    ErrorClass,
    File,
    GatewayError,
    InvalidArguments,
    LimitScope,
    PermissionDenied,
    RateLimited,
    Response,
    RetryPolicy,
    Unanswered,
    types,
)


def earned(orders: list[types.TbkOrderDetailsGetPublisherOrder]) -> Decimal:
    return sum((order.pub_share_fee or Decimal(0) for order in orders), Decimal(0))


def titles(page: types.TbkShopGetResponse) -> list[str]:
    """Of one page, whichever client it came from."""
    return [shop.shop_title or "" for shop in page]


def main() -> None:
    end = datetime.now()
    retries = RetryPolicy(attempts=2, longest_wait=1)
    with Client("key", "secret", session=None, gateway="sandbox", retries=retries) as client:
        page = client.tbk_order_details_get(
            start_time=end - timedelta(hours=2), end_time="2026-01-01 00:00:00", query_type=2
        )
        orders: list[types.TbkOrderDetailsGetPublisherOrder] = list(page.iter_all())
        print(earned(orders), page.data.has_next if page.data else None)
        for each in page.iter_pages():
            request_id: str | None = each.request_id
            print(request_id, each.raw)

        shops = client.tbk_shop_get(fields=["user_id", "shop_title"], q="女装", timeout=5)
        for shop in shops.results:
            title: str | None = shop.shop_title
            print(title)

        links = client.tbk_dg_general_link_convert(
            adzone_id="1",
            material_list="https://a/",
            required_link_type=["cps_short_url", "some_new_link"],
        )
        for failed in links.failed:
            code: str = failed.code
            print(code, failed.item.msg)

        client.tbk_shop_get(fields="user_id", q="女装", sort="total_auction_des", platform=2)
        client.tbk_shop_get(fields="user_id", q="女装", sort="some_new_order", platform=3)

        option: types.TbkDgPunishOrderGetTopApiAfOrderOption = {"page_no": 1, "start_time": end}
        client.tbk_dg_punish_order_get(af_order_option=option)
        client.tbk_dg_punish_order_get(af_order_option={"page_no": 1})
        client.tbk_sc_pic_embed(
            adzone_id=1, item_id=2, site_id=3, pic_stream=File(b"x", "a.png"), session="s"
        )
        for answer in client.tbk_item_info_upgrade_get_many(["a", "b"], concurrency=2):
            item_id: str = answer.value
            item: types.TbkItemInfoUpgradeGetTbkItemDetail = answer.element
            print(item_id, item.input_item_iid, answer.error)
        counted: list[Answer[int, types.UvIdGenerateRes]] = [
            *client.tbk_uvid_encrypt_many(range(3), tk_domain=1)
        ]
        missing: list[int] = [one.value for one in counted if isinstance(one.error, Unanswered)]
        print(missing)
        try:
            reply = client.call("taobao.tbk.new.method", {"any": [1, 2]})
            print(reply["member"], reply.raw.get("other"))
        except InvalidArguments as error:
            print(error.problems)
        except PermissionDenied as error:
            for package in error.packages:
                address: str | None = package.page
                print(package.id, address, package.legacy, error.held)
        except RateLimited as error:
            seconds: float | None = error.retry_after
            until: datetime | None = error.until
            scope: LimitScope | None = error.scope
            print(seconds, until, scope, error.lasts == "today")
        except GatewayError as error:
            kind: ErrorClass | None = error.error_class
            reply_behind: Response | None = error.response
            print(kind == "not_found", reply_behind)


async def main_async() -> None:
    async with AsyncClient("key", "secret") as client:
        shops = await client.tbk_shop_get(fields="user_id", q="女装")
        found: list[types.NTbkShopInfo] = [shop async for shop in shops.iter_all()]
        print(len(found), shops.total_results)
        many = client.tbk_item_convert_many((1, "b"), adzone_id=1, fields=["click_url"])
        urls = {answer.value: answer.element.click_url async for answer in many}
        print(urls)
        async for page in shops.iter_pages():
            print(page.request_id, titles(page))
        asynchronous: types.AsyncTbkShopGetResponse = shops
        async for shop in asynchronous.iter_all(limit=3):
            print(shop.shop_title)
        links = await client.tbk_dg_general_link_convert(adzone_id="1", material_list="https://a/")
        print([failed.code for failed in links.failed])
        reply = await client.call("taobao.tbk.new.method")
        print(reply.request_id)
