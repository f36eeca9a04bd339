"""Methods about coupons: 优惠券."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import CsvLike, IdLike, Value
from .._runtime.clients import BaseClient
from .._runtime.masking import MaskedText


class CouponsMethods(BaseClient):
    """Methods about coupons.

    优惠券类 API。
    """

    def tbk_cart_coupon_expire_user_query(
        self,
        *,
        rule_id: IdLike,
        page_num: int | None = None,
        page_size: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkCartCouponExpireUserQueryResponse:
        """List users whose cart coupons are about to expire, with their items, by rule
        id.

        按规则 ID 分页列出购物车里有券快到期的用户及其商品。

        rule_id 要向接口提供方领取；页码从 0 起算。数据由离线任务产生，version 记录该任
        务的时间戳。

        3 个列表的外层键名是推断的。

        Args:
            rule_id: 必填；规则 ID，由接口方分配
            page_num: 页码，首页为 0；不小于 0
            page_size: 每页条数
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkCartCouponExpireUserQueryResponse: 一页结果，iter_all() 逐个给出本
                页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.cart.coupon.expire.user.query，文档编号 54059
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_cart_coupon_expire_user_query import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "rule_id": rule_id,
                "page_num": page_num,
                "page_size": page_size,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_coupon_get(
        self,
        *,
        me: str | None = None,
        item_id: IdLike | None = None,
        activity_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkCouponGetResponse:
        """Read a coupon's amount, threshold, stock and validity.

        查询一张推广券的面额、门槛、余量与有效期。

        用 me（含券与商品的加密串）查，或者用 item_id 加 activity_id 查；什么都不传会报
        1002。

        me、item_id、activity_id 至少填一个。

        权限包（有其一即可）：
        - 16189：https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=16189
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=31106&docType=2&scopeId=11655

        Args:
            me: 含券 ID 与商品 ID 的加密参数
            item_id: 商品 ID，新旧两种格式都可能出现
            activity_id: 券 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkCouponGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_coupon_get
                1001: 参数有误
                10000: 没有结果
                1002: 参数有误
                10: 没有结果
                11: 业务不允许
                13: 业务不允许
                14: 业务不允许
                15: 业务不允许
                17: 业务不允许
                1: 业务不允许
                12: 业务不允许
                16: 业务不允许
                1912: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.coupon.get，文档编号 31106
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_coupon_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "me": me,
                "item_id": item_id,
                "activity_id": activity_id,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_itemid_coupon_get(
        self,
        *,
        pid: str,
        platform: Literal[1, 2] | int | None = None,
        num_iids: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemidCouponGetResponse:
        """Look up coupons and coupon links for up to 40 item ids.

        按商品 ID 批量查询优惠券并取得领券推广链接。

        一次最多 40 个商品。没有券的商品也会出现在结果里，只是券字段为空，读取前要判空。

        Args:
            pid: 必填；三方 PID，形如 mm_1_2_3
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            num_iids: 商品 ID，取 taobao.tbk.item.coupon.get 的 num_iid；无券的商品其券
                字段为空；以英文逗号分隔；至多 40 个元素
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemidCouponGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_itemid_coupon_get
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                35: 参数有误
                37: 参数有误
                4: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.tbk.itemid.coupon.get，文档编号 28111
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_itemid_coupon_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "pid": pid,
                "platform": platform,
                "num_iids": num_iids,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_itemid_coupon_get_many(
        self,
        num_iids: Iterable[Value],
        *,
        pid: str,
        platform: Literal[1, 2] | int | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Many[Value, types.TbkItemidCouponGetTbkCoupon]:
        """Any number of values: Look up coupons and coupon links for up to 40 item ids.

        任意多个值：按商品 ID 批量查询优惠券并取得领券推广链接。每次调用至多 40 个，同时
        几次由 concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以
        input_num_iid 对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆
        开再问，直到只剩那个值。

        Args:
            num_iids: 必填；任意多个，可以是生成器；商品 ID，取
                taobao.tbk.item.coupon.get 的 num_iid；无券的商品其券字段为空
            pid: 必填；三方 PID，形如 mm_1_2_3
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Many: 用 for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.itemid.coupon.get，文档编号 28111
        """
        from .._runtime.many import Many
        from ..methods.tbk_itemid_coupon_get import METHOD

        session = MaskedText.of(session)
        return Many(
            self,
            METHOD,
            num_iids,
            {"platform": platform, "pid": pid},
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    def tbk_sku_best_coupon(
        self,
        *,
        sku_id: IdLike,
        item_id: IdLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkSkuBestCouponResponse:
        """Get the best coupon for one SKU of an item.

        查询一个 SKU 当前最划算的优惠券。

        公开资料里返回只有券的过期时间，为 13 位毫秒时间戳。

        Args:
            sku_id: 必填；商品的 SKU ID
            item_id: 必填；商品 ID，新旧两种格式都可能出现
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkSkuBestCouponResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sku.best.coupon，文档编号 54727
        资料：公开的 API 元数据 2023-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sku_best_coupon import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "sku_id": sku_id,
                "item_id": item_id,
            },
            session=session,
            timeout=timeout,
        )
