"""Methods about goods: 货物."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Literal

from .. import types
from .._runtime import hints
from .._runtime.arguments import (
    CsvLike,
    DayLike,
    FileLike,
    IdLike,
    JsonLike,
    MomentLike,
    NumberLike,
    Value,
)
from .._runtime.clients import BaseAsyncClient
from .._runtime.deprecation import deprecated
from .._runtime.masking import MaskedText


class GoodsMethods(BaseAsyncClient):
    """Methods about goods.

    货物类 API。
    """

    @deprecated("已废弃，请改用 full_stock_record")
    async def full_goods_search(
        self,
        *,
        start_time: MomentLike,
        end_time: MomentLike,
        skip: int | None = None,
        page_size: int | None = None,
        weight: NumberLike | None = None,
        remark: str | None = None,
        tags: CsvLike | None = None,
        address: types.Address | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncFullGoodsSearchResponse:
        """Search goods.

        搜索货物。

        已废弃，请改用 full_stock_record。

        需要用户授权（session）。时间跨度须短于 2 天。返回内容没有公开资料，或只有一部
        分。

        Args:
            start_time: 必填；起点；格式：yyyy-MM-dd HH:mm:ss
            end_time: 必填；终点；格式：yyyy-MM-dd HH:mm:ss
            skip: 跳过多少；不小于 0
            page_size: 每页条数；取值 1–50（据 taobao.full.trade.list 的文档）；默认 3
                （据 taobao.full.trade.list 的文档）
            weight: 重量；不小于 0.5（据 taobao.full.parcel.save 的文档）；不大于 30；至
                多 2 位小数
            remark: 附言；2–10 个字符（据 taobao.full.parcel.save 的文档）
            tags: 标签；1–2 个元素（据 taobao.full.parcel.save 的文档）
            address: 地址
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncFullGoodsSearchResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.full.goods.search
        资料：公开的 API 元数据 2024，最后核对 2026-11-20
        """
        from ..methods.full_goods_search import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "start_time": start_time,
                "end_time": end_time,
                "skip": skip,
                "page_size": page_size,
                "weight": weight,
                "remark": remark,
                "tags": tags,
                "address": address,
            },
            session=session,
            timeout=timeout,
        )

    def full_goods_search_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        weight: NumberLike | None = None,
        remark: str | None = None,
        tags: CsvLike | None = None,
        address: types.Address | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncPull[types.FullGoodsSearchGood]:
        """Everything of a period: Search goods.

        取完一个时期：搜索货物。时期会切成平台允许的各段，嫌长就再切短，每段翻完各页。没
        有成员能标识一个元素：只去掉前后两段都给出的、完全相同的元素；变化过的会再给一
        次。取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            weight: 重量；不小于 0.5（据 taobao.full.parcel.save 的文档）；不大于 30；至
                多 2 位小数
            remark: 附言；2–10 个字符（据 taobao.full.parcel.save 的文档）
            tags: 标签；1–2 个元素（据 taobao.full.parcel.save 的文档）
            address: 地址
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncPull: 用 async for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.full.goods.search
        """
        from .._runtime.pulls import AsyncPull
        from ..methods.full_goods_search import METHOD

        session = MaskedText.of(session)
        return AsyncPull(
            self,
            METHOD,
            {"weight": weight, "remark": remark, "tags": tags, "address": address, "page_size": 50},
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )

    async def full_label_get(
        self,
        *,
        label_numbers: CsvLike,
        shelf_id: IdLike | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.FullLabelGetResponse:
        """Read labels by number.

        按编号读取标签。

        Args:
            label_numbers: 必填；标签编号；至多 3 个元素
            shelf_id: 只看这个货架
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.FullLabelGetResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 full_label_get
                isv.bad-label: 参数有误
                isv.no-label: 没有结果
            TransportError: 没有得到可用的应答

        API: taobao.full.label.get
        资料：平台文档页 2025-12，最后核对 2026-11-20
        """
        from ..methods.full_label_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "label_numbers": label_numbers,
                "shelf_id": shelf_id,
            },
            session=session,
            timeout=timeout,
        )

    def full_label_get_many(
        self,
        label_numbers: Iterable[Value],
        *,
        shelf_id: IdLike | None = None,
        concurrency: int = 4,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncMany[Value, types.FullLabelGetLabel]:
        """Any number of values: Read labels by number.

        任意多个值：按编号读取标签。每次调用至多 3 个，同时几次由 concurrency 决定。按给
        出的次序，每个值恰好得到一个 Answer；元素以 asked.number 对应到值，应答里没有的
        是 Unanswered。因某个值而整批被拒时，对半拆开再问，直到只剩那个值。

        Args:
            label_numbers: 必填；任意多个，可以是生成器；标签编号
            shelf_id: 只看这个货架
            concurrency: 同时至多几次调用；先读入的值也至多这么多批
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncMany: 用 async for 逐个取得 Answer：value、element、error

        Raises:
            InvalidArguments: 其他参数有误，请求未发送；某个值有误只是那个值的 error
            CallError: 别的值也会同样失败，例如没有权限，而给出的是不知道长度的生成器

        API: taobao.full.label.get
        """
        from .._runtime.many import AsyncMany
        from ..methods.full_label_get import METHOD

        session = MaskedText.of(session)
        return AsyncMany(
            self,
            METHOD,
            label_numbers,
            {"shelf_id": shelf_id},
            concurrency=concurrency,
            session=session,
            timeout=timeout,
        )

    async def full_note_get(
        self,
        *,
        note_id: IdLike | None = None,
        page: int | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.FullNoteGetResponse:
        """Read a note.

        读取便签。

        返回内容没有公开资料。1 个参数没有资料说明是否必填。

        Args:
            note_id: 便签编号
            page: 便签的页
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.FullNoteGetResponse: 返回内容

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.full.note.get
        """
        from ..methods.full_note_get import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "note_id": note_id,
                "page": page,
            },
            session=session,
            timeout=timeout,
        )

    async def full_parcel_save(
        self,
        *,
        class_: Literal["bag", "box"],
        photo: FileLike,
        weight: NumberLike,
        fee: NumberLike | None = None,
        count: int | None = None,
        is_first: bool | None = None,
        fragile: bool | None = None,
        gift: bool | None = None,
        level: Literal[1, 2, 3, 4] | None = None,
        color: Literal["red"] | str | None = None,
        sent_at: MomentLike | None = None,
        made_at: MomentLike | None = None,
        minute: MomentLike | None = None,
        stamp: MomentLike | None = None,
        due: DayLike | None = None,
        day: DayLike | None = None,
        month: DayLike | None = None,
        season: DayLike | None = None,
        codes: CsvLike | None = None,
        tags: CsvLike | None = None,
        marks: CsvLike | None = None,
        letters: CsvLike | None = None,
        pieces: CsvLike | None = None,
        extra: JsonLike | None = None,
        remark: str | None = None,
        receiver_id: IdLike | None = None,
        from_place: str | None = None,
        uuid: str | None = None,
        paid: str | None = None,
        rows: Iterable[types.FullParcelSaveRow] | None = None,
        address: types.Address | None = None,
        loose: Mapping[str, object] | None = None,
        old_code: str | None = None,
        older_code: str | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.FullParcelSaveResponse:
        """Save a parcel.

        保存一件包裹。

        仅向受邀的应用开放。需要用户授权（session）。sent_at、made_at 必须且只能填一个。
        codes、tags 至少填一个。day、month 不能同时填写。remark、extra 必须同时填写。当
        class 为 bag 且 is_first 为 Y 时，level 至少填一个。3 个参数没有资料说明是否必
        填。1 个列表的外层键名是推断的。

        权限包：
        - 27939：https://open.taobao.com/apply.htm?docId=902&id=27939

        Args:
            class_: 必填；包装；只能取：
                - bag：袋子
                - box：纸箱
                参见 尺寸表 <https://open.taobao.com/sizes.htm>
                注：文档两处写法不同
            photo: 必填；照片
            weight: 必填；重量；取值 0.5–30；至多 2 位小数
            fee: 运费；单位：元；取值 0.01–99.99；至多 2 位小数；默认 0.5
            count: 件数；单位：件；取值 1–99；默认 1
            is_first: 是否首次；Y、1 为真，N、0 为假；默认 N
            fragile: 是否易碎；1 为真，0 为假
            gift: 是否礼品；只能取：
                - true：是礼品
                - false：不是礼品
            level: 保价；只能取：
                - 1：不保价
                - 2：半保价
                - 3：全保价
                - 4：加倍保价
            color: 颜色；已知取值：
                - red：红
                注：资料未列全
            sent_at: 寄出时刻；格式：毫秒时间戳
            made_at: 装箱时刻；格式：秒级时间戳
            minute: 取件时刻；格式：yyyy-MM-dd HH:mm
            stamp: 盖章时刻；格式：yyyyMMddHHmmss
            due: 期限；格式：yyyy-MM-dd
            day: 入库日；格式：yyyyMMdd
            month: 账期；格式：yyyyMM
            season: 旺季；格式：yyyy-MM
            codes: 单号；以空格分隔；1–3 个元素
            tags: 标签；1–2 个元素
            marks: 记号
            letters: 字母；以英文分号分隔
            pieces: 部件；以##分隔
            extra: 附加内容
            remark: 附言；2–10 个字符
            receiver_id: 收件人编号
            from_place: 寄出地；至多 6 个字符
            uuid: 唯一串
            paid: 付讫凭证
            rows: 装箱单
            address: 地址
            loose: 其他内容
            old_code: 旧单号；已废弃，改用 codes
            older_code: 更旧的单号；已废弃
                参见 收寄规则 <https://open.taobao.com/rules.htm?id=1>、尺寸表
                <https://open.taobao.com/sizes.htm>
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.FullParcelSaveResponse: 各元素分别成败，见 ok 与 failed

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败，解决办法见文档页 full_parcel_save
                isp.busy: 平台故障
                9100: 调用过频（同一账号，片刻）
                3000: 调用过频（同一账号，到次日为止）
                isv.app-limit: 调用过频（同一应用，时长未说明）
                isv.method-limit: 调用过频（同一 API，秒数见 sub_msg）
                isv.user-limit: 调用过频（同一授权用户，片刻）
                isv.partner-limit: 调用过频（同一合作方，时长未说明）
                isv.no-right: 没有权限
                isv.bad-session: 授权问题
                isv.bad-weight: 参数有误
                isv.closed-*: 业务不允许
            TransportError: 没有得到可用的应答

        API: taobao.full.parcel.save，文档编号 902
        资料：平台公告 2026-11-01，最后核对 2026-11-20
        """
        from ..methods.full_parcel_save import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "class_": class_,
                "photo": photo,
                "weight": weight,
                "fee": fee,
                "count": count,
                "is_first": is_first,
                "fragile": fragile,
                "gift": gift,
                "level": level,
                "color": color,
                "sent_at": sent_at,
                "made_at": made_at,
                "minute": minute,
                "stamp": stamp,
                "due": due,
                "day": day,
                "month": month,
                "season": season,
                "codes": codes,
                "tags": tags,
                "marks": marks,
                "letters": letters,
                "pieces": pieces,
                "extra": extra,
                "remark": remark,
                "receiver_id": receiver_id,
                "from_place": from_place,
                "uuid": uuid,
                "paid": paid,
                "rows": rows,
                "address": address,
                "loose": loose,
                "old_code": old_code,
                "older_code": older_code,
            },
            session=session,
            timeout=timeout,
        )

    async def full_stock_record(
        self,
        *,
        since: MomentLike,
        limit: int | None = None,
        position: str | None = None,
        round: int | None = None,
        way: int | None = None,
        days: int | None = None,
        rate: NumberLike | None = None,
        all: bool | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> types.AsyncFullStockRecordResponse:
        """Read the records of stock piece by piece.

        逐段读取库存记录。

        时间跨度须短于 7 天。资料来自公开的 SDK，未与平台文档核对。1 个参数没有资料说明
        是否必填。

        Args:
            since: 必填；起点；格式：秒级时间戳
            limit: 每段条数；不小于 1；默认 4
            position: 上次读到的位置
            round: 第几段
            way: 往前或往后
            days: 查几天；单位：天
            rate: 比率；单位：万分之一（1234 即 12.34%）；取值 0–1.5
            all: 是否全部；默认 true
            session: 用户授权，覆盖客户端的设置
            timeout: 本次调用的超时秒数，覆盖客户端的设置

        Returns:
            types.AsyncFullStockRecordResponse: 一页结果，iter_all() 逐个给出本页及后续
                各页的元素

        Raises:
            InvalidArguments: 参数有误，请求未发送
            GatewayError: 平台拒绝或业务失败
            TransportError: 没有得到可用的应答

        API: taobao.full.stock.record，文档编号 903
        资料：公开的客户端代码，日期不详
        """
        from ..methods.full_stock_record import METHOD

        session = MaskedText.of(session)
        return await self._call(
            METHOD,
            {
                "since": since,
                "limit": limit,
                "position": position,
                "round": round,
                "way": way,
                "days": days,
                "rate": rate,
                "all": all,
            },
            session=session,
            timeout=timeout,
        )

    def full_stock_record_all(
        self,
        *,
        start: MomentLike,
        end: MomentLike | None = None,
        limit: int | None = None,
        rate: NumberLike | None = None,
        all: bool | None = None,
        resume: str | None = None,
        overlap: timedelta | None = None,
        step: timedelta | None = None,
        session: str | None = None,
        timeout: float | None = None,
    ) -> hints.AsyncPull[types.FullStockRecordStock]:
        """Everything of a period: Read the records of stock piece by piece.

        取完一个时期：逐段读取库存记录。时期会切成平台允许的各段，嫌长就再切短，每段翻完
        各页。stock_id 与 moved_at 都相同的只给一次；变化过的会再给一次，以后来的为准。
        取不到的时段不会悄悄略过：取完其余的之后以 IncompletePull 报告。

        Args:
            start: 必填；从什么时候起，没有时区的按北京时间；有 resume 时以它为准
            end: 到什么时候为止，不给或还没到则取到现在；恰在这一秒的也会给出
            limit: 每段条数；不小于 1；默认 4
            rate: 比率；单位：万分之一（1234 即 12.34%）；取值 0–1.5
            all: 是否全部；默认 true
            resume: 上一次的 token，从它记下的地方接着取，先补上缺的时段
            overlap: 接着取时往回多查多久，默认 30 分钟；补上晚到的，给过的不再给
            step: 每段最长多久，默认略短于平台的上限，也不会更长
            session: 用户授权，覆盖客户端的设置
            timeout: 每次调用的超时秒数，覆盖客户端的设置

        Returns:
            AsyncPull: 用 async for 逐个取得元素，token 是可以保存的进度

        Raises:
            InvalidArguments: 参数有误，请求未发送
            IncompletePull: 有的时段没有取到，其余都已给出
            CallError: 别的时段也会同样失败，例如没有权限；再次迭代从停下处接着取

        API: taobao.full.stock.record，文档编号 903
        """
        from .._runtime.pulls import AsyncPull
        from ..methods.full_stock_record import METHOD

        session = MaskedText.of(session)
        return AsyncPull(
            self,
            METHOD,
            {"limit": limit, "rate": rate, "all": all, "round": 1, "way": 1},
            start=start,
            end=end,
            resume=resume,
            overlap=overlap,
            step=step,
            session=session,
            timeout=timeout,
        )
