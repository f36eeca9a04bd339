"""Methods about links: 链接转换与解析."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import CsvLike, IdLike, JsonLike, Value
from .._runtime.clients import BaseAsyncClient
from .._runtime.masking import MaskedText


class LinksMethods(BaseAsyncClient):
    """Methods about links.

    链接转换与解析类 API。

    据 taokeshow.com/64505.html（所述日期为 2025 年 2 月），平台曾预告数个单一用途的转链
    接口于 2025-02-24 下线；现有资料没有点名是哪几个，调用前请在开放平台确认接口是否仍可
    用。
    """

    async def tbk_content_general_link_convert(
        self,
        *,
        sub_pid: str,
        adzone_id: IdLike,
        item_dto: Mapping[str, object] | None = None,
        page_dto: Mapping[str, object] | None = None,
        shop_dto: Mapping[str, object] | None = None,
        material_dto: Mapping[str, object] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkContentGeneralLinkConvertResponse:
        """Convert items, venues, shops and links for a third-party content publisher.

        替内容三方推广者转换商品、会场、店铺和链接。

        sub_pid 填三方推广者的 pid。各物料单独成败，须逐个检查结果元素的 code 与 msg。

        注：文档页上 item_dto、page_dto、shop_dto、material_dto 的类型疑似错开一行；它们
        的成员没有公开

        Args:
            sub_pid: 必填；三方推广者的 PID，形如 mm_xxx_xxx_xxx
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            item_dto: 商品三方转链参数
                注：成员没有公开
            page_dto: 待做三方转链的会场页面
                注：成员没有公开
            shop_dto: 要作三方转链的店铺
                注：成员没有公开
            material_dto: 待做三方转链的链接
                注：成员没有公开
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkContentGeneralLinkConvertResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_content_general_link_convert
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.content.general.link.convert，文档编号 69454
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_content_general_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "sub_pid": sub_pid,
                "adzone_id": adzone_id,
                "item_dto": item_dto,
                "page_dto": page_dto,
                "shop_dto": shop_dto,
                "material_dto": material_dto,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_coupon_convert(
        self,
        *,
        adzone_id: IdLike,
        item_id: IdLike | None = None,
        platform: Literal[1, 2] | int | None = None,
        relation_id: IdLike | None = None,
        special_id: IdLike | None = None,
        external_id: IdLike | None = None,
        xid: str | None = None,
        ucrowd_id: IdLike | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        mini_program_link: Literal[0, 1] | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        manage_item_pub_id: IdLike | None = None,
        sku_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkCouponConvertResponse:
        """Create coupon-aware item links for one of your ad zones.

        生成带券的单品推广链接。

        主站选品的渠道推广须同时带 relation_id 并把 biz_scene_id 设为 2；代理模式还须带
        promotion_type。relation_id、special_id、external_id 同传时必须属于同一个用户。
        前 N 件佣金的信息只在 get_topn_rate 为 1 时返回。

        权限包：
        - 12486：https://open.taobao.com/api.htm?docId=29289&docType=2&scopeId=12486

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            item_id: 商品 ID，新旧两种格式都可能出现
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            relation_id: 渠道关系 ID；主站选品推广时必填，且 biz_scene_id 须为 2，不然二
                次转链会失败
            special_id: 会员运营 ID
            external_id: 淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID
            xid: 团长与下游渠道约定的标识，供统计渠道推广效果
            ucrowd_id: 会员人群 ID，供统计人群推广效果
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；默认 0；已知取值：
                - 0：否
                - 1：是
            mini_program_link: 是否返回小程序链接，尚未开放；默认 0；只能取：
                - 0：不返回
                - 1：返回
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            sku_id: 入参商品的 SKU ID，会带进转链得到的 URL
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkCouponConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_coupon_convert
                isp.tbkapi-service-unavailable: 平台故障
                35: 参数有误
                isp.special-campaign-error: 平台故障
                isv.item-not-exist: 没有结果
                isv.pid-not-correct: 参数有误
                isv.invalid-parameter:adzone_id: 参数有误
                isv.me_param_not_correct: 参数有误
                isp.url_xid_not_match: 参数有误
                isv.coupon_not_exist: 没有结果
                11: 业务不允许
                isp.url_item_get_error: 参数有误
                isp.rebate-id-not-match: 参数有误
                isp.relation-id-not-corrent: 参数有误
                isp.special-id-not-corrent: 参数有误
                isp.isp.mrc-service-unavailable: 平台故障
                isp.top-mapping-parse-error: 平台故障
                33: 业务不允许
                36: 参数有误
                25: 平台故障
            TransportError: 没有得到可用的应答

        API: taobao.tbk.coupon.convert，文档编号 29289
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_coupon_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "item_id": item_id,
                "platform": platform,
                "relation_id": relation_id,
                "special_id": special_id,
                "external_id": external_id,
                "xid": xid,
                "ucrowd_id": ucrowd_id,
                "get_topn_rate": get_topn_rate,
                "mini_program_link": mini_program_link,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "manage_item_pub_id": manage_item_pub_id,
                "sku_id": sku_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_eshare_link_convert(
        self,
        *,
        adzone_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        item_dto: Mapping[str, object] | None = None,
        material_dto: Mapping[str, object] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgEshareLinkConvertResponse:
        """Convert items, links and Taobao passwords into exclusive links for key
        accounts.

        把商品、链接或口令转成 KA 私域专享的推广链接和淘口令。

        各物料单独成败，须逐个检查结果元素的 code 与 msg；item_dto 与 material_dto 的内
        部字段没有公开。

        Args:
            adzone_id: 推广位 ID，PID（mm_1_2_3）的第三段
            relation_id: 渠道关系 ID
            item_dto: 商品转链参数
                注：成员没有公开
            material_dto: 待处理的链接或淘口令
                注：成员没有公开
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgEshareLinkConvertResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_dg_eshare_link_convert
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.eshare.link.convert，文档编号 72949
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_eshare_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "relation_id": relation_id,
                "item_dto": item_dto,
                "material_dto": material_dto,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_general_link_convert(
        self,
        *,
        adzone_id: IdLike,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        material_list: CsvLike | None = None,
        relation_id: IdLike | None = None,
        seller_id_list: CsvLike | None = None,
        item_id_list: CsvLike | None = None,
        page_id_list: CsvLike | None = None,
        target_item: types.TbkDgGeneralLinkConvertTargetItem | None = None,
        item_dto: types.TbkDgGeneralLinkConvertLkItem | None = None,
        page_dto: types.TbkDgGeneralLinkConvertLkPage | None = None,
        shop_dto: types.TbkDgGeneralLinkConvertLkShop | None = None,
        material_dto: types.TbkDgGeneralLinkConvertGeneralLinkLkMaterial | None = None,
        special_id: IdLike | None = None,
        uvid: str | None = None,
        qmtid: str | None = None,
        uvid_not_authorized: Literal[0, 1] | int | None = None,
        required_link_type: (
            Iterable[
                Literal[
                    "coupon_long_url",
                    "cps_long_url",
                    "cps_short_tpwd",
                    "coupon_short_tpwd",
                    "cps_short_url",
                    "coupon_short_url",
                    "coupon_full_tpwd",
                    "cps_full_tpwd",
                    "share_unit_url",
                    "tao_brick_url",
                    "coupon_channel_url",
                    "coupon_channel_tpwd",
                    "cps_channel_url",
                    "cps_channel_tpwd",
                    "coupon_supered_long_url",
                    "coupon_supered_short_url",
                    "coupon_supered_long_tpwd",
                    "coupon_supered_short_tpwd",
                    "cps_supered_long_url",
                    "cps_supered_short_url",
                    "cps_supered_long_tpwd",
                    "cps_supered_short_tpwd",
                ]
            ]
            | CsvLike
            | None
        ) = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgGeneralLinkConvertResponse:
        """Convert items, shops, venues, links and Taobao passwords into promotion
        links.

        批量把商品、店铺、会场、链接或口令转成推广链接和淘口令。

        各物料单独成败，须逐个检查结果元素的 code 与 msg。链接和口令物料、指定优惠券都属
        于要申请的权限；频道页与超红链接只有在 required_link_type 里点名才返回。主站选品
        推广必须同时传 relation_id 和 biz_scene_id=2；代理模式必须传 promotion_type。
        2025-02-17 起不再返回 material_id 与 tpwd_origin_url，改用
        taobao.tbk.dg.general.link.parse 解析。

        14 个参数没有资料说明是否必填。

        注：material_list、seller_id_list、item_id_list、page_id_list：文档页为逗号分隔
        的 String，2025-09 的客户端为 String[]，两者实际发送的文本相同

        注：item_dto、page_dto、shop_dto、material_dto：文档页各为一个对象，2025-09 的客
        户端与服务商接口都用列表；成员出自该客户端

        注：2025-09 的客户端缺少文档页的 22 个响应字段，另在店铺与会场的 link_info_dto
        中多出 19 个

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            biz_scene_id: 业务场景；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                注：文档还列有 4，但没有写含义
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            material_list: 待转链的链接或淘口令；邀约制，联盟推广链接与天猫/淘宝复制链接
                的权限分开申请；以英文逗号分隔
            relation_id: 渠道关系 ID；主站选品推广时必填，且 biz_scene_id 须为 2，不然二
                次转链会失败
            seller_id_list: 要转链的卖家 ID；以英文逗号分隔
            item_id_list: 一组商品 ID；以英文逗号分隔
            page_id_list: 待转链的会场 ID；以英文逗号分隔
            target_item: 会场页内固定坑位的商品
            item_dto: 商品转链参数
            page_dto: 待转链的会场页面
            shop_dto: 要转链的店铺
            material_dto: 待处理的链接或淘口令
            special_id: 会员运营 ID
            uvid: 联盟加密后的用户标识
            qmtid: 启明系统的任务 ID
            uvid_not_authorized: 返利业务中 uvid 未授权时是否弹出授权窗口；已知取值：
                - 0：展示
                - 1：不展示
            required_link_type: 指定 link_info_dto 要返回哪些链接；以英文逗号分隔；已知
                取值：
                - coupon_long_url：领券长链接
                - cps_long_url：推广长链接
                - cps_short_tpwd：推广短口令
                - coupon_short_tpwd：领券短口令
                - cps_short_url：推广短链接
                - coupon_short_url：领券短链接
                - coupon_full_tpwd：领券长口令
                - cps_full_tpwd：推广长口令
                - share_unit_url：种草页链接
                - tao_brick_url：淘积木链接
                - coupon_channel_url：频道页领券链接
                - coupon_channel_tpwd：频道页领券口令
                - cps_channel_url：频道页推广链接
                - cps_channel_tpwd：频道页推广口令
                - coupon_supered_long_url：超级红包版领券长链接
                - coupon_supered_short_url：超级红包版领券短链接
                - coupon_supered_long_tpwd：超级红包版领券长口令
                - coupon_supered_short_tpwd：超级红包版领券短口令
                - cps_supered_long_url：超级红包版推广长链接
                - cps_supered_short_url：超级红包版推广短链接
                - cps_supered_long_tpwd：超级红包版推广长口令
                - cps_supered_short_tpwd：超级红包版推广短口令
                注：含义由名称推断；频道页与超级红包的取值出自响应字段的说明
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgGeneralLinkConvertResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_dg_general_link_convert
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.general.link.convert，文档编号 65409
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_general_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "material_list": material_list,
                "relation_id": relation_id,
                "seller_id_list": seller_id_list,
                "item_id_list": item_id_list,
                "page_id_list": page_id_list,
                "target_item": target_item,
                "item_dto": item_dto,
                "page_dto": page_dto,
                "shop_dto": shop_dto,
                "material_dto": material_dto,
                "special_id": special_id,
                "uvid": uvid,
                "qmtid": qmtid,
                "uvid_not_authorized": uvid_not_authorized,
                "required_link_type": required_link_type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_general_link_parse(
        self,
        *,
        adzone_id: IdLike,
        relation_id: IdLike | None = None,
        material_dto: types.LkMaterial | None = None,
        fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgGeneralLinkParseResponse:
        """Parse links and Taobao passwords into material type, material id and original
        link.

        解析链接或淘口令，得到物料类型、物料 ID 和原始链接。

        material_id 的含义由 material_type 决定（商品、店铺、会场等）。要看推广链接里的
        pid，须在 fields 传 origin_pid，且只返回属于调用者自己的 pid。结果元素各带 code
        与 msg，要逐个检查。

        注：material_dto：文档页为一个对象，服务商接口为列表；成员出自 2025-02 的手工元
        数据

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            relation_id: 渠道关系 ID，主站选品推广时必填
                注：文档还要求 biz_scene_id 为 2，但本接口没有这个参数
            material_dto: 待处理的链接或淘口令
            fields: 额外返回的字段，需要 origin_pid 时传入；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgGeneralLinkParseResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_general_link_parse
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.general.link.parse，文档编号 70532
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_general_link_parse import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "relation_id": relation_id,
                "material_dto": material_dto,
                "fields": fields,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_item_group_merge(
        self,
        *,
        nubmbers: CsvLike,
        item_ids: CsvLike,
        adzone_id: IdLike,
        super_red_envelope: Literal[0, 1] | int | None = None,
        coupons: JsonLike | None = None,
        relation_id: IdLike | None = None,
        page_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgItemGroupMergeResponse:
        """Create a bundle page of several items and coupons, with link and Taobao
        passwords.

        上传多个商品和优惠券，生成凑单页的链接与口令。

        最多 10 个商品，nubmbers（接口原样拼写）与 item_ids 按位置一一对应。coupons 是
        JSON 数组，上限 15 张，超过 3 张有超时风险。model 是短口令，password 是长口令；
        改动长口令里的文字后要先在手机淘宝里试开。

        Args:
            nubmbers: 必填；各商品的购买件数，顺序同商品 ID；以英文逗号分隔
            item_ids: 必填；一组商品 ID；以英文逗号分隔；至多 10 个元素
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            super_red_envelope: 是否展示超红把手；默认 0；已知取值：
                - 0：否
                - 1：是
                注：其他值也按 0 处理
            coupons: 券的 JSON 数组，元素为券 ID 或 uland 链接（可含二合一、三合一、店铺
                券）；超过 3 个容易超时；至多 15 个元素
                注：文档示例在 JSON 前多出 false，这里已去掉
            relation_id: 渠道关系 ID
            page_id: 联盟会场的 ID
                注：文档称会场来自联盟「洞房」，含义不明
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgItemGroupMergeResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.item.group.merge，文档编号 66793
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_item_group_merge import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "nubmbers": nubmbers,
                "item_ids": item_ids,
                "adzone_id": adzone_id,
                "super_red_envelope": super_red_envelope,
                "coupons": coupons,
                "relation_id": relation_id,
                "page_id": page_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_pailitao_widget_convert(
        self,
        *,
        adzone_id: IdLike,
        relation_id: IdLike | None = None,
        type: Literal[0, 1] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgPailitaoWidgetConvertResponse:
        """Create a web address or deep link that opens the Pailitao (image search)
        widget.

        生成打开拍立淘插件的网址或 deeplink。

        type 取 0 得到官方插件网址，取 1 得到 deeplink；不传按 0 处理。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            relation_id: 渠道关系 ID
            type: 转换的目标类型；默认 0；已知取值：
                - 0：官方插件
                - 1：deeplink 链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgPailitaoWidgetConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.pailitao.widget.convert，文档编号 53760
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_pailitao_widget_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "relation_id": relation_id,
                "type": type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_dg_vc_landing_link_convert(
        self,
        *,
        adzone_id: IdLike,
        link_type: Literal[1, 2, 3, 4] | int,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgVcLandingLinkConvertResponse:
        """Get the link of a landing page for new users, such as a WeCom page.

        生成拉新承接页的链接，如企微中转页、加好友二维码。

        主站选品推广场景必须传 relation_id。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            link_type: 必填；生成链接的类型；已知取值：
                - 1：企微中转页
                - 2：企微客服临时会话页
                - 3：加好友二维码
                - 4：企微零元购页面
            relation_id: 渠道关系 ID，主站选品推广时必填
                注：文档还要求 biz_scene_id 为 2，但本接口没有这个参数
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgVcLandingLinkConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.vc.landing.link.convert，文档编号 72751
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_vc_landing_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "link_type": link_type,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_item_click_extract(
        self,
        *,
        click_url: str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemClickExtractResponse:
        """Extract the item id from a promotion link.

        从推广链接还原商品 ID。

        长链接与短链接都可以。

        权限包：
        - 12316：https://open.taobao.com/api.htm?docId=28156&docType=2&scopeId=12316

        Args:
            click_url: 必填；要解析的推广链接，长短均可
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemClickExtractResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.click.extract，文档编号 28156
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_item_click_extract import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "click_url": click_url,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_item_convert(
        self,
        *,
        adzone_id: IdLike,
        fields: CsvLike,
        num_iids: CsvLike,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        dx: Literal["1"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemConvertResponse:
        """Turn item ids into promotion links for one of your ad zones.

        把一批商品 ID 换成自己推广位的推广链接。

        一次最多 40 个商品。dx 为 1 时走通用计划，否则走营销计划；返回项中的
        input_num_iid 可与传入的 ID 对应。

        权限包：
        - 11653（旧）：
          https://open.taobao.com/api.htm?docId=24516&docType=2&scopeId=11653

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            fields: 必填；要返回的字段名；以英文逗号分隔
            num_iids: 必填；商品 ID，取 taobao.tbk.item.get 的 num_iid；以英文逗号分隔；
                至多 40 个元素
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            dx: 转链计划，不传或取其他值时转为营销计划；已知取值：
                - 1：转为通用计划链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_item_convert
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:adzone_id: 参数有误
                isv.invalid-parameter:platform: 参数有误
                isv.invalid-parameter:unid: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.convert，文档编号 24516
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_item_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "fields": fields,
                "num_iids": num_iids,
                "platform": platform,
                "unid": unid,
                "dx": dx,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_item_convert_many(
        self,
        num_iids: Iterable[Value],
        *,
        adzone_id: IdLike,
        fields: CsvLike,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        dx: Literal["1"] | str | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.TbkItemConvertNTbkItem]:
        """Any number of values: Turn item ids into promotion links for one of your ad
        zones.

        任意多个值：把一批商品 ID 换成自己推广位的推广链接。每次调用至多 40 个，同时几次
        由 concurrency 决定。按给出的次序，每个值恰好得到一个 Answer；元素以
        input_num_iid 对应到值，应答里没有的是 Unanswered。因某个值而整批被拒时，对半拆
        开再问，直到只剩那个值。

        Args:
            num_iids: 必填；任意多个，可以是生成器；商品 ID，取 taobao.tbk.item.get 的
                num_iid
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            fields: 必填；要返回的字段名；以英文逗号分隔
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            dx: 转链计划，不传或取其他值时转为营销计划；已知取值：
                - 1：转为通用计划链接
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.tbk.item.convert，文档编号 24516
        """
        from .._runtime.many import AsyncMany
        from ..methods.tbk_item_convert import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            num_iids,
            {
                "adzone_id": adzone_id,
                "fields": fields,
                "platform": platform,
                "unid": unid,
                "dx": dx,
            },
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    async def tbk_item_share_convert(
        self,
        *,
        adzone_id: IdLike,
        fields: CsvLike,
        num_iids: CsvLike,
        sub_pid: str,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        dx: Literal["1"] | str | None = None,
        coupon_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkItemShareConvertResponse:
        """Create item links whose commission is shared with a third-party pid.

        为第三方 pid 生成商品的分成推广链接。

        adzone_id 填自己的推广位，sub_pid 填参与分成的第三方。带 coupon_id 时只能传一个
        商品。coupon_click_url 总有值，先看 coupon_amount 才知道是否真有券。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            fields: 必填；要返回的字段名；以英文逗号分隔
            num_iids: 必填；商品 ID，取 taobao.tbk.item.get 的 num_iid；以英文逗号分隔
            sub_pid: 必填；三方推广者的 PID，形如 mm_xxx_xxx_xxx
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记；已废弃
            dx: 转链计划，不传或取其他值时优先转营销计划；已知取值：
                - 1：转为通用计划链接
            coupon_id: 优惠券 ID；一张券只对应一个商品，传它时商品 ID 也只能有一个
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkItemShareConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_item_share_convert
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:adzone_id: 参数有误
                isv.invalid-parameter:sub_pid: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.item.share.convert，文档编号 24519
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_item_share_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "fields": fields,
                "num_iids": num_iids,
                "sub_pid": sub_pid,
                "platform": platform,
                "unid": unid,
                "dx": dx,
                "coupon_id": coupon_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_jzf_convert(
        self,
        *,
        content: str,
        adzone_id: IdLike,
        type: Literal[1, 2] | None = None,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkJzfConvertResponse:
        """Create a welfare-page link from an item title, passcode or link.

        由商品标题、淘口令或链接生成找福利页链接。

        type 1 传标题，须超过 10 个字；type 2 传淘口令或链接。relation_id 尚不支持。

        Args:
            content: 必填；文案内容，为标题时须多于 10 个字
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            type: 所传内容的类型；默认 1；只能取：
                - 1：标题
                - 2：淘口令或链接
            relation_id: 渠道关系 ID；已废弃，尚未支持，不要传
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkJzfConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_jzf_convert
                isv.invalid-param: 参数有误
                isp.sys-error: 平台故障
                isv.param-content-empty: 参数有误
                isv.param-type-invalid: 参数有误
                isv.item-not-found: 没有结果
                isv.invalid-adzone-id: 参数有误
                isv.invalid-pid: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.jzf.convert，文档编号 43914
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_jzf_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "content": content,
                "adzone_id": adzone_id,
                "type": type,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_privilege_get(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        platform: Literal[1, 2] | int | None = None,
        relation_id: IdLike | None = None,
        special_id: IdLike | None = None,
        external_id: IdLike | None = None,
        xid: str | None = None,
        ucrowd_id: IdLike | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        mini_program_link: Literal[1] | int | None = None,
        item_id: IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        biz_scene_id: Literal["1", "2", "3"] | IdLike | None = None,
        manage_item_pub_id: IdLike | None = None,
        sku_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkPrivilegeGetResponse:
        """Create coupon-aware item links on behalf of a publisher.

        代推广者生成带券的单品推广链接。

        需要推广者的授权，site_id 与 adzone_id 要属于授权的推广者。主站选品的渠道推广须
        同时带 relation_id 并把 biz_scene_id 设为 2；代理模式还须带 promotion_type。前 N
        件佣金的信息只在 get_topn_rate 为 1 时返回。

        需要用户授权（session）。

        权限包：
        - 12403：https://open.taobao.com/api.htm?docId=28625&docType=2&scopeId=12403

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            relation_id: 渠道关系 ID，只用于渠道推广场景；主站选品推广时必填，且
                biz_scene_id 须为 2，不然二次转链会失败
            special_id: 会员运营 ID
            external_id: 淘宝客为自有用户设定的外部标识，如账户 ID、微信 ID
            xid: 团长与下游渠道约定的标识，供统计渠道推广效果
            ucrowd_id: 会员人群 ID，供统计人群推广效果
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            mini_program_link: 是否返回小程序链接，尚未开放；已知取值：
                - 1：返回
            item_id: 商品 ID，新旧两种格式都可能出现
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                - 3：商品库导购
            manage_item_pub_id: 提供商品库服务的账户，即拥有场景 3 权限的 member ID
            sku_id: 入参商品的 SKU ID，会带进转链得到的 URL
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkPrivilegeGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.privilege.get，文档编号 28625
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_privilege_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "platform": platform,
                "relation_id": relation_id,
                "special_id": special_id,
                "external_id": external_id,
                "xid": xid,
                "ucrowd_id": ucrowd_id,
                "get_topn_rate": get_topn_rate,
                "mini_program_link": mini_program_link,
                "item_id": item_id,
                "promotion_type": promotion_type,
                "biz_scene_id": biz_scene_id,
                "manage_item_pub_id": manage_item_pub_id,
                "sku_id": sku_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_general_link_convert(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        material_list: CsvLike | None = None,
        relation_id: IdLike | None = None,
        seller_id_list: CsvLike | None = None,
        item_id_list: CsvLike | None = None,
        page_id_list: CsvLike | None = None,
        target_item: types.TbkScGeneralLinkConvertTargetItem | None = None,
        item_dto: Iterable[types.TbkScGeneralLinkConvertLkItem] | None = None,
        page_dto: Iterable[types.TbkScGeneralLinkConvertLkPage] | None = None,
        shop_dto: Iterable[types.TbkScGeneralLinkConvertLkShop] | None = None,
        material_dto: Iterable[types.TbkScGeneralLinkConvertGeneralLinkLkMaterial] | None = None,
        special_id: IdLike | None = None,
        uvid: str | None = None,
        qmtid: str | None = None,
        uvid_not_authorized: Literal[0, 1, 2] | int | None = None,
        required_link_type: CsvLike | None = None,
        manage_pub_id: IdLike | None = None,
        dx: Literal["1"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScGeneralLinkConvertResponse:
        """Convert items, shops, venues, links and Taobao passwords for an authorised
        publisher.

        批量把商品、店铺、会场、链接或口令转成推广链接和淘口令。

        各物料单独成败，须逐个检查结果元素的 code 与 msg。频道页链接只有在
        required_link_type 里点名才返回。指定优惠券只开放给受邀的 KA 自用型工具服务商；
        主站选品推广必须同时传 relation_id 和 biz_scene_id=2，代理模式必须传
        promotion_type。需要物料 ID 或口令原始链接时用
        taobao.tbk.sc.general.link.parse。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        权限包：
        - 28320：https://open.taobao.com/api.htm?docId=65412&docType=2&scopeId=28320

        注：material_list、seller_id_list、item_id_list、page_id_list：一处资料是逗号连
        接的 String，2025-02 的客户端是 String[]，发送的文字相同

        注：2026-04 的客户端把 item_dto、page_dto、shop_dto、material_dto 写成
        item_d_t_o 等带点的平铺名，与 2025-02 生成的 SDK 矛盾，不可信，仍作 JSON

        注：该客户端让两种列表共用一个 promotion_info_dto，本规范仍按各自的字段分开

        注：uvid_not_authorized、required_link_type、income_info、频道页与超红链接等成员
        取自该客户端

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
                注：文档称之为推广位 ID，但又说是 pid 第二段，即媒体 ID
            biz_scene_id: 业务场景；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                注：文档还列有 4，但没有写含义
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            material_list: 待转链的链接或淘口令；以英文逗号分隔
            relation_id: 渠道关系 ID；主站选品推广时必填，且 biz_scene_id 须为 2，不然二
                次转链会失败
            seller_id_list: 要转链的卖家 ID；以英文逗号分隔
            item_id_list: 一组商品 ID；以英文逗号分隔
            page_id_list: 待转链的会场 ID；以英文逗号分隔
            target_item: 会场页内固定坑位的商品
            item_dto: 商品转链参数
            page_dto: 待转链的会场页面
            shop_dto: 要转链的店铺
            material_dto: 待处理的链接或淘口令
            special_id: 会员运营 ID
            uvid: 联盟加密后的用户标识
            qmtid: 启明系统的任务 ID
            uvid_not_authorized: 返利业务中 uvid 未授权时如何弹窗提醒；已知取值：
                - 0：展示
                - 1：不展示
                - 2：强提醒弹窗
            required_link_type: 指定 link_info_dto 要返回哪些链接，填其中的字段名；以英
                文逗号分隔
                注：来源没有列出取值，由示例和字段说明推断填字段名
            manage_pub_id: 商品库所属账号 ID
                注：存疑：只有 2026-04 的客户端把它放在顶层，生成的 SDK 只在 item_dto 内
                有
            dx: 转链计划，不传或取其他值时取佣金率最优的计划，含营销计划；已知取值：
                - 1：转为通用计划链接
                注：存疑：只有 2026-04 的客户端把它放在顶层，生成的 SDK 只在 item_dto 内
                有
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScGeneralLinkConvertResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_sc_general_link_convert
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.general.link.convert，文档编号 65412
        资料：公开的客户端代码 2026-04-06，最后核对 2026-11-26
        """
        from ..methods.tbk_sc_general_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "material_list": material_list,
                "relation_id": relation_id,
                "seller_id_list": seller_id_list,
                "item_id_list": item_id_list,
                "page_id_list": page_id_list,
                "target_item": target_item,
                "item_dto": item_dto,
                "page_dto": page_dto,
                "shop_dto": shop_dto,
                "material_dto": material_dto,
                "special_id": special_id,
                "uvid": uvid,
                "qmtid": qmtid,
                "uvid_not_authorized": uvid_not_authorized,
                "required_link_type": required_link_type,
                "manage_pub_id": manage_pub_id,
                "dx": dx,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_general_link_parse(
        self,
        *,
        adzone_id: IdLike,
        relation_id: IdLike | None = None,
        material_dto: Iterable[types.LkMaterial] | None = None,
        fields: CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScGeneralLinkParseResponse:
        """Parse links and Taobao passwords for an authorised publisher.

        解析链接或淘口令，得到物料类型、物料 ID 和原始链接。

        material_id 的含义由 material_type 决定（商品、店铺、会场等）。要看推广链接里的
        pid，须在 fields 传 origin_pid，且只返回属于当前推广者的 pid。结果元素各带 code
        与 msg，要逐个检查。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        权限包：
        - 31093：https://open.taobao.com/api.htm?docId=70535&docType=2&scopeId=31093

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            relation_id: 渠道关系 ID，主站选品推广时必填
                注：文档还要求 biz_scene_id 为 2，但本接口没有这个参数
            material_dto: 待处理的链接或淘口令
            fields: 额外返回的字段，需要 origin_pid 时传入；以英文逗号分隔
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScGeneralLinkParseResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_sc_general_link_parse
                1001: 没有权限
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.general.link.parse，文档编号 70535
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_general_link_parse import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "relation_id": relation_id,
                "material_dto": material_dto,
                "fields": fields,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_pailitao_widget_convert(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        relation_id: IdLike | None = None,
        type: Literal[0, 1] | int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScPailitaoWidgetConvertResponse:
        """Create a web address or deep link that opens the Pailitao widget, for an
        authorised publisher.

        生成打开拍立淘插件的网址或 deeplink，供授权推广者使用。

        type 取 0 得到官方插件网址，取 1 得到 deeplink；不传按 0 处理。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            relation_id: 渠道关系 ID
            type: 转换的目标类型；默认 0；已知取值：
                - 0：官方插件
                - 1：deeplink 链接
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScPailitaoWidgetConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.pailitao.widget.convert
        资料：公开的客户端代码 2024-02，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_pailitao_widget_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "relation_id": relation_id,
                "type": type,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_shop_convert(
        self,
        *,
        adzone_id: IdLike,
        fields: CsvLike,
        site_id: IdLike,
        user_ids: CsvLike,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScShopConvertResponse:
        """Turn seller ids into shop promotion links for a publisher.

        代推广者把卖家 ID 换成店铺推广链接。

        需要推广者的授权。卖家 ID 取自 taobao.tbk.shop.get 的 user_id；unid 不开放，不要
        传。

        需要用户授权（session）。

        权限包：
        - 16403：https://open.taobao.com/api.htm?docId=43878&docType=2&scopeId=16403

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            fields: 必填；要返回的字段名；以英文逗号分隔
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            user_ids: 必填；卖家 ID，取自 taobao.tbk.shop.get 返回的 user_id；以英文逗号
                分隔
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记，仅限英文字母和数字；不开放使用；至多 12 个字
                符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScShopConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.shop.convert，文档编号 43878
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_shop_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "fields": fields,
                "site_id": site_id,
                "user_ids": user_ids,
                "platform": platform,
                "unid": unid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_sc_vc_landing_link_convert(
        self,
        *,
        adzone_id: IdLike,
        link_type: Literal[1, 2, 3, 4] | int,
        relation_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScVcLandingLinkConvertResponse:
        """Get the link of a landing page for new users for an authorised publisher.

        生成拉新承接页的链接，如企微中转页、加好友二维码。

        主站选品推广场景必须传 relation_id。文档标题写的是推广者，方法名则属服务商系列。

        注：标题写推广者，方法却属于服务商接口；对应的推广者接口标题相同

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            link_type: 必填；生成链接的类型；已知取值：
                - 1：企微中转页
                - 2：企微客服临时会话页
                - 3：加好友二维码
                - 4：企微零元购页面
            relation_id: 渠道关系 ID，主站选品推广时必填
                注：文档还要求 biz_scene_id 为 2，但本接口没有这个参数
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScVcLandingLinkConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.vc.landing.link.convert，文档编号 72752
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_vc_landing_link_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "link_type": link_type,
                "relation_id": relation_id,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_shop_convert(
        self,
        *,
        adzone_id: IdLike,
        fields: CsvLike,
        user_ids: CsvLike,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkShopConvertResponse:
        """Turn seller ids into shop promotion links.

        把卖家 ID 换成店铺推广链接。

        卖家 ID 取自 taobao.tbk.shop.get 的 user_id。

        资料来自公开的 SDK，未与平台文档核对。

        权限包：
        - 11653（旧）：
          https://open.taobao.com/api.htm?docId=24523&docType=2&scopeId=11653

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            fields: 必填；要返回的字段名；以英文逗号分隔
            user_ids: 必填；卖家 ID，取自 taobao.tbk.shop.get 返回的 user_id；以英文逗号
                分隔
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkShopConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.shop.convert，文档编号 24523
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_shop_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "fields": fields,
                "user_ids": user_ids,
                "platform": platform,
                "unid": unid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_shop_share_convert(
        self,
        *,
        fields: CsvLike,
        user_ids: CsvLike,
        adzone_id: IdLike,
        sub_pid: str,
        platform: Literal[1, 2] | int | None = None,
        unid: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkShopShareConvertResponse:
        """Create shop links whose commission is shared with a third-party pid.

        为第三方 pid 生成店铺的分成推广链接。

        卖家 ID 取自 taobao.tbk.shop.get 的 user_id；sub_pid 是参与分成的第三方。

        Args:
            fields: 必填；要返回的字段名；以英文逗号分隔
            user_ids: 必填；卖家 ID，取自 taobao.tbk.shop.get 返回的 user_id；以英文逗号
                分隔
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            sub_pid: 必填；三方推广者的 PID，形如 mm_xxx_xxx_xxx
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            unid: 区分推广渠道的自定义标记，仅限英文字母和数字；至多 12 个字符
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkShopShareConvertResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_shop_share_convert
                isv.invalid-parameter:adzone_id: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.shop.share.convert，文档编号 24524
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_shop_share_convert import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "fields": fields,
                "user_ids": user_ids,
                "adzone_id": adzone_id,
                "sub_pid": sub_pid,
                "platform": platform,
                "unid": unid,
            },
            session=session,
            timeout=timeout,
        )

    async def tbk_spread_get(
        self,
        *,
        requests: Iterable[types.TbkSpreadGetTbkSpreadRequest],
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkSpreadGetResponse:
        """Shorten a batch of promotion links.

        把一批推广长链接缩成短链接。

        一次最多 20 条，只受理 uland、s.click、ai、temai 这四个 taobao.com 子域名的链
        接。整个请求成功不代表每条成功，逐条看 err_msg 是否为 OK。

        1 个参数没有资料说明是否必填。

        权限包：
        - 12340：https://open.taobao.com/api.htm?docId=27832&docType=2&scopeId=12340

        注：文档页没有列出 requests 的成员；url 出自客户端 crazyunix/topsdk，那里没有说
        明是否必填

        Args:
            requests: 必填；待转换的各个链接；至多 20 个元素
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkSpreadGetResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_spread_get
                isp.tbkapi-service-unavailable: 平台故障
                isp.dependency-error: 平台故障
                isv.not-support-param-type: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.spread.get，文档编号 27832
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_spread_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "requests": requests,
            },
            session=session,
            timeout=timeout,
        )
