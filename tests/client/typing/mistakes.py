"""What users get wrong. Every marked line must be an error for a type checker."""

# pyright: strict

from taobaoke import AsyncClient, Client, types

client = Client("key", "secret")
Client("key", "secret", sign_method="sha1")  # no such algorithm
client.tbk_shop_get(fields="user_id")  # missing q
client.tbk_shop_get("user_id", "x")  # positional
client.tbk_shop_get(fields="user_id", q="x", page_no="1")  # text for a number
client.tbk_shop_get(fields="user_id", q="x", page_number=1)  # no such parameter
shops = client.tbk_shop_get(fields="user_id", q="x")
print(shops.result)  # no such field
print(shops.results[0].shop_title.upper())  # may be None
client.tbk_dg_punish_order_get(af_order_option="x")  # no object
client.tbk_no_such_method()  # no such method
client.tbk_shop_get(fields="user_id", q="x", sort=1)  # an open list takes any text, no number
client.tbk_sc_publisher_info_get(info_type=3, relation_app="common")  # none of a closed list
client.tbk_dg_punish_order_get(af_order_option={"page_numb": 1})  # no such key
client.tbk_dg_general_link_convert(adzone_id=1, item_dto={"is_target_coupon": 2})  # none of a list
option: types.TbkDgPunishOrderGetTopApiAfOrderOption = {"page": 1}  # no such key
client.tbk_item_info_get(num_iids="1")  # deprecated
client.tbk_item_info_get_many(["1"])  # deprecated
client.tbk_uvid_encrypt_many([1.5], tk_domain=1)  # neither text nor whole number
for answer in client.tbk_uvid_encrypt_many(["1"], tk_domain=1):
    print(answer.source_value)  # of the element
order = types.TbkOrderDetailsGetPublisherOrders  # no such type
shop = shops.results[0]
shop.shop_title = "x"  # frozen
shop.typo = 1  # no such field
shops.total_results = 1  # frozen
del shop.typo  # no such field
for _ in shop:  # no list
    pass
print(list(shop))  # no list
print("shop_title" in shop)  # no mapping
shops.request_id = "x"  # frozen
shop.raw = {}  # frozen
print(shop[0])  # by name


async def main() -> None:
    async with AsyncClient("key", "secret") as asynchronous:
        await asynchronous.tbk_item_info_get(num_iids="1")  # deprecated
        page = await asynchronous.tbk_shop_get(fields="user_id", q="x", platform="1")  # no number
        for _ in asynchronous.tbk_uvid_encrypt_many(["1"], tk_domain=1):  # needs async for
            break
        print(page.results[0].no_such_field)  # no such field
        for _ in page.iter_all():  # `async for`
            pass
        for _ in page.iter_pages():  # `async for`
            pass
        list(page.iter_all(limit=3))  # `async for`
        async for _ in shops.iter_all():  # `for`
            pass
        async for _ in shops.iter_pages():  # `for`
            pass
