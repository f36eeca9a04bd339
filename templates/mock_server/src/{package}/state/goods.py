"""The shops and items there are: a small catalogue, the same in every run, and tests' own."""

import difflib
import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any, Protocol

from ..texts import flaw, printed
from .calls import State
from .money import written
from .shapes import yuan
from .things import Things


class Keeper(Protocol):
    """Who has what tests have added."""

    @property
    def things(self) -> Things:
        """What was created."""
        ...


ITEM = "item"
"""The kind of thing that a test's own item is."""

_PER_SHOP = 10


@dataclass(frozen=True, slots=True)
class Category:
    """A leaf of the categories, and the first level above it."""

    id: int
    name: str
    top_id: int
    top_name: str
    nouns: str
    """What is sold in it, and how it is praised."""
    praise: str
    prices: tuple[int, int]
    """Yuan."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop that takes part."""

    seller_id: int
    title: str
    brand: str
    tmall: bool
    category: Category
    province: str
    rate: int
    """Of the commission, in basis points."""
    dsr: int
    credit: int

    @property
    def nick(self) -> str:
        """The name of its seller."""
        return self.title

    @property
    def logo(self) -> str:
        """Its picture; there is none at that address."""
        return f"https://img.alicdn.com/bao/uploaded/i1/{self.seller_id}/logo.jpg"

    @property
    def url(self) -> str:
        """Its own page."""
        return f"https://shop{self.seller_id}.taobao.com"


@dataclass(frozen=True, slots=True)
class Item:
    """An item; amounts are hundredths of a yuan, rates basis points."""

    id: str
    """The one of today, of letters and digits."""
    number: int
    """The one of old, which is accepted as well."""
    title: str
    price: int
    """What it costs now; `reserve_price` is crossed out."""
    reserve_price: int
    rate: int
    """Commission."""
    subsidy_rate: int
    coupon: int
    """What its coupon takes off; 0: it has none."""
    coupon_from: int
    """The price from which the coupon is valid."""
    coupon_total: int
    coupon_left: int
    volume: int
    """Sold in 30 days."""
    brand: str
    free_shipment: bool
    seller_id: int

    @property
    def final_price(self) -> int:
        """With the coupon, if it is valid for one."""
        return self.price - (self.coupon if self.price >= self.coupon_from else 0)

    @property
    def has_valid_coupon(self) -> bool:
        """Whether the coupon takes something off the price of one."""
        return self.final_price < self.price

    @property
    def coupon_id(self) -> str:
        """What the platform calls the activity of the coupon."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:32]

    @property
    def coupon_text(self) -> str:
        """What the coupon does."""
        return f"满{_short(self.coupon_from)}元减{_short(self.coupon)}元"

    @property
    def commission(self) -> Decimal:
        """What is earned with one, in yuan."""
        return yuan(self.final_price * self.rate // 10_000)

    @property
    def shop(self) -> Shop:
        """Where it is sold."""
        return find_shop(str(self.seller_id)) or shops()[0]

    @property
    def platform(self) -> str:
        """Where that is, as orders tell it."""
        return "天猫" if self.shop.tmall else "淘宝"

    @property
    def url(self) -> str:
        """Its own page."""
        host = "detail.tmall.com" if self.shop.tmall else "item.taobao.com"
        return f"https://{host}/item.htm?id={self.id}"

    @property
    def picture(self) -> str:
        """Its main picture; there is none at that address."""
        return f"https://img.alicdn.com/bao/uploaded/i1/{self.seller_id}/{self.number}.jpg"

    @property
    def text(self) -> str:
        """What a search looks into."""
        return _text(self)


_CLOTHES = "2026新款 复古 法式 宽松显瘦 纯色百搭"
_SHOES = "2026新款 轻便透气 缓震 防滑耐磨 经典"
_CARE = "保湿 修护 清爽不油腻 敏感肌可用 提亮"
_FOOD = "礼盒装 独立小包装 新货 500g 家庭分享装"
_GADGETS = "便携 大功率 静音 升级款 家用"
_HOME = "家庭装 加厚 柔软亲肤 整箱 抑菌"
"""What titles say of items."""

CATEGORIES = (
    Category(50010850, "连衣裙", 16, "女装", "碎花连衣裙 针织连衣裙 衬衫裙", _CLOTHES, (59, 399)),
    Category(162104, "衬衫", 16, "女装", "雪纺衬衫 长袖格子衬衫 真丝衬衫", _CLOTHES, (39, 299)),
    Category(50000436, "T恤", 30, "男装", "短袖T恤 POLO衫 圆领T恤", _CLOTHES, (29, 199)),
    Category(50012027, "运动鞋", 50012029, "运动鞋", "跑步鞋 板鞋 徒步鞋", _SHOES, (99, 799)),
    Category(121474010, "护肤", 1801, "美妆", "面霜 精华液 防晒霜", _CARE, (49, 499)),
    Category(50008055, "坚果", 50002766, "零食", "混合坚果 夏威夷果 巴旦木", _FOOD, (19, 129)),
    Category(50025111, "茶叶", 124458005, "茶", "白茶 茉莉花茶 龙井绿茶", _FOOD, (29, 599)),
    Category(
        50005050, "手机配件", 50008090, "数码", "手机壳 快充充电器 数据线", _GADGETS, (9, 149)
    ),
    Category(50012097, "小家电", 50012100, "电器", "煮茶器 空气炸锅 加湿器", _GADGETS, (79, 899)),
    Category(50001865, "床上用品", 50008163, "家居", "四件套 乳胶枕 夏凉被", _HOME, (69, 699)),
    Category(50013618, "婴童用品", 50014812, "母婴", "拉拉裤 宝宝湿巾 儿童水杯", _HOME, (29, 259)),
    Category(50016348, "清洁用品", 50025705, "日用", "洗衣液 厨房纸巾 垃圾袋", _HOME, (9, 99)),
)
_BRANDS = "青禾里 木上 云朵家 拾光 南枝 简一 禾木集 山野间".split()
_PROVINCES = "浙江 杭州/上海/广东 广州/江苏 苏州/福建 泉州/北京".split("/")

DOCUMENTED_ITEMS = (
    "123 456 3232 12323 qeqscd1231-uqwenqe 4112264076123 524136796550 556633720749 12 1 2 3 123456 "
    "qYtxrMJOC8tmtM-Qq0Z65Sbbq5DqZ9 i87a9ja90d8-09qrjcoa7qwl 688401422805 562120815059 123456789 "
    "wojDmGmsMCeXQRGSBdYhbtd-jowwbqCvwGPMGgGTw6 v6K3mGVu8Co7AyKtPpzu0te-rYbbjPH2GvxnP"
).split()
"""Ids that the documents use in examples; each stands for one of the items."""
DOCUMENTED_SELLERS = ("123", "456", "123456", "745957850", "2884767143", "123456789")
"""Likewise for shops."""


@functools.cache
def shops() -> tuple[Shop, ...]:
    """The shops: a flagship on Tmall and another one for each category."""
    return tuple(_shop(category, tmall=tmall) for category in CATEGORIES for tmall in (True, False))


@functools.cache
def items() -> tuple[Item, ...]:
    """The items of all shops."""
    return tuple(_item(shop, place) for shop in shops() for place in range(_PER_SHOP))


def _shop(category: Category, *, tmall: bool) -> Shop:
    key = f"{category.id} {tmall}"
    brand = _one(_BRANDS, key, "brand")
    kind = f"{category.top_name}旗舰店" if tmall else f"{category.name}小铺"
    return Shop(
        seller_id=2_200_000_000 + _number(99_999_999, key, "id"),
        title=f"{brand}{kind}",
        brand=brand,
        tmall=tmall,
        category=category,
        province=_one(_PROVINCES, key, "province"),
        rate=200 + 10 * _number(180, key, "rate"),
        dsr=46_000 + _number(3_500, key, "dsr"),
        credit=12 + _number(8, key, "credit"),
    )


def _item(shop: Shop, place: int) -> Item:
    key = f"{shop.seller_id} {place}"
    low, high = shop.category.prices
    price = 100 * (low + _number(high - low, key, "price")) + 90 * _number(2, key, "cents")
    # The first item of a shop always has a coupon, so that examples have one.
    coupon = 100 * (price // 1000 or 1) if place == 0 or _number(3, key, "coupon") else 0
    nouns, praise = shop.category.nouns.split(), shop.category.praise.split()
    # One after the other of all pairs: no two items of a shop have the same title.
    noun, word = nouns[place % len(nouns)], praise[place % len(praise)]
    brand = shop.brand if shop.tmall else _one(_BRANDS, key, "brand")
    return Item(
        id=_new_id(key),
        number=600_000_000_000 + _number(99_999_999_999, key, "number"),
        title=f"{brand} {word}{noun}",
        price=price,
        reserve_price=price + 100 * _number(80, key, "reserve"),
        rate=shop.rate + 50 * _number(20, key, "rate"),
        subsidy_rate=100 * _number(3, key, "subsidy"),
        coupon=coupon,
        coupon_from=100 * (price // 100 - _number(5, key, "from")) if coupon else 0,
        coupon_total=10_000 if coupon else 0,
        coupon_left=1 + _number(9_999, key, "left") if coupon else 0,
        volume=_number(30_000, key, "volume"),
        brand=brand,
        free_shipment=bool(_number(4, key, "shipment")),
        seller_id=shop.seller_id,
    )


def _number(end: int, *key: str) -> int:
    """A number from 0 to below `end`: any, but always the same one of a key."""
    digest = hashlib.sha256(" ".join(key).encode()).digest()
    return int.from_bytes(digest[:8]) % end


def _one(choices: Sequence[str], *key: str) -> str:
    return choices[_number(len(choices), *key)]


def _new_id(key: str) -> str:
    text = short_code(f"id {key}", 29)
    return f"{text[:14]}-{text[14:]}"


def short_code(key: str, length: int) -> str:
    """Letters and digits: any, but always the same ones of a key."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest())
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    code = ""
    for _ in range(length):
        number, digit = divmod(number, len(letters))
        code += letters[digit]
    return code


@functools.cache
def _by_id() -> dict[str, Item]:
    known = dict(zip(DOCUMENTED_ITEMS, items()[::_PER_SHOP], strict=False))
    for item in items():
        known |= {item.id: item, str(item.number): item}
    return known


@functools.cache
def _by_seller() -> dict[str, Shop]:
    known = dict(zip(DOCUMENTED_SELLERS, shops(), strict=False))
    return known | {str(shop.seller_id): shop for shop in shops()}


def _short(amount: int) -> str:
    """An amount in yuan without decimals that say nothing."""
    return written(amount).removesuffix(".00")


@functools.lru_cache(maxsize=1000)
def _text(item: Item) -> str:
    category = item.shop.category
    words = (item.title, item.brand, category.name, category.top_name, item.shop.title)
    return " ".join(words).lower()


def find_item(keeper: Keeper, id_: str) -> Item | None:
    """The item with an id, new or old."""
    if thing := keeper.things.find(ITEM, id_):
        return Item(**thing.data)
    return _by_id().get(id_)


def find_shop(seller_id: str) -> Shop | None:
    """The shop of a seller."""
    return _by_seller().get(seller_id)


def all_items(state: State) -> list[Item]:
    """Every item, tests' own first."""
    return [*(Item(**thing.data) for thing in state.things.all(ITEM)), *items()]


def add_item(state: State, id_: str, **facts: Any) -> Item:
    """An item of a test's own; what is not told is as of one of the others."""
    names = [field.name for field in fields(Item) if field.name != "id"]
    for name in facts:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            meant = f"，是否想写 {near[0]}？" if near else f"，可用：{'、'.join(names)}"
            raise ValueError(f"商品没有 {name}{meant} (an item has no {name!r})")
    pattern = items()[_number(len(items()), id_)]
    for name, fact in facts.items():
        wanted = type(getattr(pattern, name))
        if type(fact) is not wanted:
            raise ValueError(
                f"{name} 应为 {wanted.__name__}，不是 {printed(fact)} (of another type)"
            )
        if isinstance(fact, str) and (wrong := flaw(fact)):
            raise ValueError(f"{name} {wrong}")
    number = int(id_) if id_.isdecimal() else pattern.number + 1
    item = Item(**{**_inherited(pattern, facts), "number": number, **facts, "id": id_})
    _check_sense(item)
    state.things.add(ITEM, id_, asdict(item), state.now())
    state.things.change(ITEM, id_, asdict(item))
    return item


_OF_COUPON = ("coupon", "coupon_from", "coupon_total", "coupon_left")
_MANY = 10_000


def _inherited(pattern: Item, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What an item is that is told nothing else of; a coupon must fit what is told of the price."""
    inherited = asdict(pattern)
    price = facts.get("price", pattern.price)
    if price != pattern.price:
        inherited["reserve_price"] = price
    coupon = facts.get("coupon")
    if coupon is None and not pattern.coupon <= pattern.coupon_from <= price:
        coupon = 0
    if coupon is not None:
        total = facts.get("coupon_total", _MANY) if coupon else 0
        inherited |= zip(_OF_COUPON, (coupon, price if coupon else 0, total, total), strict=True)
    return inherited


def _check_sense(item: Item) -> None:
    """ValueError if facts contradict each other, or cannot be."""
    for name in ("number", "volume", "coupon_total", "coupon_left", "seller_id"):
        if getattr(item, name) < 0:
            raise ValueError(f"{name} 不能是负数 (it cannot be negative)")
    if not item.title.strip():
        raise ValueError("title 不能是空白 (it cannot be blank)")
    if item.reserve_price < item.price:
        raise ValueError(
            f"reserve_price {written(item.reserve_price)} 低于 price {written(item.price)}，"
            "不给则与 price 相同 (below the price; if it is not told, it is the price)"
        )
    if item.final_price < 0:
        raise ValueError(
            f"coupon {written(item.coupon)} 多于 price {written(item.price)}，改小它，"
            "或给 coupon_from (more than the price: make it smaller, or tell coupon_from)"
        )
    if not item.coupon and (item.coupon_from or item.coupon_total or item.coupon_left):
        raise ValueError("没有 coupon，就没有它的门槛和张数 (there is no coupon: tell coupon too)")
    if item.coupon_left > item.coupon_total:
        raise ValueError("coupon_left 多于 coupon_total (more are left than there were)")


def relevance(query: str, text: str) -> float:
    """How much of a query stands in a text, from 0 to 1: words, else pairs of their characters."""
    words = query.lower().split()
    parts = [part for word in words for part in _parts(word, text)]
    return sum(part in text for part in parts) / len(parts) if parts else 0.0


def _parts(word: str, text: str) -> Iterable[str]:
    if word in text or len(word) <= 2:
        return [word]
    return [word[start : start + 2] for start in range(len(word) - 1)]
