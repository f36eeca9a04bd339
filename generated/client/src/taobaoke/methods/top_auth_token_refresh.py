"""Exchange a refresh token for a new access token: `taobao.top.auth.token.refresh`."""

from __future__ import annotations

from .._runtime.kinds import Object, Text
from .._runtime.method import Method
from .._runtime.models import Json, Response, wire


class TopAuthTokenRefreshResponse(Response):
    """用刷新令牌换取新的访问令牌：返回内容"""

    token_result: Json = wire(json=True)
    """新的令牌信息，JSON 文本"""


METHOD = Method(
    "taobao.top.auth.token.refresh",
    TopAuthTokenRefreshResponse,
    Object({"refresh_token": Text()}, required=("refresh_token",)),
    page="https://open.taobao.com/api.htm?docId=25387&docType=2",
)
