"""Crowds of members, and what a promotion to them brought."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ..reply import Content
from ..times import DATE, written
from .calls import Call, Handler, State
from .shapes import yuan

CROWD = "crowd"
"""The kind of thing that a crowd is."""

_DOCUMENTED = "123456"
"""The example of the documents: there is always such a crowd."""
_FIRST = 700_001
_REPLACE = "2"
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(-\d\d)?", re.ASCII)
_PAYS_EVERY, _PAYS, _EARNS = 10, 10_000, 1_000
"""One member of ten pays 100 yuan, of which the publisher earns 10."""


def _create(state: State, call: Call) -> Content:
    id_ = str(_FIRST + state.things.count(CROWD))
    told = ("ucrowd_type", "ucrowd_name", "external_crowd_code", "desc")
    data = {name: call.text(name) for name in told}
    state.things.add(CROWD, id_, {**data, "members": {}}, state.now())
    return call.answer({"ucrowd_id": id_})


def join(state: State, crowd_id: str, accounts: Iterable[str], *, alone: bool = False) -> bool:
    """Put accounts into a crowd, or put them there alone; false if there is no such crowd."""
    crowd = state.things.find(CROWD, crowd_id)
    if not crowd and crowd_id == _DOCUMENTED:
        crowd = state.things.add(CROWD, crowd_id, {"members": {}}, state.now())
    if not crowd:
        return False
    today, before = written(state.now(), DATE), crowd.data["members"]
    members = {account: before.get(account, today) for account in accounts}
    kept = {} if alone else before
    state.things.change(CROWD, crowd_id, {**crowd.data, "members": {**kept, **members}})
    return True


def _add(state: State, call: Call) -> Content:
    accounts, alone = call.listed("account_list"), call.text("edit_type") == _REPLACE
    joined = join(state, call.text("ucrowd_id"), accounts, alone=alone)
    if not joined:
        call.note("没有这个人群，先创建它", "there is no such crowd: create it first")
    return call.answer({"success": joined})


def _report(state: State, call: Call) -> Content:
    """Every member clicks once on the day of joining; days add up to their month."""
    crowd = state.things.find(CROWD, call.text("ucrowd_id"))
    if not crowd and call.text("ucrowd_id") != _DOCUMENTED:
        call.note("没有这个人群，先创建它", "there is no such crowd: create it first")
    joined = Counter(crowd.data["members"].values() if crowd else ())
    asked = call.text("report_date")
    if not _DAY_OR_MONTH.fullmatch(asked):
        call.note(
            "report_date 应如 2020-12-01 或 2020-12", "report_date is a day, or a month: 2020-12"
        )
    days = [count for day, count in joined.items() if asked in (day, day[: len("2020-12")])]
    clicks, payers = sum(days), sum(count // _PAYS_EVERY for count in days)
    return call.answer(
        {
            "click_uv_union": clicks,
            "click_pv_union": clicks,
            "alipay_user_num": payers,
            "alipay_user_num_in_ucrowd": payers,
            "alipay_num": payers,
            "alipay_amt": yuan(payers * _PAYS),
            "pre_pub_share_fee": yuan(payers * _EARNS),
        }
    )


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.sc.ucrowd.create": _create,
    "taobao.tbk.sc.ucrowd.member.add": _add,
    "taobao.tbk.sc.ucrowd.report.get": _report,
}
