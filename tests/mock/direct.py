"""The mock without a network: thousands of calls in a second."""

import http.client
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from taobaoke_mock import Mock
from taobaoke_mock.http import Reply, Request
from taobaoke_mock.rules import NOTHING_ORDERED, Rules
from taobaoke_mock.rules import Answer as Ordered

from mock.calls import APP_SECRET, FORM, Answer, multipart


class Direct:
    """A gateway to call, which answers samples."""

    def __init__(self, secret: str = APP_SECRET, **settings: Any) -> None:
        self.mock = Mock(app_secret=secret, **{"samples": True, **settings})

    def ask(self, fields: dict[str, str], files: dict[str, bytes] | None = None) -> Answer:
        """The answer to a signed call."""
        body, content_type = multipart(fields, files) if files else (urlencode(fields), FORM)
        data = body if isinstance(body, bytes) else body.encode()
        return answered(self.send(data, {"content-type": content_type}))

    def send(
        self,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        verb: str = "POST",
        path: str = "/router/rest",
        query: bytes = b"",
    ) -> Reply:
        """The reply to any request."""
        told = {"host": "localhost", "content-type": FORM, **(headers or {})}
        return self.mock.answer(Request(verb, path, query, told, body))


def answered(reply: Reply) -> Answer:
    """A reply as it comes over a connection."""
    headers = http.client.HTTPMessage()
    for name, value in reply.headers:
        headers[name] = value
    return Answer(reply.status, headers, reply.body)


def take(rules: Rules, method: str, parameters: Mapping[str, str]) -> Ordered | None:
    """What a call gets that nothing else refuses; None: nothing was ordered."""
    answer = rules.find(method, parameters)
    rules.use(answer)
    return None if answer is NOTHING_ORDERED else answer
