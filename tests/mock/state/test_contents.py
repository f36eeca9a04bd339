"""Items are recommended for a content that was handed in."""

from typing import Any

from mock.state.stand import Stand

CONTENT = {"adzone_id": "1", "content_id": "uc_1", "sub_pid": "mm_5_6_7"}


def recommended(state: Stand, **changes: str) -> Any:
    return state.ask("tbk.content.recommend.material.get", **CONTENT | changes)


def test_items_are_those_that_the_words_tell_of(state: Stand) -> None:
    assert recommended(state) == {"total_results": 0}
    told = {"keywords": "空气炸锅", "picture_url": "[]", "content_link": "http://x"}
    (row,) = state.ask("tbk.content.daren.material.upload", **CONTENT, **told)["result_list"]
    assert row["ret_code"] == 1000
    found = recommended(state)
    assert "空气炸锅" in found["result_list"][0]["title"]
    assert 0 < found["total_results"] <= 30
    assert recommended(state, sub_pid="mm_5_6_8") == {"total_results": 0}


def test_a_content_can_be_handed_in_anew(state: Stand) -> None:
    for word in ("空气炸锅", "连衣裙"):
        state.ask("tbk.content.daren.material.upload", **CONTENT, keywords=word)
    assert "连衣裙" in recommended(state)["result_list"][0]["title"]
