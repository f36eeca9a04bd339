"""Methods about materials: 物料搜索与推荐."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import CsvLike, IdLike, MomentLike, NumberLike
from .._runtime.clients import BaseClient
from .._runtime.deprecation import deprecated
from .._runtime.masking import MaskedText


class MaterialsMethods(BaseClient):
    """Methods about materials.

    物料搜索与推荐类 API。
    """

    def ovs_tbk_material_item_optional(
        self,
        *,
        adzone_id: IdLike,
        language: Literal["zh_CN", "en_US"] | str,
        site: Literal["TW", "HK", "MY", "SG", "AU", "CA", "MO", "GLOBAL"] | str,
        material_id: IdLike | None = None,
        start_price: NumberLike | None = None,
        end_price: NumberLike | None = None,
        is_tmall: bool | None = None,
        unid: str | None = None,
        need_similar_recommendation: bool | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.OvsTbkMaterialItemOptionalResponse:
        """Search materials for overseas affiliates.

        搜索海外淘宝客的物料。

        必填推广位、语言与站点。站点选 GLOBAL 时不做禁限售校验，选其他站点时校验。公开资
        料没有列全请求参数，关键词等筛选条件的参数名未知。

        返回内容没有公开资料，或只有一部分。1 个列表的外层键名是推断的。

        注：笔记只照录必填参数，其余参数与全部返回字段都没有类型：类型取自其他接口的同名
        成员，没有同名的按名称判断

        注：接口说明提到关键词等其他筛选条件，但没有列出参数名，故请求不全；页码参数也未
        列出，因此不声明翻页

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            language: 必填；返回内容的语言；已知取值：
                - zh_CN：中文
                - en_US：英文
            site: 必填；面向的站点；已知取值：
                - TW：台湾
                - HK：香港
                - MY：马来
                - SG：新加坡
                - AU：澳大利亚
                - CA：加拿大
                - MO：澳门
                - GLOBAL：全球，不校验禁限售
            material_id: 物料 ID，缺省取 site 所指站点的物料
                注：来源没有写类型，与其他接口的同名参数一致
            start_price: 筛选条件：折扣价的下限
                注：来源没有写类型和币种，类型与其他接口的同名参数一致
            end_price: 筛选条件：折扣价的上限
                注：来源没有写类型和币种，类型与其他接口的同名参数一致
            is_tmall: 筛选条件：是否天猫商品
                注：来源没有写类型，与其他接口的同名参数一致
            unid: 渠道的自定义标记
                注：来源没有写类型，与其他接口的同名参数一致
            need_similar_recommendation: 要不要相似商品推荐
                注：来源没有写类型，按 need_ 开头的其他参数判断
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.OvsTbkMaterialItemOptionalResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.ovs.tbk.material.item.optional，文档编号 72807
        资料：平台文档页 2026-10-08，最后核对 2026-11-26
        """
        from ..methods.ovs_tbk_material_item_optional import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "language": language,
                "site": site,
                "material_id": material_id,
                "start_price": start_price,
                "end_price": end_price,
                "is_tmall": is_tmall,
                "unid": unid,
                "need_similar_recommendation": need_similar_recommendation,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_image_ecognition_list_query(
        self,
        *,
        img: str,
        identifier_value: str,
        adzone_id: IdLike,
        identifier_type: Literal["IMEI_MD5", "IDFA_MD5", "OAID_MD5"] | str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgImageEcognitionListQueryResponse:
        """Find discounted items that look like a picture, with promotion links.

        按图片查找相似的优惠商品，并取得推广链接。

        图片以 base64 传入，须小于 200K，过大要先压缩，格式用 jpg、png；用户标识取
        IMEI、IDFA 或 OAID 的 MD5。

        1 个列表的外层键名是推断的。

        注：icon_list 列在文档页的字段表中，示例里没有

        Args:
            img: 必填；图片的 Base64 文本，须小于 200K，支持 JPG、PNG 等常见格式，过大请
                先压缩
            identifier_value: 必填；用户标识取值
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            identifier_type: 必填；用户标识的类别；已知取值：
                - IMEI_MD5：IMEI 的 MD5
                - IDFA_MD5：IDFA 的 MD5
                - OAID_MD5：OAID 的 MD5
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgImageEcognitionListQueryResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.image.ecognition.list.query，文档编号 73442
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_image_ecognition_list_query import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "img": img,
                "identifier_value": identifier_value,
                "adzone_id": adzone_id,
                "identifier_type": identifier_type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_image_ecognition_page_query(
        self,
        *,
        img: str,
        identifier_value: str,
        adzone_id: IdLike,
        identifier_type: Literal["IMEI_MD5", "IDFA_MD5", "OAID_MD5"] | str,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgImageEcognitionPageQueryResponse:
        """Find discounted items that look like a picture, as an H5 page and a deep
        link.

        按图片生成相似优惠商品页的 H5 与手淘跳转链接。

        图片以 base64 传入，须小于 200K，过大要先压缩，格式用 jpg、png；用户标识取
        IMEI、IDFA 或 OAID 的 MD5。

        Args:
            img: 必填；图片的 Base64 文本，须小于 200K，支持 JPG、PNG 等常见格式，过大请
                先压缩
            identifier_value: 必填；用户标识取值
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            identifier_type: 必填；用户标识的类别；已知取值：
                - IMEI_MD5：IMEI 的 MD5
                - IDFA_MD5：IDFA 的 MD5
                - OAID_MD5：OAID 的 MD5
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgImageEcognitionPageQueryResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.image.ecognition.page.query，文档编号 73468
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_image_ecognition_page_query import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "img": img,
                "identifier_value": identifier_value,
                "adzone_id": adzone_id,
                "identifier_type": identifier_type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_interest_items_get(
        self,
        *,
        adzone_id: IdLike,
        material_id: IdLike | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        device_type: Literal["uvid", "scdId"] | str | None = None,
        device_value: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgInterestItemsGetResponse:
        """Get personalised items by uvid or community id.

        按 uvid 或社群 ID 获取个性化推荐商品。

        device_type 填 uvid 或 scdId，值放 device_value；没有按所传标识推荐时看 uvid_msg
        与 scd_id_msg，实际所用物料见 material_id_msg。

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            material_id: 官方物料 ID
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            device_type: 智能匹配所用标识的类别；已知取值：
                - uvid：加密用户标识
                - scdId：社群 ID
            device_value: 所选标识（uvid 或 scdId）的取值
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgInterestItemsGetResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.interest.items.get，文档编号 70231
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_interest_items_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "material_id": material_id,
                "page_size": page_size,
                "page_no": page_no,
                "device_type": device_type,
                "device_value": device_value,
            },
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_dg_material_optional_upgrade")
    def tbk_dg_material_optional(
        self,
        *,
        adzone_id: IdLike,
        start_dsr: int | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        platform: Literal[1, 2] | int | None = None,
        end_tk_rate: int | None = None,
        start_tk_rate: int | None = None,
        end_price: NumberLike | None = None,
        start_price: NumberLike | None = None,
        is_overseas: bool | None = None,
        is_tmall: bool | None = None,
        sort: (
            Literal[
                "total_sales_des",
                "total_sales_asc",
                "tk_rate_des",
                "tk_rate_asc",
                "tk_total_sales_des",
                "tk_total_sales_asc",
                "tk_total_commi_des",
                "tk_total_commi_asc",
                "price_des",
                "price_asc",
                "match_des",
                "match_asc",
            ]
            | str
            | None
        ) = None,
        itemloc: str | None = None,
        cat: CsvLike | None = None,
        q: str | None = None,
        material_id: IdLike | None = None,
        has_coupon: bool | None = None,
        ip: str | None = None,
        need_free_shipment: bool | None = None,
        need_prepay: bool | None = None,
        include_pay_rate_30: bool | None = None,
        include_good_rate: bool | None = None,
        include_rfd_rate: bool | None = None,
        npx_level: Literal[1, 2, 3] | int | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_value: str | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        end_ka_tk_rate: int | None = None,
        start_ka_tk_rate: int | None = None,
        lock_rate_end_time: MomentLike | None = None,
        lock_rate_start_time: MomentLike | None = None,
        longitude: NumberLike | None = None,
        latitude: NumberLike | None = None,
        city_code: str | None = None,
        seller_ids: CsvLike | None = None,
        special_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        page_result_key: str | None = None,
        ucrowd_id: IdLike | None = None,
        ucrowd_rank_items: Iterable[types.MaterialUcrowdRankItem] | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMaterialOptionalResponse:
        """Search items by keyword and filters.

        按关键词与条件搜索商品。

        已废弃，请改用 tbk_dg_material_optional_upgrade。

        请改用升级版。佣金比率条件以万分之一计。本地化（LBS）物料翻页时还要带上一页返回
        的 page_result_key；查饿了么卡券物料须给 city_code；物料评估（41377）须给
        ucrowd_rank_items 的 item_id。

        权限包（有其一即可）：
        - 16516：https://open.taobao.com/api.htm?docId=35896&docType=2&scopeId=16516
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=35896&docType=2&scopeId=11655

        注：ucrowd_rank_items.price：元数据的类型为 BigDecimal，客户端
        liu8534584/mall-sdk（2024-02）为 String

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            start_dsr: 筛选条件：店铺 DSR 评分的下限，含该值；只对部分媒体开放；取值
                0–50000
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            end_tk_rate: 筛选条件：佣金率的上限；单位：万分之一（1234 即 12.34%）
            start_tk_rate: 筛选条件：佣金率的下限；单位：万分之一（1234 即 12.34%）
            end_price: 筛选条件：折扣价的上限；单位：元
            start_price: 筛选条件：折扣价的下限；单位：元
            is_overseas: 筛选条件：true 只返回海外商品，false 或不传不限
            is_tmall: 筛选条件：true 只返回天猫商品，false 或不传不限
            sort: 排序方式；已知取值：
                - total_sales_des：销量从高到低
                - total_sales_asc：销量从低到高
                - tk_rate_des：佣金比率从高到低
                - tk_rate_asc：佣金比率从低到高
                - tk_total_sales_des：累计推广量从高到低
                - tk_total_sales_asc：累计推广量从低到高
                - tk_total_commi_des：总支出佣金从高到低
                - tk_total_commi_asc：总支出佣金从低到高
                - price_des：价格从高到低
                - price_asc：价格从低到高
                - match_des：匹配分从高到低
                - match_asc：匹配分从低到高
            itemloc: 筛选条件：商品所在地
            cat: 按后台类目 ID 筛选商品，ID 见 taobao.itemcats.get；以英文逗号分隔；至多
                10 个元素
            q: 搜索关键词
            material_id: 搜索物料 ID；直接面向消费者时可用个性化物料 17004；默认 2836
            has_coupon: 筛选条件：true 只返回有券商品，false 或不传不限
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            need_free_shipment: 筛选条件：true 只返回包邮商品，false 或不传不限；默认
                false
            need_prepay: 筛选条件：true 只返回已加入消费者保障的商品，false 或不传不限；
                默认 false
            include_pay_rate_30: 筛选条件：true 要求成交转化率不低于行业均值，false 或不
                传不限；仅特定媒体可用
            include_good_rate: 筛选条件：true 要求好评率不低于行业均值，false 或不传不限
            include_rfd_rate: 筛选条件：true 要求退款率低于行业均值，false 或不传不限；
                仅特定媒体可用
            npx_level: 按主图牛皮癣程度筛选；已知取值：
                - 1：不限
                - 2：无
                - 3：轻微
            device_encrypt: 智能匹配所用设备号的加密方式；已知取值：
                - MD5：32 位小写 MD5
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写
            device_type: 智能匹配所用设备号的类别；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
            end_ka_tk_rate: 筛选条件：KA 媒体佣金率的上限；单位：万分之一（1234 即
                12.34%）
            start_ka_tk_rate: 筛选条件：KA 媒体佣金率的下限；单位：万分之一（1234 即
                12.34%）
            lock_rate_end_time: 筛选条件：佣金率锁定的结束时间；格式：毫秒时间戳
                注：毫秒格式按同名返回字段的示例推断
            lock_rate_start_time: 筛选条件：佣金率锁定的开始时间；格式：毫秒时间戳
                注：毫秒格式按同名返回字段的示例推断
            longitude: 消费者所在位置的经度，用于本地化搜索
            latitude: 消费者所在位置的纬度，用于本地化搜索
            city_code: 国标城市码，只能传一个；查饿了么卡券物料时必填
                参见 城市码对照表 <https://mo.m.taobao.com/page_2020010315120200508>
            seller_ids: 按商家 ID 筛选，只支持饿了么卡券商家；以英文逗号分隔；1–100 个元
                素
            special_id: 会员运营 ID
            relation_id: 渠道关系 ID，只用于渠道推广场景
            page_result_key: 本地化搜索的翻页标识，取上一页返回的 page_result_key；首页
                之外必填
            ucrowd_id: 人群 ID，只用于 material_id=41377 的物料评估
            ucrowd_rank_items: 参与物料评估的商品；至多 1000 个元素
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMaterialOptionalResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.material.optional，文档编号 35896
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_material_optional import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "start_dsr": start_dsr,
                "page_size": page_size,
                "page_no": page_no,
                "platform": platform,
                "end_tk_rate": end_tk_rate,
                "start_tk_rate": start_tk_rate,
                "end_price": end_price,
                "start_price": start_price,
                "is_overseas": is_overseas,
                "is_tmall": is_tmall,
                "sort": sort,
                "itemloc": itemloc,
                "cat": cat,
                "q": q,
                "material_id": material_id,
                "has_coupon": has_coupon,
                "ip": ip,
                "need_free_shipment": need_free_shipment,
                "need_prepay": need_prepay,
                "include_pay_rate_30": include_pay_rate_30,
                "include_good_rate": include_good_rate,
                "include_rfd_rate": include_rfd_rate,
                "npx_level": npx_level,
                "device_encrypt": device_encrypt,
                "device_value": device_value,
                "device_type": device_type,
                "end_ka_tk_rate": end_ka_tk_rate,
                "start_ka_tk_rate": start_ka_tk_rate,
                "lock_rate_end_time": lock_rate_end_time,
                "lock_rate_start_time": lock_rate_start_time,
                "longitude": longitude,
                "latitude": latitude,
                "city_code": city_code,
                "seller_ids": seller_ids,
                "special_id": special_id,
                "relation_id": relation_id,
                "page_result_key": page_result_key,
                "ucrowd_id": ucrowd_id,
                "ucrowd_rank_items": ucrowd_rank_items,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_material_optional_upgrade(
        self,
        *,
        adzone_id: IdLike,
        start_dsr: int | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        end_tk_rate: int | None = None,
        start_tk_rate: int | None = None,
        end_price: NumberLike | None = None,
        start_price: NumberLike | None = None,
        is_overseas: bool | None = None,
        is_tmall: bool | None = None,
        sort: (
            Literal[
                "total_sales_des",
                "total_sales_asc",
                "tk_rate_des",
                "tk_rate_asc",
                "tk_mkt_rate_des",
                "tk_mkt_rate_asc",
                "tk_total_sales_des",
                "tk_total_sales_asc",
                "tk_total_commi_des",
                "tk_total_commi_asc",
                "final_promotion_price_des",
                "final_promotion_price_asc",
                "match_des",
                "match_asc",
            ]
            | str
            | None
        ) = None,
        itemloc: str | None = None,
        cat: CsvLike | None = None,
        q: str | None = None,
        material_id: IdLike | None = None,
        has_coupon: bool | None = None,
        ip: str | None = None,
        need_free_shipment: bool | None = None,
        need_prepay: bool | None = None,
        include_pay_rate_30: bool | None = None,
        include_good_rate: bool | None = None,
        include_rfd_rate: bool | None = None,
        npx_level: Literal[1, 2, 3] | int | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_value: str | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        special_id: IdLike | None = None,
        relation_id: IdLike | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        mgc_start_time: MomentLike | None = None,
        mgc_end_time: MomentLike | None = None,
        mgc_status: Literal["0", "1", "2", "3"] | str | None = None,
        ucrowd_id: IdLike | None = None,
        ucrowd_rank_items: Iterable[types.UcrowdRankItem] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMaterialOptionalUpgradeResponse:
        """Search items by keyword, category, price and rate, with promotion links.

        按关键词、类目、到手价、收入比率等条件搜索推广商品，并取得推广链接。

        q 不接受联盟推广链接；从淘宝复制的数字 ID 链接需要场景 2（消费者比价）权限，没有
        该权限时，只命中一个商品的标题搜索会隐去链接和商品 ID。收入比率条件以万分之一为
        单位，价格条件按预估到手价（元）计算。material_id=17004 没有结果时自动退回默认物
        料 80309；按设备号做智能匹配前要先签署平台协议。

        q、cat、ucrowd_rank_items 至少填一个。3 个参数没有资料说明是否必填。2 个列表的外
        层键名是推断的。

        权限包：
        - 27939：https://open.taobao.com/api.htm?docId=64759&docType=2&scopeId=27939

        参见 智能推荐协议签署页
        <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>

        注：ucrowd_rank_items：文档页写成单个对象，却称作列表；两个客户端与服务商接口都
        发送列表，规范照此；成员取自 2025-09 的客户端

        注：small_images 与 province_list 列在文档页的字段表中，示例里没有

        注：2026-02-04 的 SDK 类与本规范的 36 个请求参数同名，只检查 adzone_id

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            start_dsr: 筛选条件：店铺 DSR 评分的下限，含该值；取值 0–50000
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            end_tk_rate: 筛选条件：收入比率（佣金加补贴）的上限；单位：万分之一（1234 即
                12.34%）
            start_tk_rate: 筛选条件：收入比率（佣金加补贴）的下限；单位：万分之一（1234
                即 12.34%）
            end_price: 筛选条件：预估到手价的上限；单位：元
            start_price: 筛选条件：预估到手价的下限；单位：元
            is_overseas: 筛选条件：true 只返回海外商品，false 或不传不限
            is_tmall: 筛选条件：true 只返回天猫商品，false 或不传不限
            sort: 排序方式；已知取值：
                - total_sales_des：销量从高到低
                - total_sales_asc：销量从低到高
                - tk_rate_des：收入比率从高到低
                - tk_rate_asc：收入比率从低到高
                - tk_mkt_rate_des：营销计划佣金从高到低
                - tk_mkt_rate_asc：营销计划佣金从低到高
                - tk_total_sales_des：累计推广量从高到低
                - tk_total_sales_asc：累计推广量从低到高
                - tk_total_commi_des：总支出佣金从高到低
                - tk_total_commi_asc：总支出佣金从低到高
                - final_promotion_price_des：预估到手价从高到低
                - final_promotion_price_asc：预估到手价从低到高
                - match_des：匹配分从高到低
                - match_asc：匹配分从低到高
            itemloc: 筛选条件：商品所在地
            cat: 按后台类目 ID 筛选商品；以英文逗号分隔；至多 10 个元素
            q: 搜索关键词，不收淘宝联盟链接；没有消费者比价场景（ID 2）权限时，不能用含
                数字 ID 的商品链接，标题只搜到一个商品时也不给推广链接和商品 ID
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            material_id: 搜索物料 ID；直接面向消费者时可用个性化物料 17004，它无结果时改
                出 80309 的结果；默认 80309
            has_coupon: 筛选条件：true 只返回有券商品，false 或不传不限
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            need_free_shipment: 筛选条件：true 只返回包邮商品，false 或不传不限；默认
                false
            need_prepay: 筛选条件：true 只返回已加入消费者保障的商品，false 或不传不限；
                默认 false
            include_pay_rate_30: 筛选条件：true 要求成交转化率不低于行业均值，false 或不
                传不限
            include_good_rate: 筛选条件：true 要求好评率不低于行业均值，false 或不传不限
            include_rfd_rate: 筛选条件：true 要求退款率低于行业均值，false 或不传不限
            npx_level: 按主图牛皮癣程度筛选；默认 1；已知取值：
                - 1：不限
                - 2：无
                - 3：轻微
            device_encrypt: 智能匹配所用设备号的加密方式，使用前须签署智能推荐协议；已知
                取值：
                - MD5：32 位小写 MD5
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写；使用前须签署智能
                推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_type: 智能匹配所用设备号的类别，使用前须签署智能推荐协议；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
                注：存疑：2025-10 的文档列出这四种，2026-02-04 生成的 PHP SDK 类只列
                OAID 与 IDFA
            special_id: 会员运营 ID
            relation_id: 渠道关系 ID，只用于渠道推广场景
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            mgc_start_time: 线报生产时间的下界；格式：毫秒时间戳
            mgc_end_time: 线报生产时间的上界；格式：毫秒时间戳
            mgc_status: 按线报状态筛选；不传时只要有效的；已知取值：
                - 0：全部
                - 1：过期
                - 2：实时生效
                - 3：未来生效
            ucrowd_id: 人群 ID，只用于 material_id=41377 的物料评估
            ucrowd_rank_items: 参与物料评估的商品
                注：文档类型为单个对象，说明却是商品列表，按列表处理
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMaterialOptionalUpgradeResponse: 一页结果，iter_all() 逐个给出本
                页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页
                tbk_dg_material_optional_upgrade
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

        API: taobao.tbk.dg.material.optional.upgrade，文档编号 64759
        资料：公开的客户端代码 2026-03-25，最后核对 2026-11-26
        """
        from ..methods.tbk_dg_material_optional_upgrade import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "start_dsr": start_dsr,
                "page_size": page_size,
                "page_no": page_no,
                "end_tk_rate": end_tk_rate,
                "start_tk_rate": start_tk_rate,
                "end_price": end_price,
                "start_price": start_price,
                "is_overseas": is_overseas,
                "is_tmall": is_tmall,
                "sort": sort,
                "itemloc": itemloc,
                "cat": cat,
                "q": q,
                "material_id": material_id,
                "has_coupon": has_coupon,
                "ip": ip,
                "need_free_shipment": need_free_shipment,
                "need_prepay": need_prepay,
                "include_pay_rate_30": include_pay_rate_30,
                "include_good_rate": include_good_rate,
                "include_rfd_rate": include_rfd_rate,
                "npx_level": npx_level,
                "device_encrypt": device_encrypt,
                "device_value": device_value,
                "device_type": device_type,
                "special_id": special_id,
                "relation_id": relation_id,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "mgc_start_time": mgc_start_time,
                "mgc_end_time": mgc_end_time,
                "mgc_status": mgc_status,
                "ucrowd_id": ucrowd_id,
                "ucrowd_rank_items": ucrowd_rank_items,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_dg_material_recommend(
        self,
        *,
        material_id: IdLike,
        adzone_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        relation_id: IdLike | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_value: str | None = None,
        favorites_id: IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        special_id: IdLike | None = None,
        item_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgMaterialRecommendResponse:
        """List recommended items with promotion links, by official material id or
        favourites list.

        按官方物料 ID 或选品库分页取推荐商品及推广链接。

        每页 1 至 100 条。相似商品推荐用 material_id 13256，并要带 item_id；智能匹配与相
        似推荐都须先签署联盟协议。代理模式下必须传 promotion_type。公开物料 ID 可从
        taobao.tbk.optimus.tou.material.ids.get 取得。

        当 material_id 为 13256 时，item_id 至少填一个。2 个列表的外层键名是推断的。

        权限包：
        - 27939：https://open.taobao.com/api.htm?docId=62201&docType=2&scopeId=27939

        参见 智能推荐协议签署页
        <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>

        注：small_images 与 province_list 列在文档页的字段表中，示例里没有

        注：2025-11-04 的 SDK 类与本规范的 12 个请求参数同名，只检查 adzone_id 与
        material_id

        Args:
            material_id: 必填；官方物料 ID，公开的可用
                taobao.tbk.optimus.tou.material.ids.get 查询
                参见 官方物料 ID 汇总
                <https://market.m.taobao.com/app/qn/toutiao-new/index-pc.html#/detail/10628875>
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            relation_id: 渠道关系 ID，只用于渠道推广场景
            device_type: 智能匹配所用设备号的类别，使用前须签署智能推荐协议；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
                注：存疑：2025-10 的文档列出这四种，2025-11-04 生成的 PHP SDK 类只列
                OAID 与 IDFA
            device_encrypt: 智能匹配所用设备号的加密方式，使用前须签署智能推荐协议；已知
                取值：
                - MD5：32 位小写 MD5
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写；使用前须签署智能
                推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            favorites_id: 选品库 ID
                参见 如何取得选品库 ID
                <https://mos.m.taobao.com/union/page_20230109_175050_176>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            special_id: 会员运营 ID
            item_id: 推荐相似商品时的参照商品新 ID，material_id=13256 时必填且须先签署智
                能推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>、
                新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgMaterialRecommendResponse: 一页结果，iter_all() 逐个给出本页及后
                续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.material.recommend，文档编号 62201
        资料：公开的客户端代码 2025-11-04，最后核对 2026-11-26
        """
        from ..methods.tbk_dg_material_recommend import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "material_id": material_id,
                "adzone_id": adzone_id,
                "page_size": page_size,
                "page_no": page_no,
                "relation_id": relation_id,
                "device_type": device_type,
                "device_encrypt": device_encrypt,
                "device_value": device_value,
                "favorites_id": favorites_id,
                "promotion_type": promotion_type,
                "special_id": special_id,
                "item_id": item_id,
            },
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_dg_material_recommend")
    def tbk_dg_optimus_material(
        self,
        *,
        adzone_id: IdLike,
        material_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        device_value: str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        content_id: IdLike | None = None,
        content_source: str | None = None,
        item_id: IdLike | None = None,
        favorites_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkDgOptimusMaterialResponse:
        """Get recommended items of an official material id.

        按物料 ID 获取官方推荐商品。

        已废弃，请改用 tbk_dg_material_recommend。

        请改用升级版。物料 ID 取自官方清单；设备号用于个性化，MD5 要小写 32 位，OAID 传
        原值。只有全品库查询才给 total_count。

        权限包（有其一即可）：
        - 16518：https://open.taobao.com/api.htm?docId=33947&docType=2&scopeId=16518
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=33947&docType=2&scopeId=11655

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            material_id: 必填；官方物料 ID
                参见 官方物料 ID 汇总
                <https://market.m.taobao.com/app/qn/toutiao-new/index-pc.html#/detail/10628875>
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写，OAID 传原始值
            device_encrypt: 智能匹配所用设备号的加密方式，device_type 为 OAID 时不传；已
                知取值：
                - MD5：32 位小写 MD5
            device_type: 智能匹配所用设备号的类别；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
            content_id: 内容详情 ID，仅内容物料使用
            content_source: 内容渠道，仅内容物料使用
            item_id: 推荐相似商品时的参照商品 ID
            favorites_id: 选品库的投放 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkDgOptimusMaterialResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 tbk_dg_optimus_material
                isp.tbkapi-service-unavailable: 平台故障
                isv.invalid-parameter:start_price: 参数有误
                isv.invalid-parameter:end_price: 参数有误
                isv.invalid-parameter:end_tk_rate: 参数有误
                4: 参数有误
                2: 参数有误
                50001: 没有结果
                isp.sys-error: 平台故障
                30001: 参数有误
                40001: 平台故障
                50002: 调用过频（同一 API，片刻）
                41: 参数有误
                isp.entry-sys-error: 平台故障
                1103: 参数有误
                1201: 参数有误
            TransportError: 没有得到可用的应答

        API: taobao.tbk.dg.optimus.material，文档编号 33947
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_dg_optimus_material import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "material_id": material_id,
                "page_size": page_size,
                "page_no": page_no,
                "device_value": device_value,
                "device_encrypt": device_encrypt,
                "device_type": device_type,
                "content_id": content_id,
                "content_source": content_source,
                "item_id": item_id,
                "favorites_id": favorites_id,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_interest_items_get(
        self,
        *,
        material_id: IdLike,
        adzone_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        device_value: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkInterestItemsGetResponse:
        """Get personalised items by material and device, edition for phone makers.

        按物料和设备号获取个性化推荐商品（厂商版）。

        可用的公开物料 ID 由 taobao.tbk.optimus.tou.material.ids.get 列出；传设备号前要
        先签署平台的智能推荐协议。传了 uvid 却没有用上时，原因写在 uvid_msg。

        参见 智能推荐协议签署页
        <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>

        Args:
            material_id: 必填；官方物料 ID，公开的可用
                taobao.tbk.optimus.tou.material.ids.get 查询
                参见 官方物料 ID 汇总
                <https://market.m.taobao.com/app/qn/toutiao-new/index-pc.html#/detail/10628875>
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            device_type: 智能匹配所用设备号的类别，使用前须签署智能推荐协议；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写；使用前须签署智能
                推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkInterestItemsGetResponse: 一页结果，iter_all() 逐个给出本页及后续各
                页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.interest.items.get，文档编号 69446
        资料：平台文档页 2025-10，最后核对 2026-11-24
        """
        from ..methods.tbk_interest_items_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "material_id": material_id,
                "adzone_id": adzone_id,
                "page_size": page_size,
                "page_no": page_no,
                "device_type": device_type,
                "device_value": device_value,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_material_upload(
        self,
        *,
        param0: types.TbkMaterialUploadMaterialUpload,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkMaterialUploadResponse:
        """Upload, extend or delete an item set of your own.

        上传、追加或删除自己的商品集合。

        param0 是一段 JSON 文本。mode 有 overwrite、add、delete 三种。只知道请求部分，返
        回内容没有公开资料。

        param0.material_id、param0.items 至少填一个。资料来自公开的 SDK，未与平台文档核
        对。返回内容没有公开资料。

        注：必填标记只见于公开客户端的参数校验

        注：公开客户端把 param0 作为 JSON 字符串发送，没有给出其中的类型名

        Args:
            param0: 必填；上传内容，以 JSON 文本传入
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkMaterialUploadResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.material.upload
        资料：公开的客户端代码，日期不详，最后核对 2026-11-24
        """
        from ..methods.tbk_material_upload import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "param0": param0,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_optimus_tou_material_ids_get(
        self,
        *,
        material_query: types.TbkOptimusTouMaterialIdsGetMaterialQuery | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkOptimusTouMaterialIdsGetResponse:
        """List official material ids by subject and type.

        按主题和类型分页列出官方物料 ID。

        物料有起止时间，使用前先看 start_time 与 end_time；取得的 ID 供物料搜索与推荐接
        口使用。

        资料来自公开的 SDK，未与平台文档核对。4 个参数没有资料说明是否必填。1 个列表的外
        层键名是推断的。

        权限包：
        - 27939：https://open.taobao.com/api.htm?docId=64333&docType=2&scopeId=27939

        Args:
            material_query: 查询条件
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkOptimusTouMaterialIdsGetResponse: 一页结果，iter_all() 逐个给出本页
                及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.optimus.tou.material.ids.get，文档编号 64333
        资料：公开的客户端代码 2025-09，最后核对 2026-11-26
        """
        from ..methods.tbk_optimus_tou_material_ids_get import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "material_query": material_query,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_content_material(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        page_num: int | None = None,
        page_size: int | None = None,
        start_time: MomentLike | None = None,
        end_time: MomentLike | None = None,
        item_ids: CsvLike | None = None,
        scene_id: Literal["1", "3"] | IdLike | None = None,
        price_floor: NumberLike | None = None,
        price_ceiling: NumberLike | None = None,
        use_scene: Iterable[Literal["3", "4", "5", "6", "7"]] | CsvLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScContentMaterialResponse:
        """Query hot-deal items with the copy and pictures for sharing them.

        查询爆料商品及其分享文案与图片。

        不传起止时间时返回开始上传以来的全部爆料；可按商品 ID、爆料价区间和使用场景过
        滤。

        返回内容没有公开资料，或只有一部分。3 个列表的外层键名是推断的。

        注：资料中的文档页止于 material_pic_list，响应还有其他字段

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            page_num: 页码；不小于 1；默认 1
            page_size: 每页条数；取值 1–100；默认 20
            start_time: 爆料时间的起点（GMT+8），不传则查全部爆料商品；格式：yyyy-MM-dd
                HH:mm:ss
            end_time: 爆料素材的时段终点，时区 GMT+8，时间都不传时从素材上传时间起查全
                部；格式：yyyy-MM-dd HH:mm:ss
            item_ids: 一组商品 ID；以英文逗号分隔
            scene_id: 场景 ID；已知取值：
                - 1：场景 1
                - 3：场景 3
                注：文档没有说明两个场景的含义
            price_floor: 爆料价的下限；单位：元
            price_ceiling: 爆料价的上限；单位：元
            use_scene: 素材的使用场景；以英文逗号分隔；已知取值：
                - 3：联盟优惠导购：社群
                - 4：联盟优惠导购：朋友圈
                - 5：联盟优惠导购：APP
                - 6：联盟优惠导购
                - 7：联盟推广素材
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScContentMaterialResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.content.material，文档编号 64408
        资料：平台文档页 2025，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_content_material import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "page_num": page_num,
                "page_size": page_size,
                "start_time": start_time,
                "end_time": end_time,
                "item_ids": item_ids,
                "scene_id": scene_id,
                "price_floor": price_floor,
                "price_ceiling": price_ceiling,
                "use_scene": use_scene,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_content_material_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        adzone_id: IdLike,
        site_id: IdLike,
        item_ids: CsvLike | None = None,
        scene_id: Literal["1", "3"] | IdLike | None = None,
        price_floor: NumberLike | None = None,
        price_ceiling: NumberLike | None = None,
        use_scene: Iterable[Literal["3", "4", "5", "6", "7"]] | CsvLike | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.Pull[types.TbkScContentMaterialContentMaterialResult]:
        """Everything of a period: Query hot-deal items with the copy and pictures for
        sharing them.

        取完一个时期：查询爆料商品及其分享文案与图片。时期会切成平台允许的各段，嫌长就再
        切短，每段翻完各页。没有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元
        素；变化过的会再给一次。取不到的时段不会悄悄略过：取完其余的之后以
        IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            item_ids: 一组商品 ID；以英文逗号分隔
            scene_id: 场景 ID；已知取值：
                - 1：场景 1
                - 3：场景 3
                注：文档没有说明两个场景的含义
            price_floor: 爆料价的下限；单位：元
            price_ceiling: 爆料价的上限；单位：元
            use_scene: 素材的使用场景；以英文逗号分隔；已知取值：
                - 3：联盟优惠导购：社群
                - 4：联盟优惠导购：朋友圈
                - 5：联盟优惠导购：APP
                - 6：联盟优惠导购
                - 7：联盟推广素材
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            Pull: 用 for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.tbk.sc.content.material，文档编号 64408
        """
        from .._runtime.pulls import Pull
        from ..methods.tbk_sc_content_material import METHOD

        session = MaskedText.of(session)
        return Pull(
            self,
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "item_ids": item_ids,
                "scene_id": scene_id,
                "price_floor": price_floor,
                "price_ceiling": price_ceiling,
                "use_scene": use_scene,
                "page_num": 1,
                "page_size": 100,
            },
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_sc_material_optional_upgrade")
    def tbk_sc_material_optional(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        start_dsr: int | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        platform: Literal[1, 2] | int | None = None,
        end_tk_rate: int | None = None,
        start_tk_rate: int | None = None,
        end_price: NumberLike | None = None,
        start_price: NumberLike | None = None,
        is_overseas: bool | None = None,
        is_tmall: bool | None = None,
        sort: (
            Literal[
                "total_sales_des",
                "total_sales_asc",
                "tk_rate_des",
                "tk_rate_asc",
                "tk_total_sales_des",
                "tk_total_sales_asc",
                "tk_total_commi_des",
                "tk_total_commi_asc",
                "price_des",
                "price_asc",
                "match_des",
                "match_asc",
            ]
            | str
            | None
        ) = None,
        itemloc: str | None = None,
        cat: CsvLike | None = None,
        q: str | None = None,
        material_id: IdLike | None = None,
        has_coupon: bool | None = None,
        ip: str | None = None,
        npx_level: Literal[1, 2, 3] | int | None = None,
        include_rfd_rate: bool | None = None,
        include_good_rate: bool | None = None,
        include_pay_rate_30: bool | None = None,
        need_prepay: bool | None = None,
        need_free_shipment: bool | None = None,
        end_ka_tk_rate: int | None = None,
        start_ka_tk_rate: int | None = None,
        device_value: str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        lock_rate_end_time: MomentLike | None = None,
        lock_rate_start_time: MomentLike | None = None,
        seller_ids: CsvLike | None = None,
        city_code: str | None = None,
        latitude: NumberLike | None = None,
        longitude: NumberLike | None = None,
        relation_id: IdLike | None = None,
        special_id: IdLike | None = None,
        page_result_key: str | None = None,
        ucrowd_id: IdLike | None = None,
        ucrowd_rank_items: Iterable[types.MaterialUcrowdRankItem] | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScMaterialOptionalResponse:
        """Search items by keyword and filters for a publisher.

        代推广者按关键词与条件搜索商品。

        已废弃，请改用 tbk_sc_material_optional_upgrade。

        请改用升级版。佣金比率条件以万分之一计。本地化（LBS）物料翻页时还要带上一页返回
        的 page_result_key；查饿了么卡券物料须给 city_code；物料评估（41377）须给
        ucrowd_rank_items 的 item_id。

        需要用户授权（session）。

        权限包：
        - 13991：https://open.taobao.com/api.htm?docId=35263&docType=2&scopeId=13991

        注：ucrowd_rank_items.price：元数据的类型为 BigDecimal，客户端
        liu8534584/mall-sdk（2024-02）为 String

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            start_dsr: 筛选条件：店铺 DSR 评分的下限，含该值；只对部分媒体开放；取值
                0–50000
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            platform: 链接适用的终端；默认 1；已知取值：
                - 1：PC
                - 2：无线
            end_tk_rate: 筛选条件：佣金率的上限；单位：万分之一（1234 即 12.34%）
            start_tk_rate: 筛选条件：佣金率的下限；单位：万分之一（1234 即 12.34%）
            end_price: 筛选条件：折扣价的上限；单位：元
            start_price: 筛选条件：折扣价的下限；单位：元
                注：文档误写为上限，按参数名是下限
            is_overseas: 筛选条件：true 只返回海外商品，false 或不传不限
            is_tmall: 筛选条件：true 只返回天猫商品，false 或不传不限
            sort: 排序方式；已知取值：
                - total_sales_des：销量从高到低
                - total_sales_asc：销量从低到高
                - tk_rate_des：佣金比率从高到低
                - tk_rate_asc：佣金比率从低到高
                - tk_total_sales_des：累计推广量从高到低
                - tk_total_sales_asc：累计推广量从低到高
                - tk_total_commi_des：总支出佣金从高到低
                - tk_total_commi_asc：总支出佣金从低到高
                - price_des：价格从高到低
                - price_asc：价格从低到高
                - match_des：匹配分从高到低
                - match_asc：匹配分从低到高
            itemloc: 筛选条件：商品所在地
            cat: 按后台类目 ID 筛选商品，ID 见 taobao.itemcats.get；以英文逗号分隔；至多
                10 个元素
            q: 搜索关键词
            material_id: 搜索物料 ID；直接面向消费者时可用个性化物料 17004；默认 2836
            has_coupon: 筛选条件：true 只返回有券商品，false 或不传不限
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            npx_level: 按主图牛皮癣程度筛选；已知取值：
                - 1：不限
                - 2：无
                - 3：轻微
            include_rfd_rate: 筛选条件：true 要求退款率低于行业均值，false 或不传不限；
                仅特定媒体可用
            include_good_rate: 筛选条件：true 要求好评率不低于行业均值，false 或不传不
                限；仅特定媒体可用
            include_pay_rate_30: 筛选条件：true 要求成交转化率不低于行业均值，false 或不
                传不限；仅特定媒体可用
            need_prepay: 筛选条件：true 只返回已加入消费者保障的商品，false 或不传不限；
                默认 false
            need_free_shipment: 筛选条件：true 只返回包邮商品，false 或不传不限；默认
                false
            end_ka_tk_rate: 筛选条件：KA 媒体佣金率的上限；单位：万分之一（1234 即
                12.34%）
            start_ka_tk_rate: 筛选条件：KA 媒体佣金率的下限；单位：万分之一（1234 即
                12.34%）
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写
            device_encrypt: 智能匹配所用设备号的加密方式；已知取值：
                - MD5：32 位小写 MD5
            device_type: 智能匹配所用设备号的类别；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
            lock_rate_end_time: 筛选条件：佣金率锁定的结束时间；格式：毫秒时间戳
                注：毫秒格式按同名返回字段的示例推断
            lock_rate_start_time: 筛选条件：佣金率锁定的开始时间；格式：毫秒时间戳
                注：毫秒格式按同名返回字段的示例推断
            seller_ids: 按商家 ID 筛选，只支持饿了么卡券商家；以英文逗号分隔；1–100 个元
                素
            city_code: 国标城市码，只能传一个；查饿了么卡券物料时必填
                参见 城市码对照表 <https://mo.m.taobao.com/page_2020010315120200508>
            latitude: 消费者所在位置的纬度，用于本地化搜索
            longitude: 消费者所在位置的经度，用于本地化搜索
            relation_id: 渠道关系 ID，只用于渠道推广场景
            special_id: 会员运营 ID，只用于会员运营场景
            page_result_key: 本地化搜索的翻页标识，取上一页返回的 page_result_key；首页
                之外必填
            ucrowd_id: 人群 ID，只用于 material_id=41377 的物料评估
            ucrowd_rank_items: 参与物料评估的商品；至多 1000 个元素
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScMaterialOptionalResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.material.optional，文档编号 35263
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_material_optional import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "start_dsr": start_dsr,
                "page_size": page_size,
                "page_no": page_no,
                "platform": platform,
                "end_tk_rate": end_tk_rate,
                "start_tk_rate": start_tk_rate,
                "end_price": end_price,
                "start_price": start_price,
                "is_overseas": is_overseas,
                "is_tmall": is_tmall,
                "sort": sort,
                "itemloc": itemloc,
                "cat": cat,
                "q": q,
                "material_id": material_id,
                "has_coupon": has_coupon,
                "ip": ip,
                "npx_level": npx_level,
                "include_rfd_rate": include_rfd_rate,
                "include_good_rate": include_good_rate,
                "include_pay_rate_30": include_pay_rate_30,
                "need_prepay": need_prepay,
                "need_free_shipment": need_free_shipment,
                "end_ka_tk_rate": end_ka_tk_rate,
                "start_ka_tk_rate": start_ka_tk_rate,
                "device_value": device_value,
                "device_encrypt": device_encrypt,
                "device_type": device_type,
                "lock_rate_end_time": lock_rate_end_time,
                "lock_rate_start_time": lock_rate_start_time,
                "seller_ids": seller_ids,
                "city_code": city_code,
                "latitude": latitude,
                "longitude": longitude,
                "relation_id": relation_id,
                "special_id": special_id,
                "page_result_key": page_result_key,
                "ucrowd_id": ucrowd_id,
                "ucrowd_rank_items": ucrowd_rank_items,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_material_optional_upgrade(
        self,
        *,
        adzone_id: IdLike,
        site_id: IdLike,
        start_dsr: int | None = None,
        page_size: int | None = None,
        page_no: int | None = None,
        end_tk_rate: int | None = None,
        start_tk_rate: int | None = None,
        end_price: NumberLike | None = None,
        start_price: NumberLike | None = None,
        is_overseas: bool | None = None,
        is_tmall: bool | None = None,
        sort: (
            Literal[
                "total_sales_des",
                "total_sales_asc",
                "tk_rate_des",
                "tk_rate_asc",
                "tk_total_sales_des",
                "tk_total_sales_asc",
                "tk_total_commi_des",
                "tk_total_commi_asc",
                "price_des",
                "price_asc",
                "match_des",
                "match_asc",
            ]
            | str
            | None
        ) = None,
        itemloc: str | None = None,
        cat: CsvLike | None = None,
        q: str | None = None,
        material_id: IdLike | None = None,
        has_coupon: bool | None = None,
        ip: str | None = None,
        npx_level: Literal[1, 2, 3] | int | None = None,
        include_rfd_rate: bool | None = None,
        include_good_rate: bool | None = None,
        include_pay_rate_30: bool | None = None,
        need_prepay: bool | None = None,
        need_free_shipment: bool | None = None,
        device_value: str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        relation_id: IdLike | None = None,
        special_id: IdLike | None = None,
        get_topn_rate: Literal[0, 1] | int | None = None,
        biz_scene_id: Literal["1", "2"] | IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        mgc_start_time: MomentLike | None = None,
        mgc_end_time: MomentLike | None = None,
        mgc_status: Literal["0", "1", "2", "3"] | str | None = None,
        ucrowd_id: IdLike | None = None,
        ucrowd_rank_items: Iterable[types.UcrowdRankItem] | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScMaterialOptionalUpgradeResponse:
        """Search items by keyword, category, price and rate for an authorised
        publisher.

        按关键词、类目、价格、佣金率等条件搜索推广商品，并取得推广链接。

        没有消费者比价场景（biz_scene_id=2）权限时，标题搜索若只命中一个商品，推广链接和
        商品 ID 会被隐去，q 也不接受从淘宝复制的商品链接。佣金率条件以万分之一为单位
        （1234 即 12.34%）。按设备号做智能匹配前要先签署平台协议；物料评估（41377）须给
        出 ucrowd_rank_items。

        需要用户授权（session）。资料来自公开的 SDK，未与平台文档核对。5 个参数没有资料
        说明是否必填。

        权限包：
        - 13991：https://open.taobao.com/api.htm?docId=64758&docType=2&scopeId=13991

        参见 智能推荐协议签署页
        <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>

        注：ucrowd_id、ucrowd_rank_items 与十二个返回字段取自 2025-02 的客户端，
        subsidy_type 取自 2026 年的客户端；没有资料说明这些参数是否必填

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            start_dsr: 筛选条件：店铺 DSR 评分的下限，含该值；取值 0–50000
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            end_tk_rate: 筛选条件：佣金率的上限；单位：万分之一（1234 即 12.34%）
            start_tk_rate: 筛选条件：佣金率的下限；单位：万分之一（1234 即 12.34%）
            end_price: 筛选条件：折扣价的上限；单位：元
            start_price: 筛选条件：折扣价的下限；单位：元
                注：文档误写为上限，按名称是下限
            is_overseas: 筛选条件：true 只返回海外商品，false 或不传不限
            is_tmall: 筛选条件：true 只返回天猫商品，false 或不传不限
            sort: 排序方式；已知取值：
                - total_sales_des：销量从高到低
                - total_sales_asc：销量从低到高
                - tk_rate_des：收入比率从高到低
                - tk_rate_asc：收入比率从低到高
                - tk_total_sales_des：累计推广量从高到低
                - tk_total_sales_asc：累计推广量从低到高
                - tk_total_commi_des：总支出佣金从高到低
                - tk_total_commi_asc：总支出佣金从低到高
                - price_des：价格从高到低
                - price_asc：价格从低到高
                - match_des：匹配分从高到低
                - match_asc：匹配分从低到高
            itemloc: 筛选条件：商品所在地
            cat: 按后台类目 ID 筛选商品；以英文逗号分隔；至多 10 个元素
            q: 搜索关键词；没有消费者比价场景（ID 2）权限时，链接只收含新 ID 的推广链接
                （如 uland），标题只搜到一个商品时也不给推广链接和商品 ID
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            material_id: 搜索物料 ID；直接面向消费者时可用个性化物料 17004，它无结果时改
                出 80309 的结果；默认 80309
            has_coupon: 筛选条件：true 只返回有券商品，false 或不传不限
            ip: 用户 IP，用于计算邮费，缺失或有误时邮费不准
            npx_level: 按主图牛皮癣程度筛选；默认 1；已知取值：
                - 1：不限
                - 2：无
                - 3：轻微
            include_rfd_rate: 筛选条件：true 要求退款率低于行业均值，false 或不传不限
            include_good_rate: 筛选条件：true 要求好评率不低于行业均值，false 或不传不限
            include_pay_rate_30: 筛选条件：true 要求成交转化率不低于行业均值，false 或不
                传不限
            need_prepay: 筛选条件：true 只返回已加入消费者保障的商品，false 或不传不限；
                默认 false
            need_free_shipment: 筛选条件：true 只返回包邮商品，false 或不传不限；默认
                false
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写；使用前须签署智能
                推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_encrypt: 智能匹配所用设备号的加密方式，使用前须签署智能推荐协议；已知
                取值：
                - MD5：32 位小写 MD5
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_type: 智能匹配所用设备号的类别，使用前须签署智能推荐协议；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            relation_id: 渠道关系 ID，只用于渠道推广场景
            special_id: 会员运营 ID，只用于会员运营场景
            get_topn_rate: 是否返回前 N 件佣金，取其他值视为否；已知取值：
                - 0：否
                - 1：是
            biz_scene_id: 业务场景；默认 1；已知取值：
                - 1：动态 ID 转链
                - 2：消费者比价
                参见 新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            mgc_start_time: 线报生产时间的下界；格式：毫秒时间戳
            mgc_end_time: 线报生产时间的上界；格式：毫秒时间戳
            mgc_status: 按线报状态筛选；不传时只要有效的；已知取值：
                - 0：全部
                - 1：过期
                - 2：实时生效
                - 3：未来生效
            ucrowd_id: 人群 ID，只用于 material_id=41377 的物料评估
            ucrowd_rank_items: 参与物料评估的商品
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScMaterialOptionalUpgradeResponse: 一页结果，iter_all() 逐个给出本
                页及后续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.material.optional.upgrade，文档编号 64758
        资料：公开的客户端代码 2026-03-25，最后核对 2026-11-26
        """
        from ..methods.tbk_sc_material_optional_upgrade import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "site_id": site_id,
                "start_dsr": start_dsr,
                "page_size": page_size,
                "page_no": page_no,
                "end_tk_rate": end_tk_rate,
                "start_tk_rate": start_tk_rate,
                "end_price": end_price,
                "start_price": start_price,
                "is_overseas": is_overseas,
                "is_tmall": is_tmall,
                "sort": sort,
                "itemloc": itemloc,
                "cat": cat,
                "q": q,
                "material_id": material_id,
                "has_coupon": has_coupon,
                "ip": ip,
                "npx_level": npx_level,
                "include_rfd_rate": include_rfd_rate,
                "include_good_rate": include_good_rate,
                "include_pay_rate_30": include_pay_rate_30,
                "need_prepay": need_prepay,
                "need_free_shipment": need_free_shipment,
                "device_value": device_value,
                "device_encrypt": device_encrypt,
                "device_type": device_type,
                "relation_id": relation_id,
                "special_id": special_id,
                "get_topn_rate": get_topn_rate,
                "biz_scene_id": biz_scene_id,
                "promotion_type": promotion_type,
                "mgc_start_time": mgc_start_time,
                "mgc_end_time": mgc_end_time,
                "mgc_status": mgc_status,
                "ucrowd_id": ucrowd_id,
                "ucrowd_rank_items": ucrowd_rank_items,
            },
            session=session,
            timeout=timeout,
        )

    def tbk_sc_material_recommend(
        self,
        *,
        material_id: IdLike,
        adzone_id: IdLike,
        site_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        relation_id: IdLike | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_value: str | None = None,
        favorites_id: IdLike | None = None,
        promotion_type: Literal["1", "2"] | str | None = None,
        special_id: IdLike | None = None,
        item_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScMaterialRecommendResponse:
        """List recommended items with promotion links, by official material id or
        favourites list, for an authorised publisher.

        按官方物料 ID 或选品库分页取推荐商品，链接归授权推广者。

        每页 1 至 100 条。相似商品推荐用 material_id 13256，并要带 item_id；智能匹配与相
        似推荐都须先签署联盟协议。代理模式下必须传 promotion_type。total_count 仅全品库
        查询时返回。

        需要用户授权（session）。当 material_id 为 13256 时，item_id 至少填一个。资料来
        自公开的 SDK，未与平台文档核对。1 个参数没有资料说明是否必填。

        权限包：
        - 16287：https://open.taobao.com/api.htm?docId=62191&docType=2&scopeId=16287

        参见 智能推荐协议签署页
        <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>

        注：旧客户端没有的字段（榜单、预售、收藏、前 N 件佣金、收益与补贴、isv_mktid
        等）和参数 item_id 出自 2025-02 的客户端

        注：uvid_msg 出自 2026 年的客户端，推广者接口的文档中也有

        Args:
            material_id: 必填；官方物料 ID，公开的可用
                taobao.tbk.optimus.tou.material.ids.get 查询
                参见 官方物料 ID 汇总
                <https://market.m.taobao.com/app/qn/toutiao-new/index-pc.html#/detail/10628875>
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
                参见 淘宝联盟后台 <https://pub.alimama.com>
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            relation_id: 渠道关系 ID，只用于渠道推广场景
            device_type: 智能匹配所用设备号的类别，使用前须签署智能推荐协议；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_encrypt: 智能匹配所用设备号的加密方式，使用前须签署智能推荐协议；已知
                取值：
                - MD5：32 位小写 MD5
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写；使用前须签署智能
                推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>
            favorites_id: 选品库 ID
                参见 如何取得选品库 ID
                <https://mos.m.taobao.com/union/page_20230109_175050_176>
            promotion_type: 代理模式下的推广方式：代理模式必填，其余模式不传；已知取值：
                - 1：自购省
                - 2：推广赚
            special_id: 会员运营 ID
            item_id: 推荐相似商品时的参照商品新 ID，material_id=13256 时必填且须先签署智
                能推荐协议
                参见 智能推荐协议签署页
                <https://pub.alimama.com/fourth/protocol/common.htm?key=hangye_laxin>、
                新商品 ID 升级白皮书
                <https://www.yuque.com/taobaolianmengguanfangxiaoer/zmig94/tfyt0pahmlpzu2ud>
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScMaterialRecommendResponse: 一页结果，iter_all() 逐个给出本页及后
                续各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.material.recommend，文档编号 62191
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_material_recommend import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "material_id": material_id,
                "adzone_id": adzone_id,
                "site_id": site_id,
                "page_size": page_size,
                "page_no": page_no,
                "relation_id": relation_id,
                "device_type": device_type,
                "device_encrypt": device_encrypt,
                "device_value": device_value,
                "favorites_id": favorites_id,
                "promotion_type": promotion_type,
                "special_id": special_id,
                "item_id": item_id,
            },
            session=session,
            timeout=timeout,
        )

    @deprecated("已废弃，请改用 tbk_sc_material_recommend")
    def tbk_sc_optimus_material(
        self,
        *,
        adzone_id: IdLike,
        material_id: IdLike,
        site_id: IdLike,
        page_size: int | None = None,
        page_no: int | None = None,
        device_type: Literal["IMEI", "IDFA", "UTDID", "OAID"] | str | None = None,
        device_encrypt: Literal["MD5"] | str | None = None,
        device_value: str | None = None,
        content_id: IdLike | None = None,
        content_source: str | None = None,
        item_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.TbkScOptimusMaterialResponse:
        """Get recommended items of an official material id for a publisher.

        代推广者按物料 ID 获取官方推荐商品。

        已废弃，请改用 tbk_sc_material_recommend。

        请改用升级版。需要推广者的授权。物料 ID 取自官方清单；设备号用于个性化，MD5 要小
        写 32 位，OAID 传原值。不返回总数，翻到空页为止。

        需要用户授权（session）。2 个列表的外层键名是推断的。

        权限包（有其一即可）：
        - 16287：https://open.taobao.com/api.htm?docId=37884&docType=2&scopeId=16287
        - 11655（旧）：
          https://open.taobao.com/api.htm?docId=37884&docType=2&scopeId=11655

        Args:
            adzone_id: 必填；推广位 ID，PID（mm_1_2_3）的第三段
            material_id: 必填；官方物料 ID
                参见 官方物料 ID 汇总
                <https://market.m.taobao.com/app/qn/toutiao-new/index-pc.html#/detail/10628875>
            site_id: 必填；媒体（网站）ID，即 pid 的第二段数字
            page_size: 每页条数；取值 1–100；默认 20
            page_no: 页码；默认 1
            device_type: 智能匹配所用设备号的类别；已知取值：
                - IMEI：安卓设备 IMEI
                - IDFA：苹果设备 IDFA
                - UTDID：淘系设备标识 UTDID（不能用 MD5 加密）
                - OAID：安卓匿名标识 OAID
            device_encrypt: 智能匹配所用设备号的加密方式，device_type 为 OAID 时不传；已
                知取值：
                - MD5：32 位小写 MD5
            device_value: 智能匹配所用设备号的密文，MD5 时取 32 位小写，OAID 传原始值
            content_id: 内容详情 ID，仅内容物料使用
            content_source: 内容渠道，仅内容物料使用
            item_id: 推荐相似商品时的参照商品 ID
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.TbkScOptimusMaterialResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.tbk.sc.optimus.material，文档编号 37884
        资料：公开的客户端代码 2026，最后核对 2026-11-24
        """
        from ..methods.tbk_sc_optimus_material import METHOD

        session = MaskedText.of(session)
        return self._call(
            METHOD,
            {
                "adzone_id": adzone_id,
                "material_id": material_id,
                "site_id": site_id,
                "page_size": page_size,
                "page_no": page_no,
                "device_type": device_type,
                "device_encrypt": device_encrypt,
                "device_value": device_value,
                "content_id": content_id,
                "content_source": content_source,
                "item_id": item_id,
            },
            session=session,
            timeout=timeout,
        )
