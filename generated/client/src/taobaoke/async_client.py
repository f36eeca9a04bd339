"""The asynchronous client.

异步客户端。
"""

from ._runtime.clients import BaseAsyncClient
from .async_topics.activities import ActivitiesMethods
from .async_topics.content import ContentMethods
from .async_topics.coupons import CouponsMethods
from .async_topics.crowds import CrowdsMethods
from .async_topics.feed import FeedMethods
from .async_topics.gifts import GiftsMethods
from .async_topics.identity import IdentityMethods
from .async_topics.items import ItemsMethods
from .async_topics.links import LinksMethods
from .async_topics.materials import MaterialsMethods
from .async_topics.newusers import NewusersMethods
from .async_topics.orders import OrdersMethods
from .async_topics.publishers import PublishersMethods
from .async_topics.refunds import RefundsMethods
from .async_topics.reports import ReportsMethods
from .async_topics.shops import ShopsMethods
from .async_topics.tpwd import TpwdMethods
from .async_topics.utilities import UtilitiesMethods


class AsyncClient(
    ActivitiesMethods,
    ContentMethods,
    CouponsMethods,
    CrowdsMethods,
    FeedMethods,
    GiftsMethods,
    IdentityMethods,
    ItemsMethods,
    LinksMethods,
    MaterialsMethods,
    NewusersMethods,
    OrdersMethods,
    PublishersMethods,
    RefundsMethods,
    ReportsMethods,
    ShopsMethods,
    TpwdMethods,
    UtilitiesMethods,
    BaseAsyncClient,
):
    """The asynchronous client, with one method per API.

    异步客户端，每个 API 一个方法：

        async with AsyncClient(app_key, app_secret) as client:
            page = await client.tbk_order_details_get(start_time=start, end_time=end)
            async for order in page.iter_all():
                print(order.trade_id)

    参数都以名称传递，None 表示不发送。规范没有收录的 API 用 `call(全名, 参数)` 调用。

    Args:
        app_key: 应用的 AppKey
        app_secret: 应用的 AppSecret，不会出现在日志、repr 与异常中
        session: 默认的用户授权 SessionKey
        gateway: 环境名（见 GATEWAYS）或 https 网址；本机网址可用 http
        allow_http: 允许向别的机器发 http（不加密），只用于可信的内部网络
        sign_method: 签名算法，hmac-sha256、hmac 或 md5
        timeout: 每次发送的期限，秒：等候连接、建立连接、发送、读完应答都计入
            （域名解析除外）
        deadline: 一次调用连同全部重试与等待的期限，秒；None 表示不限
        retries: 重试策略，见 RetryPolicy
        limiter: 限流器，见 Limiter；不给则不限流
        account: 限流器按账号合并计数时用的名称，默认是 app_key
        partner_id: 合作方标识
        pool_size: 同时使用的连接数上限；更多的调用排队等候
        max_reply_bytes: 应答正文解压后的上限，字节
        proxy: 代理的网址，如 http://用户:密码@主机:端口；不给则直连，不读取
            HTTPS_PROXY 等环境变量
        ssl_context: 自己的 ssl.SSLContext，如信任内部的 CA
        transport: 自己的传输层，见 AsyncTransport；这时 pool_size、proxy、
            ssl_context 不起作用
        clock: 返回当前 Unix 秒数的函数

    Raises:
        InvalidSettings: 设置有误，列出全部问题
    """
