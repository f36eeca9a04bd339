"""The items that seeded orders are about: made up, but of the form that real ones have."""

import hashlib
from typing import NamedTuple

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Item(NamedTuple):
    """An item; its price in 分, the rate of its commission in 万分之一."""

    id: str
    title: str
    category: str
    subcategory: str
    price: int
    rate: int
    shop: str
    seller: str
    platform: str


def item_id(number: int) -> str:
    """An id in the form of today: letters, digits and one hyphen."""
    value = int.from_bytes(hashlib.sha256(b"item %d" % number).digest())
    text = ""
    for _ in range(32):
        value, digit = divmod(value, 62)
        text += _DIGITS[digit]
    return f"{text[:14]}-{text[14:]}"


_ROWS = """\
纯棉短袖T恤 夏季宽松男女同款|女装/女士精品|T恤|5900|900|棉语服饰旗舰店|棉语服饰旗舰店|天猫
高腰直筒牛仔裤 九分显瘦|女装/女士精品|牛仔裤|12900|1200|蓝岸女装店|蓝岸女装|淘宝
轻薄羽绒服 立领短款|男装|羽绒服|39900|750|北屿旗舰店|北屿旗舰店|天猫
透气网面跑步鞋|运动鞋|跑步鞋|26900|600|疾行运动旗舰店|疾行运动旗舰店|天猫
不锈钢保温杯 500ml|餐饮具|保温杯|6980|1500|温禾家居店|温禾家居|淘宝
陶瓷饭碗 家用6只装|餐饮具|碗|3990|2000|青窑瓷器店|青窑瓷器|淘宝
全棉四件套 1.8米床|床上用品|床品套件|29900|1000|眠谷家纺旗舰店|眠谷家纺旗舰店|天猫
记忆棉枕头 一对|床上用品|枕头|15900|1300|眠谷家纺旗舰店|眠谷家纺旗舰店|聚划算
氨基酸洗面奶 120g|美容护肤|洁面|7900|2500|素颜记旗舰店|素颜记旗舰店|天猫
补水面膜 20片|美容护肤|面膜|9900|3000|素颜记旗舰店|素颜记旗舰店|聚划算
哑光口红 三支装|彩妆|口红|8900|2200|绯色彩妆店|绯色彩妆|淘宝
无线蓝牙耳机 降噪|影音电器|耳机|19900|500|听潮数码旗舰店|听潮数码旗舰店|天猫
快充数据线 2米两条|3C数码配件|数据线|2990|1800|快电数码店|快电数码|淘宝
手机壳 磨砂防摔|3C数码配件|手机壳|1990|3500|快电数码店|快电数码|淘宝
机械键盘 87键|电脑硬件|键盘|32900|400|指尖外设旗舰店|指尖外设旗舰店|天猫
空气炸锅 5升|厨房电器|炸锅|24900|700|小灶电器旗舰店|小灶电器旗舰店|天猫
每日坚果 30包|零食/坚果|坚果|10900|1600|山果集旗舰店|山果集旗舰店|天猫
手撕面包 整箱|零食/坚果|面包|2590|2000|麦田小铺|麦田小铺|淘宝
挂耳咖啡 40杯|咖啡/冲饮|咖啡|6900|1400|晨焙咖啡旗舰店|晨焙咖啡旗舰店|天猫
猫粮 成猫10斤|宠物用品|猫粮|13900|1100|喵仓旗舰店|喵仓旗舰店|天猫
抽纸 40包整箱|洗护清洁|纸巾|4990|800|云朵纸业旗舰店|云朵纸业旗舰店|聚划算
洗衣液 10斤|洗护清洁|洗衣液|3990|1000|净白日化旗舰店|净白日化旗舰店|天猫
婴儿纸尿裤 L码|婴童用品|纸尿裤|11900|650|小树苗母婴店|小树苗母婴|淘宝
儿童积木 200粒|玩具|积木|8800|1700|乐拼玩具旗舰店|乐拼玩具旗舰店|天猫
"""


def _made() -> tuple[Item, ...]:
    items = []
    for number, line in enumerate(_ROWS.splitlines()):
        title, category, sub, price, rate, shop, seller, platform = line.split("|")
        items.append(
            Item(
                item_id(number), title, category, sub, int(price), int(rate), shop, seller, platform
            )
        )
    return tuple(items)


ITEMS = _made()
