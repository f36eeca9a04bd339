"""Exchange an authorisation code for an access token: `taobao.top.auth.token.create`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Json, Response, wire


class TopAuthTokenCreateResponse(Response):
    """用授权码换取访问令牌：返回内容"""

    token_result: Json = wire(json=True)
    """令牌信息，JSON 文本"""


METHOD = Method(
    "taobao.top.auth.token.create",
    TopAuthTokenCreateResponse,
    Object({"code": Text(), "uuid": Text()}, required=("code",)),
    page="https://open.taobao.com/api.htm?docId=25388&docType=2",
)
