"""Methods about items: 商品详情."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import CsvLike, IdLike, Value
from .._runtime.clients import BaseAsyncClient
from .._runtime.deprecation import deprecated
from .._runtime.masking import MaskedText


class ItemsMethods(BaseAsyncClient):
    """Methods about items.

    商品详情类 API。
    """

    async def qimen_taobao_tbk_item_rule_get(
        self,
        *,
        itemIds: CsvLike,
        itemsData: Iterable[Mapping[str, object]],
        isvUserId: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.QimenTaobaoTbkItemRuleGetResponse:
        """Get the display rules of affiliate items, for a list of item ids.

        按商品 ID 列表取得媒体侧展示商品时要遵守的规则。

        参数名为驼峰写法。qimen 前缀表示奇门场景接口，由第三方提供服务，可能要用公共参数
        target_app_key 指定提供方；由哪一方发起调用，已有资料没有说明。

        资料来自公开的 SDK，未与平台文档核对。返回内容没有公开资料。

        注：必填标记出自公开客户端的参数校验，而非文档

        注：只有一个客户端有这些参数，参数名为驼峰写法；由哪一方发起调用没有说明

        Args:
            itemIds: 必填；要查询的一组商品 ID；以英文逗号分隔
            itemsData: 必填；各商品的信息
                注：元素的字段没有公开资料
            isvUserId: 媒体侧上下文中的用户 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.QimenTaobaoTbkItemRuleGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: qimen.taobao.tbk.item.rule.get
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.qimen_taobao_tbk_item_rule_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "itemIds": itemIds,
                "itemsData": itemsData,
                "isvUserId": isvUserId,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_item_details_upgrade_get(
        self,
        *,
        item_id: CsvLike,
        ip: str | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        get_tlj_info: Literal[0, 1] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemDetailsUpgradeGetResponse:
        """Get full details of items: SKUs, properties, estimated prices, subsidies and
        commission.

        批量查询商品的完整详情，含 SKU、属性、预估到手价、国补和佣金。

        一次最多 20 个商品；返回哪些字段取决于应用的权限等级，部分字段要找商务或运营开
        通。不传 ip 时邮费不准。state_subsidy_info 的最高、最低优惠金额以分为单位，与搜
        索类接口的元不同。商品库导购场景（3）要配合 manage_item_pub_id，代理模式必须传
        promotion_type。

        2 个列表的外层键名是推断的。

        注：small_images 与 province_list 列在文档页的字段表中，示例里没有

        Args:
            item_id: 必填；一批商品 ID；以英文逗号分隔；至多 20 个元素
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID，只用于渠道推广场景
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            get_tlj_info: 是否返回单品淘礼金余量，仅对有淘礼金权限的媒体有效；默认 0；只
                能取：
                - 0：否
                - 1：是
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemDetailsUpgradeGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_item_details_upgrade_get
                50001: 没有结果
                40001: 平台故障
                50002: 调用过频（同一 API，片刻）
                2: 参数有误
                4: 参数有误
                5: 平台故障
                8: 参数有误
                isp.tbkapi-service-unavailable: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.details.upgrade.get，文档编号 64757
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_item_details_upgrade_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_id": item_id,
                "ip": ip,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
                "get_tlj_info": get_tlj_info,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_item_details_upgrade_get_many(
        self,
        item_id: Iterable[Value],
        *,
        ip: str | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        get_tlj_info: Literal[0, 1] | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.TbkItemDetailsUpgradeGetTbkItemDetail]:
        """Any number of values: Get full details of items: SKUs, properties, estimated
        prices, subsidies and commission.

        任意多个值：批量查询商品的完整详情，含 SKU、属性、预估到手价、国补和佣金。每次调
        用至多 20 个，同时几次由 concurrency 决定。按给出的次序，每个值恰好得到一个
        Answer；元素以 input_item_iid 对应到值，应答里没有的是 Unanswered。因某个值而整
        批被拒时，对半拆开再问，直到只剩那个值。

        Args:
            item_id: 必填；任意多个，可以是生成器；一批商品 ID
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID，只用于渠道推广场景
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            get_tlj_info: 是否返回单品淘礼金余量，仅对有淘礼金权限的媒体有效；默认 0；只
                能取：
                - 0：否
                - 1：是
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.item.details.upgrade.get，文档编号 64757
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_item_details_upgrade_get import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            item_id,
            {
                "ip": ip,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
                "get_tlj_info": get_tlj_info,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_item_info_upgrade_get")
    async def tbk_item_info_get(
        self,
        *,
        num_iids: CsvLike,
        platform: Literal[1, 2] | int | None = None,
        ip: str | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemInfoGetResponse:
        """Read basic details of up to 40 items by id.

        按商品 ID 批量读取商品的基本信息。

        已废弃，请改用 tbk_item_info_upgrade_get。

        一次最多 40 个商品。ip 只影响邮费是否准确；场景 3 的权限归商品库服务账户，由
        manage_item_pub_id 指明。新接入请改用升级版。

        权限包（有其一即可）：
        - 16189：https://open.taobao.com/api.htm?docId=24518&docType=2&scopeId=16189
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=24518&docType=2&scopeId=11655

        Args:
            num_iids: 必填；商品 ID；以英文逗号分隔；至多 40 个元素
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemInfoGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.info.get，文档编号 24518
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_item_info_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "num_iids": num_iids,
                "platform": platform,
                "ip": ip,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
            },
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_item_info_upgrade_get")
    def tbk_item_info_get_many(
        self,
        num_iids: Iterable[Value],
        *,
        platform: Literal[1, 2] | int | None = None,
        ip: str | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.TbkItemInfoGetNTbkItem]:
        """Any number of values: Read basic details of up to 40 items by id.

        任意多个值：按商品 ID 批量读取商品的基本信息。每次调用至多 40 个，同时几次由
        concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以 input_num_iid
        对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆开再问，直到只
        剩那个值。

        Args:
            num_iids: 必填；任意多个，可以是生成器；商品 ID
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.item.info.get，文档编号 24518
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_item_info_get import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD.warned(),
            num_iids,
            {
                "platform": platform,
                "ip": ip,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    async def tbk_item_info_upgrade_get(
        self,
        *,
        item_id: CsvLike,
        ip: str | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        get_tlj_info: Literal[0, 1] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemInfoUpgradeGetResponse:
        """Get basic information, estimated prices, commission and presale data of
        items.

        批量查询商品的基本信息、到手价、佣金和预售信息。

        一次最多 20 个商品；需要 SKU、属性和属性图片时改用详细版
        taobao.tbk.item.details.upgrade.get。不传 ip 会让邮费不准，淘礼金余量只对已开通
        淘礼金的媒体返回。所附错误码是文档中各物料接口通用的一份，部分（如 30002）与本接
        口的参数无关。

        2 个列表的外层键名是推断的。

        权限包：
        - 16189：https://open.taobao.com/api.htm?docId=64763&docType=2&scopeId=16189

        注：future_activity_promotion_path_list：文档页的类型为 String[]，示例却是对象；
        2025-09 的客户端没有任何预热字段

        注：small_images 与 province_list 列在文档页的字段表中，示例里没有

        Args:
            item_id: 必填；一批商品 ID；以英文逗号分隔；至多 20 个元素
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID，只用于渠道推广场景
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            get_tlj_info: 是否返回单品淘礼金余量，仅对有淘礼金权限的媒体有效；默认 0；只
                能取：
                - 0：否
                - 1：是
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemInfoUpgradeGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_item_info_upgrade_get
                1001: 参数有误
                10000: 没有结果
                4: 参数有误
                30002: 参数有误
                2: 参数有误
                50001: 没有结果
                40001: 平台故障
                30001: 参数有误
                5: 平台故障
                isp.entry-sys-error: 平台故障
                isp.pid-check-error: 平台故障
                isp.sys-error: 平台故障
                50002: 调用过频（同一 API，片刻）
                1201: 平台故障
                719: 平台故障
                1911: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.info.upgrade.get，文档编号 64763
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_item_info_upgrade_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_id": item_id,
                "ip": ip,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
                "get_tlj_info": get_tlj_info,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_item_info_upgrade_get_many(
        self,
        item_id: Iterable[Value],
        *,
        ip: str | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        relation_id: IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        get_tlj_info: Literal[0, 1] | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.TbkItemInfoUpgradeGetTbkItemDetail]:
        """Any number of values: Get basic information, estimated prices, commission and
        presale data of items.

        任意多个值：批量查询商品的基本信息、到手价、佣金和预售信息。每次调用至多 20 个，
        同时几次由 concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以
        input_item_iid 对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆
        开再问，直到只剩那个值。

        Args:
            item_id: 必填；任意多个，可以是生成器；一批商品 ID
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            relation_id: 渠道关系 ID，只用于渠道推广场景
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            get_tlj_info: 是否返回单品淘礼金余量，仅对有淘礼金权限的媒体有效；默认 0；只
                能取：
                - 0：否
                - 1：是
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.item.info.upgrade.get，文档编号 64763
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_item_info_upgrade_get import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            item_id,
            {
                "ip": ip,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "relation_id": relation_id,
                "manage_item_pub_id": manage_item_pub_id,
                "get_tlj_info": get_tlj_info,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    async def tbk_itemid_ineffective_transform(
        self,
        *,
        item_ids: CsvLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemidIneffectiveTransformResponse:
        """Convert invalid item ids into upgraded ones.

        把失效的商品 ID 批量换成升级后的商品 ID。

        商品 ID 之间用英文逗号分隔；结果中按 original_item_id 对应原来的 ID。

        Args:
            item_ids: 必填；一组商品 ID；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemidIneffectiveTransformResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.itemid.ineffective.transform，文档编号 65372
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_itemid_ineffective_transform import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_ids": item_ids,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_itemid_private_transform(
        self,
        *,
        item_ids: CsvLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemidPrivateTransformResponse:
        """Convert a batch of old item ids into the upgraded ones.

        转换一批旧商品 ID，得到升级后的商品 ID。

        标题注明“二方”“专有”，普通应用未必有权限。多个 ID 以英文逗号相连，返回逐条给出新
        旧对应。

        资料来自公开的 SDK，未与平台文档核对。

        权限包：
        - 27337：https://open.taobao.com/api.htm?docId=64171&docType=2&scopeId=27337

        Args:
            item_ids: 必填；一组商品 ID；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemidPrivateTransformResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.itemid.private.transform，文档编号 64171
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_itemid_private_transform import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_ids": item_ids,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_itemid_transform(
        self,
        *,
        item_ids: CsvLike,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemidTransformResponse:
        """Replace a batch of old item ids by the upgraded ones.

        把一批旧商品 ID 换成升级后的商品 ID。

        标题注明“二方”，普通应用未必有权限。多个 ID 以英文逗号相连，按 original_item_id
        找到对应的新 ID。

        资料来自公开的 SDK，未与平台文档核对。1 个列表的外层键名是推断的。

        注：不在平台的标题列表里；列表中的商品id升级(三方)是它的三方版，没有公开资料给出
        那个方法的名称

        注：不需要授权，依据是生成的 SDK 调用时不传 session

        Args:
            item_ids: 必填；一组商品 ID；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemidTransformResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.itemid.transform
        资料：最后核对 2026-11-26
        """
        from ..methods.tbk_itemid_transform import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "item_ids": item_ids,
            },
            session=session,
            timeout=timeout,
        )
