"""What the mock answers beside the gateway: pages for people, and orders of tests over HTTP."""

import json
from typing import Any

from werkzeug.wrappers import Request, Response

from ._product import TITLE, TITLE_EN
from .faults import parse_fault
from .knowledge import platform
from .recording import RecordedRequest, Recording

PATH = "/router/rest"
HEALTH = "/healthz"
CONTROL = "/mock/"
CONTROL_USAGE = f"""\
GET {CONTROL}requests
PUT {CONTROL}replies/METHOD[?times=N]
PUT {CONTROL}faults/METHOD[?times=N&sub_msg=TEXT]
DELETE {CONTROL}all
"""


def plain(text: str, status: int = 200) -> Response:
    """A page of text."""
    return Response(text, status=status, content_type="text/plain; charset=utf-8")


def index() -> str:
    """All methods."""
    methods = platform()["methods"]
    head = (
        f"{TITLE}的模拟网关 · stub of the {TITLE_EN} gateway · {PATH}\n\n"
        f"{len(methods)} methods:\n"
    )
    return head + "".join(f"{method}  {title}\n" for method, title in methods.items())


def control(request: Request, recording: Recording) -> Response:
    """Carry out an order."""
    kind, _, method = request.path.removeprefix(CONTROL).partition("/")
    times = request.args.get("times", type=int)
    try:
        match request.method, kind, method:
            case "GET", "requests", "":
                calls = [_as_json(call) for call in recording.requests]
                text = json.dumps(calls, ensure_ascii=False)
                return Response(text, mimetype="application/json")
            case "DELETE", "all", "":
                recording.clear()
            case "PUT", "replies", str(name) if name:
                recording.replies.put(name, _object(request.get_data()), times)
            case "PUT", "faults", str(name) if name:
                text = request.get_data(as_text=True).strip()
                fault = parse_fault(text, request.args.get("sub_msg"), name)
                recording.faults.put(name, fault, times)
            case _:
                return plain(CONTROL_USAGE, 404)
    except ValueError as error:
        return plain(f"{error}\n", 400)
    return plain("ok\n")


def _object(data: bytes) -> dict[str, Any]:
    content = json.loads(data)
    if not isinstance(content, dict):
        raise ValueError("回复应为 JSON 对象 (the reply must be a JSON object)")
    return content


def _as_json(call: RecordedRequest) -> dict[str, Any]:
    return {name: getattr(call, name) for name in RecordedRequest.__slots__}
