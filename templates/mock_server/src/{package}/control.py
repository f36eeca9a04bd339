"""Orders of tests over HTTP."""

import json
from typing import Any, Protocol
from urllib.parse import parse_qs

from .http import Reply, Request, plain
from .journal import RecordedRequest

CONTROL = "/mock/"
USAGE = f"""\
GET {CONTROL}requests
PUT {CONTROL}replies/METHOD[?times=N]
PUT {CONTROL}faults/METHOD[?times=N&sub_msg=TEXT]
DELETE {CONTROL}all
"""


class Surface(Protocol):
    """What can be ordered."""

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The calls so far."""

    def reply(self, method: str, content: dict[str, Any], *, times: int | None = None) -> None:
        """Order a reply."""

    def order_fault(
        self, method: str, code: str, *, times: int | None = None, sub_msg: str | None = None
    ) -> None:
        """Order a fault."""

    def reset(self) -> None:
        """Forget everything."""


def control(request: Request, mock: Surface) -> Reply:
    """Carry out an order."""
    kind, _, method = request.path.removeprefix(CONTROL).partition("/")
    arguments = {
        name: values[-1] for name, values in parse_qs(request.query.decode("latin-1")).items()
    }
    try:
        times = int(arguments["times"]) if "times" in arguments else None
        match request.verb, kind, method:
            case "GET", "requests", "":
                calls = [_as_json(call) for call in mock.requests]
                text = json.dumps(calls, ensure_ascii=False).encode("utf-8", "replace")
                return Reply(200, (("Content-Type", "application/json"),), text)
            case "DELETE", "all", "":
                mock.reset()
            case "PUT", "replies", str(name) if name:
                mock.reply(name, _object(request.body), times=times)
            case "PUT", "faults", str(name) if name:
                text_ = request.body.decode("utf-8", "replace").strip()
                mock.order_fault(name, text_, times=times, sub_msg=arguments.get("sub_msg"))
            case _:
                return plain(USAGE, 404)
    except (ValueError, RecursionError) as error:
        return plain(f"{error}\n", 400)
    return plain("ok\n")


def _object(data: bytes) -> dict[str, Any]:
    content = json.loads(data)
    if not isinstance(content, dict):
        raise ValueError("回复应为 JSON 对象 (the reply must be a JSON object)")
    return content


def _as_json(call: RecordedRequest) -> dict[str, Any]:
    return {name: getattr(call, name) for name in RecordedRequest.__slots__}
