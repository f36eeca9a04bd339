"""Methods about shops: 店铺."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._runtime.arguments import CsvLike, IdLike
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class ShopsMethods(BaseAsyncClient):
    """Methods about shops.

    店铺类 API。
    """

    async def tbk_shop_get(
        self,
        *,
        fields: CsvLike,
        q: str,
        end_auction_count: int | None = None,
        end_commission_rate: int | None = None,
        end_credit: int | None = None,
        end_total_action: int | None = None,
        is_tmall: bool | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        platform: Literal[1, 2] | int | None = None,
        sort: (
            Literal[
                "commission_rate_des",
                "commission_rate_asc",
                "auction_count_des",
                "auction_count_asc",
                "total_auction_des",
                "total_auction_asc",
            ]
            | str
            | None
        ) = None,
        start_auction_count: int | None = None,
        start_commission_rate: int | None = None,
        start_credit: int | None = None,
        start_total_action: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncTbkShopGetResponse:
        """Search shops that take part in promotion.

        按关键词与条件搜索参加推广的店铺。

        page_no 与 page_size 都在 1 到 100 之间，因此一个查询最多看到 10000 家店铺。

        权限包（有其一即可）：
        - 16516：https://open.taobao.com/api.htm?docId=24521&docType=2&scopeId=16516
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=24521&docType=2&scopeId=11655

        Args:
            fields: 必填；要返回的字段名；以英文逗号分隔
            q: 必填；搜索关键词
            end_auction_count: 筛选条件：累计推广商品数的上限；单位：件
            end_commission_rate: 筛选条件：佣金率的上限；单位：万分之一（1234 即
                12.34%）；取值 1–10000
            end_credit: 筛选条件：卖家信用等级的上限；取值 1–20
            end_total_action: 筛选条件：店铺商品总数的上限；单位：件
            is_tmall: 筛选条件：true 只返回商城（天猫）店铺，false 或不传不限
            page_no: 页码；取值 1–100；默认 1
            page_size: 每页条数；取值 1–100；默认 20
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            sort: 排序方式；已知取值：
                - commission_rate_des：佣金比率从高到低
                - commission_rate_asc：佣金比率从低到高
                - auction_count_des：商品数从多到少
                - auction_count_asc：商品数从少到多
                - total_auction_des：销售总量从多到少
                - total_auction_asc：销售总量从少到多
            start_auction_count: 筛选条件：累计推广商品数的下限；单位：件
            start_commission_rate: 筛选条件：佣金率的下限；单位：万分之一（1234 即
                12.34%）；取值 1–10000
            start_credit: 筛选条件：卖家信用等级的下限；取值 1–20
            start_total_action: 筛选条件：店铺商品总数的下限；单位：件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncTbkShopGetResponse: 一页结果，iter_all() 逐个给出本页及后续各页的
                元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_shop_get
                isp.tbkapi-service-unavailable: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.shop.get，文档编号 24521
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_shop_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "fields": fields,
                "q": q,
                "end_auction_count": end_auction_count,
                "end_commission_rate": end_commission_rate,
                "end_credit": end_credit,
                "end_total_action": end_total_action,
                "is_tmall": is_tmall,
                "page_no": page_no,
                "page_size": page_size,
                "platform": platform,
                "sort": sort,
                "start_auction_count": start_auction_count,
                "start_commission_rate": start_commission_rate,
                "start_credit": start_credit,
                "start_total_action": start_total_action,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_shop_recommend_get(
        self,
        *,
        fields: CsvLike,
        user_id: IdLike,
        count: int | None = None,
        platform: Literal[1, 2] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkShopRecommendGetResponse:
        """List shops related to a given seller's shop.

        查询与某个卖家的店铺相关的店铺。

        用 count 控制条数，不分页，最多 40 条。

        权限包（有其一即可）：
        - 16292：https://open.taobao.com/api.htm?docId=24522&docType=2&scopeId=16292
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=24522&docType=2&scopeId=11655

        Args:
            fields: 必填；要返回的字段名；以英文逗号分隔
            user_id: 必填；卖家 ID
            count: 要返回的店铺数；不大于 40；默认 20
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkShopRecommendGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_shop_recommend_get
                isp.tbkapi-service-unavailable: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.shop.recommend.get，文档编号 24522
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_shop_recommend_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "fields": fields,
                "user_id": user_id,
                "count": count,
                "platform": platform,
            },
            session=session,
            timeout=timeout,
        )
