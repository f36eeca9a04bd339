"""Every method, called with its sample request, answers its sample response."""

import json
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

import real
from real import SAMPLES
from taobaoke_mock import MockServer

from generator.output.json_text import json_text
from generator.spec.ir import Api, Spec
from generator.targets.samples import PNG
from mock.calls import ask_sample, call, multipart, public, send, signed

Start = Callable[..., MockServer]
TOLD_BY_STATE = {"token_result"}
UPLOAD = "taobao.tbk.sc.pic.embed"


def without(content: Any, paths: set[str], prefix: str = "") -> Any:
    """A content without the members at some dotted paths."""
    if not isinstance(content, dict):
        return content
    return {
        name: without(value, paths, f"{prefix}{name}.")
        for name, value in content.items()
        if prefix + name not in paths
    }


def told_by_paging(api: Api) -> set[str]:
    """Paths of the fields that tell where a page stands; the mock sets them itself."""
    paging = api.pagination
    if paging is None:
        return set()
    besides = {path.rpartition(".")[0] for path in paging.items}
    told = (paging.page, paging.offset, paging.size)
    names = ["has_pre", *(path.rpartition(".")[2] for path in told if path)]
    paths = {f"{beside}.{name}".removeprefix(".") for beside in besides for name in names}
    return paths | {path for path in (paging.total, paging.more, paging.read) if path}


def test_all_methods_answer_their_sample(server: MockServer, spec: Spec) -> None:
    for api in spec.apis:
        answer = ask_sample(server, api)
        assert api.root in answer.json, (api.method, answer.json)
        content = answer.json[api.root]
        assert len(content.pop("request_id")) == 12
        sample = json.loads(json_text(SAMPLES.response(api)))
        ignored = told_by_paging(api) | TOLD_BY_STATE
        for items in api.pagination.items if api.pagination else ():
            if not found(sample, items):
                assert found(content, items), api.method
                ignored.add(items)
        assert without(content, ignored) == without(sample, ignored), api.method
    assert len(server.requests) == len(spec.apis)
    assert {request.error for request in server.requests} == {None}


def test_null_of_a_sample_stays(server: MockServer) -> None:
    root = "tbk_dg_newuser_order_sum_response"
    sums = real.api("taobao.tbk.dg.newuser.order.sum")
    found = ask_sample(server, sums).json[root]
    assert json.dumps(SAMPLES.response(sums)).count("null") == json.dumps(found).count("null") > 0
    assert b"null" not in ask_sample(server, sums, format="xml").body.lower()


def found(content: Any, path: str) -> bool:
    for step in path.split("."):
        content = content.get(step, {})
    return bool(content)


def test_all_methods_answer_in_xml(server: MockServer, spec: Spec) -> None:
    for api in spec.apis:
        root = ElementTree.fromstring(ask_sample(server, api, format="xml").body)
        assert root.tag == api.root
        assert root.findtext("request_id")
        assert {child.tag for child in root} >= {*SAMPLES.response(api), "request_id"}, api.method


def test_a_method_of_which_only_the_name_is_known(server: MockServer, spec: Spec) -> None:
    api = next(api for api in spec.apis if api.coverage.name == "name")
    content = call(server, api.method, any="thing").json[api.root]
    assert content == {"request_id": "mock00000001"}


def test_uploads(server: MockServer, spec: Spec) -> None:
    api = next(api for api in spec.apis if api.method == UPLOAD)
    fields = signed({**public(UPLOAD), **SAMPLES.request(api)})  # type: ignore[dict-item]
    body, content_type = multipart(fields, {"pic_stream": PNG})
    assert api.root in send(server.url, body, content_type=content_type).json
    assert server.requests[-1].files == ("pic_stream",)
    assert "pic_stream" not in server.requests[-1].parameters


def test_an_upload_that_is_cut_leaves_no_file_open(server: MockServer) -> None:
    """Nobody could close it any more: the garbage collector would tell, and fail the test."""
    body, content_type = multipart(signed(public(UPLOAD)), {"pic_stream": PNG})
    answer = send(server.url, body[: body.index(PNG) + 20], content_type=content_type)
    assert answer.json["error_response"]["code"] == 3  # Upload Fail


def test_a_large_text_parameter(server: MockServer) -> None:
    picture = "A" * 3_000_000
    arguments = {
        "img": picture,
        "identifier_value": "x",
        "adzone_id": "1",
        "identifier_type": "OAID",
    }
    answer = call(server, "taobao.tbk.dg.image.ecognition.list.query", **arguments)
    assert answer.json.get("error_response") is None


def test_connections_are_kept(server: MockServer, start: Start) -> None:
    body = urlencode(signed({**public("taobao.tbk.tbkinfo.get"), "pid": "mm_1_2_3"})).encode()
    for each, expected in ((server, False), (start(keep_alive=False), True)):
        parts = urlsplit(each.url)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        for _ in range(3):
            connection.request(
                "POST", parts.path, body, {"Content-Type": "application/x-www-form-urlencoded"}
            )
            response = connection.getresponse()
            assert response.read()
            assert response.will_close is expected
        connection.close()
