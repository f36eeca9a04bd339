"""Encrypted ids of users: the same user has the same one, and it can be looked up."""

from collections.abc import Mapping

from ..reply import Content
from ..times import written
from .calls import Call, Handler, State
from .goods import short_code
from .shapes import Facts

USER = "user"
"""The kind of thing that an encrypted user is."""

_DOMAINS = {"1": "导购", "2": "流量", "3": "社群", "4": "代理", "5": "返利"}


def _encrypt(state: State, call: Call) -> Content:
    values = call.listed("source_values")
    if not values and not call.text("device_value"):
        return call.answer({"result_list": [{"error_message": "miss source_values"}]})
    domain = call.text("tk_domain")
    rows: list[Facts] = []
    for value in values or [call.text("device_value")]:
        uvid = short_code(f"{domain} {call.text('main_accountid')} {value}", 28)
        state.things.add(USER, uvid, {"value": value, "domain": domain}, state.now())
        rows.append({"encrypted_uvid": uvid, "source_value": value})
    return call.answer({"result_list": rows})


def _binding(state: State, call: Call) -> Content:
    uvid = call.text("uvid")
    user = state.things.find(USER, uvid)
    if not user:
        return call.answer(
            {"result_list": [{"uvid": uvid, "matched_user": False, "msg": "invalid"}]}
        )
    row = {
        "uvid": uvid,
        "matched_user": True,
        "user_permission": True,
        "uvid_domain": _DOMAINS.get(user.data["domain"]),
        "bind_time": written(user.created, "%Y%m%d"),
        "create_taoke_type": 1,
    }
    return call.answer({"result_list": [row]})


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.uvid.encrypt": _encrypt,
    "taobao.tbk.sc.uvid.encrypt": _encrypt,
    "taobao.tbk.dg.uvid.bind.status.get": _binding,
}
