"""Files travel as parts of their own and stay out of the signature."""

from typing import Any

import pytest
from taobaoke import File, InvalidArguments
from taobaoke._runtime.signing import sign

from client.conftest import SECRET, Caller
from client.server import Gateway

PICTURE = bytes(range(256)) + b"\r\n--boundary\r\n"
CALL: dict[str, Any] = {"adzone_id": 1, "item_id": 2, "site_id": 3, "session": "会话"}


def test_a_picture_arrives_unchanged(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_sc_pic_embed_response": {"embed_pic_url": "https://x/"}})
    assert caller.tbk_sc_pic_embed(pic_stream=PICTURE, **CALL).embed_pic_url == "https://x/"
    (request,) = gateway.requests
    assert request.headers["content-type"].startswith("multipart/form-data")
    fields = {name: content.decode() for name, file, _, content in request.parts if file is None}
    files = [part for part in request.parts if part[1] is not None]
    assert files == [("pic_stream", "file", "application/octet-stream", PICTURE)]
    signature = fields.pop("sign")
    assert signature == sign(fields, SECRET.encode(), "hmac-sha256")
    assert fields["session"] == "会话"
    assert fields["item_id"] == "2"


def test_a_file_with_name_and_type(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"tbk_sc_pic_embed_response": {}})
    caller.tbk_sc_pic_embed(pic_stream=File(b"one", "甲.png", "image/png"), **CALL)
    sent = [part for part in gateway.requests[0].parts if part[0] == "pic_stream"]
    assert sent == [("pic_stream", "甲.png", "image/png", b"one")]


def test_a_file_of_a_method_that_no_spec_knows(gateway: Gateway, caller: Caller) -> None:
    gateway.answers({"some_upload_response": {}})
    caller.call("taobao.some.upload", {"image": File(b"one", "甲.png", "image/png"), "a": 1})
    names = {part[0]: part[3] for part in gateway.requests[0].parts}
    assert names["image"] == b"one"
    assert names["a"] == b"1"


@pytest.mark.parametrize("value", ["text", 1, ["text"]])
def test_what_is_no_file_is_refused(gateway: Gateway, caller: Caller, value: object) -> None:
    with pytest.raises(InvalidArguments, match="pic_stream"):
        caller.tbk_sc_pic_embed(pic_stream=value, **CALL)
    assert gateway.requests == []
