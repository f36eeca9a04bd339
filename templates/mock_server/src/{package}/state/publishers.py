"""Channels and members: invitations, registrations, advertising spaces and groups."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..reply import Content
from ..times import written
from . import crowds
from .calls import Call, Handler, State
from .goods import short_code
from .links import ADZONE, own_pid
from .shapes import Facts, Moment
from .things import Thing

INVITATION, CHANNEL, PERSON, GROUP = "invitation", "channel", "member", "member group"
REGISTRATION = "registration"
"""Kinds of things."""

_FIRST_RELATION, _FIRST_SPECIAL = 2_500_000_001, 3_500_000_001
_FIRST_ADZONE, _FIRST_GROUP = 115_000_000_001, 500_001
_FOR_MEMBERS = "3"
"""The kind of invitation that makes members; the others make channels."""
_CHANNELS, _PEOPLE = "1", "2"
"""What a query can ask for."""
_COMMON = "common"
_UPDATE = "2"
_PID = re.compile("mm_[0-9]+_[0-9]+_[0-9]+")


# Registrations


def _invite(state: State, call: Call) -> Content:
    data = {name: call.text(name) for name in ("code_type", "relation_app", "relation_id")}
    code = short_code(json.dumps(data), 6).upper()
    state.things.add(INVITATION, code, data, state.now())
    return call.answer({"inviter_code": code})


def _save(state: State, call: Call) -> Content:
    """Register the user who gave the session.

    The same call again finds the same registration. One with other facts makes another one, so that
    tests can have many channels with the one session that they hold.
    """
    if call.text("info_type") not in (_CHANNELS, _PEOPLE):
        call.refuse("30501")
    invitation = state.things.find(INVITATION, call.text("inviter_code"))
    invited = invitation.data if invitation else {}
    is_member = invited.get("code_type") == _FOR_MEMBERS
    told = {
        name: call.text(name)
        for name in ("session", "inviter_code", "note", "online_scene", "offline_scene")
    } | {"register_info": next(iter(call.objects("register_info")), {})}
    key = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    data = {
        "relation_app": invited.get("relation_app", _COMMON),
        **{name: fact for name, fact in told.items() if name != "session"},
    }
    kind = PERSON if is_member else CHANNEL
    found = _known(state, key)
    saved = found or _register(state, kind, key, data)
    return call.answer(
        {
            **_account(saved),
            "relation_id": None if is_member else saved.id,
            "special_id": saved.id if is_member else None,
            "desc": "重复绑定" if found else "绑定成功",
        }
    )


def _known(state: State, key: str) -> Thing | None:
    """The channel or member that was registered under a key."""
    known = state.things.find(REGISTRATION, key)
    return state.things.find(known.data["kind"], known.data["id"]) if known else None


def _register(state: State, kind: str, key: str, data: Facts) -> Thing:
    first = _FIRST_SPECIAL if kind == PERSON else _FIRST_RELATION
    id_, now = str(first + state.things.count(kind)), state.now()
    made = state.things.add(kind, id_, data, now)
    state.things.add(REGISTRATION, key, {"kind": kind, "id": id_}, now)
    return made


def enroll(state: State, relations: Iterable[int], specials: Iterable[int]) -> None:
    """Register those who are in orders already."""
    for kind, ids in ((CHANNEL, relations), (PERSON, specials)):
        for id_ in ids:
            state.things.add(kind, str(id_), {"relation_app": _COMMON}, state.now())


def _account(thing: Thing) -> Facts:
    return {"account_name": f"t**{thing.id[-2:]}"}


def _registered(state: State, call: Call) -> Content:
    kinds = {_CHANNELS: CHANNEL, _PEOPLE: PERSON}
    kind = kinds.get(call.text("info_type"))
    if not kind:
        call.refuse("30501")
    found = [each for each in state.things.all(kind or CHANNEL) if _asked(call, kind, each)]
    pids = [_root_pid(state, thing) for thing in found] if kind == CHANNEL else []
    return call.page(
        found, lambda thing: _information(state, kind, thing), root_pid_channel_list=pids or None
    )


def _asked(call: Call, kind: str | None, thing: Thing) -> bool:
    id_ = call.text("special_id" if kind == PERSON else "relation_id")
    wanted = {"relation_app": call.text("relation_app"), "external_id": call.text("external_id")}
    if wanted["external_id"]:
        wanted["external_type"] = call.text("external_type")
    right = all(not text or thing.data.get(name) == text for name, text in wanted.items())
    return right and id_ in ("", thing.id)


def _information(state: State, kind: str | None, thing: Thing) -> Facts:
    data = thing.data
    facts = {
        "relation_app": data["relation_app"],
        "create_date": Moment(thing.created),
        "root_pid": _root_pid(state, thing),
        "note": data.get("note") or None,
    }
    if kind == PERSON:
        external = {name: data.get(name) for name in ("external_id", "external_type")}
        return {**facts, **external, "special_id": thing.id}
    info = data.get("register_info", {})
    return {
        **facts,
        **_account(thing),
        "relation_id": thing.id,
        "real_name": info.get("shopName"),
        "online_scene": data.get("online_scene") or None,
        "offline_scene": data.get("offline_scene") or None,
        "offline_info": _offline(info) if info else None,
        "punish_status": "0",
    }


def _offline(info: Mapping[str, Any]) -> Facts:
    place = [info.get("province"), info.get("city"), info.get("location")]
    return {
        "shop_name": info.get("shopName"),
        "shop_type": info.get("shopType"),
        "phone_number": info.get("phoneNumber"),
        "detail_address": info.get("detailAddress"),
        "location": " ".join(str(part) for part in place if part) or None,
        "shop_certify_type": info.get("shopCertifyType"),
        "certify_number": info.get("certifyNumber"),
        "career": info.get("career"),
    }


def _root_pid(state: State, thing: Thing) -> str:
    return own_pid(state, state.account.site, thing.id)


def _record(state: State, call: Call) -> Content:
    """Make the link by which a member agrees; here, whoever gets it agrees at once."""
    told = {name: call.text(name) for name in ("external_id", "external_type")}
    key = f"{told['external_type']} {told['external_id']}"
    known = _known(state, key)
    data = {"relation_app": _COMMON, **told, "redirect_url": call.text("redirect_url")}
    if known and call.text("op_type") == _UPDATE:
        state.things.change(PERSON, known.id, {**known.data, **data})
    person = known or _register(state, PERSON, key, data)
    if crowd := call.text("ucrowd_id"):
        crowds.join(state, crowd, [person.id])
    url = f"https://mos.m.taobao.com/inviter/register?specialId={person.id}"
    return call.answer({"url": url})


# Advertising spaces


def _adzone(state: State, call: Call) -> Content:
    id_ = str(_FIRST_ADZONE + state.things.count(ADZONE))
    data = {"site_id": call.text("site_id"), "name": call.text("adzone_name")}
    state.things.add(ADZONE, id_, data, state.now())
    return call.answer({"model": own_pid(state, data["site_id"], id_)})


def _check_pid(state: State, call: Call) -> Content:
    return call.answer({"data": bool(_PID.fullmatch(call.text("pid")))})


# Groups


def _group(state: State, call: Call) -> Content:
    """Members without a group make one, with a group they replace its own."""
    id_, members = call.text("member_group_id"), call.text("tb_num_ids")
    known = state.things.find(GROUP, id_)
    data = {"members": members, "updated": state.now()}
    if known and members:
        state.things.change(GROUP, id_, data)
    elif members and not id_:
        id_ = str(_FIRST_GROUP + state.things.count(GROUP))
        state.things.add(GROUP, id_, data, state.now())
    group = state.things.find(GROUP, id_)
    if not group:
        return call.sample()
    return call.answer(
        {
            "member_group_id": group.id,
            "tb_num_ids": group.data["members"],
            "create_time": written(group.created),
            "update_time": written(group.data["updated"]),
        }
    )


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.sc.invitecode.get": _invite,
    "taobao.tbk.sc.publisher.info.save": _save,
    "taobao.tbk.sc.publisher.info.get": _registered,
    "taobao.tbk.sc.relation.record": _record,
    "taobao.tbk.adzone.create": _adzone,
    "taobao.tbk.sc.adzone.create": _adzone,
    "taobao.tbk.tbkinfo.get": _check_pid,
    "taobao.tbk.sc.membergroup.optional": _group,
}
