"""Methods about coupons: 优惠券."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.arguments import CsvLike, IdLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText

if TYPE_CHECKING:
    from ..methods.tbk_cart_coupon_expire_user_query import TbkCartCouponExpireUserQueryResponse
    from ..methods.tbk_coupon_get import TbkCouponGetResponse
    from ..methods.tbk_itemid_coupon_get import TbkItemidCouponGetResponse
    from ..methods.tbk_sku_best_coupon import TbkSkuBestCouponResponse


class CouponsMethods(BaseAsyncClient):
    """Methods about coupons.

    优惠券类 API。
    """

    async def tbk_cart_coupon_expire_user_query(
        self,
        *,
        rule_id: IdLike,
        page_num: int | None = None,
        page_size: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> TbkCartCouponExpireUserQueryResponse:
        """List users whose cart coupons are about to expire, with their items, by rule id.

        按规则 ID 分页列出购物车里有券快到期的用户及其商品。

        rule_id 要向接口提供方领取；页码从 0 起算。数据由离线任务产生，version 记录该任务的时间戳。

        3 个列表的外层键名是推断的。

        Args:
            rule_id: 必填；规则 ID，由接口方分配
            page_num: 页码，首页为 0；不小于 0
            page_size: 每页条数
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            TbkCartCouponExpireUserQueryResponse: 一页结果，iter_all() 逐个给出本页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.cart.coupon.expire.user.query，文档编号 54059
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_cart_coupon_expire_user_query import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "rule_id": rule_id,
                "page_num": page_num,
                "page_size": page_size,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_coupon_get(
        self,
        *,
        me: str | None = None,
        item_id: IdLike | None = None,
        activity_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> TbkCouponGetResponse:
        """Read a coupon's amount, threshold, stock and validity.

        查询一张推广券的面额、门槛、余量与有效期。

        用 me（含券与商品的加密串）查，或者用 item_id 加 activity_id 查；什么都不传会报 1002。

        me、item_id、activity_id 至少填一个。

        权限包（有其一即可）：16189（申请：https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=16189）、11655（申请：https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=11655，旧）

        Args:
            me: 含券 ID 与商品 ID 的加密参数
            item_id: 商品 ID，新旧两种格式都可能出现
            activity_id: 券 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            TbkCouponGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
                1001: 参数有误；me 应是完整的加密串，检查是否截断或重复做了 URL 编码
                10000: 没有结果；商品已不可推广，换商品再查
                1002: 参数有误；至少给出 me，或者给出商品 ID 与券 ID
                10: 没有结果；核对券 ID，或换一张券
                11: 业务不允许；券没有余量，换一张券
                13: 业务不允许；券与商品不配套，改正其中之一
                14: 业务不允许；这类券不能用本接口查，换一张推广券
                15: 业务不允许；该券不能用于推广，换一张券
                17: 业务不允许；等券生效后再查，或换一张已生效的券
                1: 业务不允许；“1”是笼统的码，原因写在 sub_msg 里，按它处理，不要原样重发；sub_msg 只说内部错误时保留 request_id 反馈
                12: 业务不允许；券已失效，换一张有效的券
                16: 业务不允许；等开放领取后再查，或换一张券
                1912: 参数有误；纯数字的旧 ID 已不受理，改用新格式的商品 ID；疑难可到钉钉群 44965410 询问
            TransportError: 没有得到可用的应答

        API: taobao.tbk.coupon.get，文档编号 31106
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_coupon_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "me": me,
                "item_id": item_id,
                "activity_id": activity_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_itemid_coupon_get(
        self,
        *,
        pid: str,
        platform: int | None = None,
        num_iids: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> TbkItemidCouponGetResponse:
        """Look up coupons and coupon links for up to 40 item ids.

        按商品 ID 批量查询优惠券并取得领券推广链接。

        一次最多 40 个商品。没有券的商品也会出现在结果里，只是券字段为空，读取前要判空。

        Args:
            pid: 必填；三方 PID，形如 mm_1_2_3
            platform: 链接适用的终端；已知取值：1 PC、2 无线；默认 1
            num_iids: 商品 ID，取 taobao.tbk.item.coupon.get 的 num_iid；无券的商品其券字段为空；以英文逗号分隔；至多 40 个元素
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            TbkItemidCouponGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
                isp.tbkapi-service-unavailable: 平台故障；后端一时没有响应，隔几秒重发即可；多次仍失败就带上 request_id 联系平台
                isv.invalid-parameter:start_price: 参数有误；核对价格下限的类型与大小，应为数字且不高于上限；接口没有这个参数时检查其余入参
                isv.invalid-parameter:end_price: 参数有误；核对价格上限的类型与大小，应为数字且不低于下限；接口没有这个参数时检查其余入参
                isv.invalid-parameter:end_tk_rate: 参数有误；核对佣金比率上限，1234 代表 12.34%；接口没有这个参数时检查其余入参
                35: 参数有误；纯数字的旧 ID 已不受理，改传由搜索或推荐接口取得的新格式 ID（含连字符的字符串）；疑难可到钉钉群 44965410 询问
                37: 参数有误；检查 num_iids 里是否混入了空值或错误的 ID，去掉后再查
                4: 没有结果；商品可能下架或未加入推广，换商品再查
            TransportError: 没有得到可用的应答

        API: taobao.tbk.itemid.coupon.get，文档编号 28111
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_itemid_coupon_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "pid": pid,
                "platform": platform,
                "num_iids": num_iids,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sku_best_coupon(
        self,
        *,
        sku_id: IdLike,
        item_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> TbkSkuBestCouponResponse:
        """Get the best coupon for one SKU of an item.

        查询一个 SKU 当前最划算的优惠券。

        公开资料里返回只有券的过期时间，为 13 位毫秒时间戳。

        Args:
            sku_id: 必填；商品的 SKU ID
            item_id: 必填；商品 ID，新旧两种格式都可能出现
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            TbkSkuBestCouponResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sku.best.coupon，文档编号 54727
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sku_best_coupon import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "sku_id": sku_id,
                "item_id": item_id,
            },
            session=session,
            timeout=timeout,
        )
