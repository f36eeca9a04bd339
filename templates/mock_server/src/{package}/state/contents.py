"""Contents that were handed in, and the items that are recommended for them."""

from collections.abc import Mapping

from ..reply import Content
from .calls import Call, Handler, State
from .goods import Item, all_items, relevance
from .items import item_facts
from .shapes import yuan

CONTENT = "content"
"""The kind of thing that a content is."""

_ACCEPTED = 1000
_TOLD = "content_title content_detail keywords content_label picture_label".split()
"""What tells of what a content is about."""
_MOST = 30


def _upload(state: State, call: Call) -> Content:
    about = " ".join(word for name in _TOLD for word in call.listed(name))
    key = _key(call)
    state.things.add(CONTENT, key, {}, state.now())
    state.things.change(CONTENT, key, {"about": about})
    row = {"ret_code": _ACCEPTED, "ret_desc": "内容物料上传成功,异步处理中"}
    return call.answer({"result_list": [row]})


def _key(call: Call) -> str:
    return f"{call.text('sub_pid')} {call.text('content_id')}"


def _recommend(state: State, call: Call) -> Content:
    """Items that the words of a content tell of; none before it was handed in."""
    known = state.things.find(CONTENT, _key(call))
    about = str(known.data["about"]) if known else ""
    scores = [(relevance(about, item.text), item) for item in all_items(state)]
    best = sorted((score for score in scores if score[0]), key=lambda score: -score[0])
    found = [item for _, item in best[:_MOST]]

    def row(item: Item) -> Mapping[str, object]:
        facts = item_facts(state, call, item)
        more = {"encrypt_item_id": item.id, "orig_price": yuan(item.reserve_price)}
        return {**facts, **more}

    return call.page(found, row)


HANDLERS: Mapping[str, Handler] = {
    "taobao.tbk.content.daren.material.upload": _upload,
    "taobao.tbk.content.recommend.material.get": _recommend,
}
