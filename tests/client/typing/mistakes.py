"""What users get wrong. Every marked line must be an error for a type checker."""

from taobaoke import Client

client = Client("key", "secret")
client.tbk_shop_get(fields="user_id")  # missing q
client.tbk_shop_get("user_id", "x")  # positional
client.tbk_shop_get(fields="user_id", q="x", page_no="1")  # text for a number
client.tbk_shop_get(fields="user_id", q="x", page_number=1)  # no such parameter
shops = client.tbk_shop_get(fields="user_id", q="x")
print(shops.result)  # no such field
print(shops.results[0].shop_title.upper())  # may be None
client.tbk_dg_punish_order_get(af_order_option="x")  # no object
client.tbk_no_such_method()  # no such method
