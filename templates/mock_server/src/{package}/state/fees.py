"""Changes of the fee of a seeding task: applied for, then decided after a while."""

from collections.abc import Mapping
from typing import Any

from ..reply import Content
from ..times import written
from .calls import Call, Handler, State
from .shapes import Facts
from .things import Thing

APPLICATION = "fee change"
"""The kind of thing that an application for another fee is."""

DECIDED_AFTER = 600
"""Seconds until an application is agreed to; until then there can be no other one."""
_WAITING, _AGREED = 2, 3
_UNDER_WAY = "40133"
_TOLD = (
    "change_request_id change_request_time change_type advertising_campaign_id media_event_id "
    "media_total_fee kox_commission_fee media_platform_fee change_media_total_fee "
    "change_kox_commission_fee change_media_platform_fee"
).split()


def _apply(state: State, call: Call) -> Content:
    told = {name: text for name in _TOLD if (text := call.text(name))}
    campaign = call.text("advertising_campaign_id")
    known = state.things.find(APPLICATION, call.text("change_request_id"))
    others = [each for each in state.things.all(APPLICATION) if each != known]
    if any(
        each.data["advertising_campaign_id"] == campaign and _result(state, each) == _WAITING
        for each in others
    ):
        told_why = call.api["errors"][_UNDER_WAY]
        return call.answer({"biz_error_code": int(_UNDER_WAY), "biz_error_desc": told_why})
    state.things.add(APPLICATION, call.text("change_request_id"), told, state.now())
    return call.answer({"media_event_id": call.text("media_event_id"), "result_code": 200})


def _result(state: State, application: Thing) -> int:
    return _AGREED if state.now() >= application.created + DECIDED_AFTER else _WAITING


def _results(state: State, call: Call) -> Content:
    campaigns, status = call.listed("advertising_campaign_id_list"), call.text("request_status")
    found = [
        each
        for each in state.things.all(APPLICATION)
        if not campaigns or each.data["advertising_campaign_id"] in campaigns
        if not status or str(_result(state, each)) == status
    ]
    return call.page(found, lambda thing: _row(state, thing), result_code=200)


def _row(state: State, thing: Thing) -> Facts:
    result = _result(state, thing)
    decided = written(thing.created + DECIDED_AFTER) if result == _AGREED else None
    facts: dict[str, Any] = {**thing.data, "change_result": result}
    return facts | {"change_response_time": decided, "client_operate_time": decided}


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.seed.event.fee.update": _apply,
    "taobao.tbk.seed.event.fee.update.result.get": _results,
}
