"""The mock without a network: thousands of calls in a second."""

import http.client
from typing import Any
from urllib.parse import urlencode

from taobaoke_mock.checks import Settings
from taobaoke_mock.gateway import Gateway, GatewayRequest
from taobaoke_mock.recording import Recording
from werkzeug.test import EnvironBuilder

from mock.calls import APP_KEY, APP_SECRET, FORM, SESSION, Answer, multipart


class Direct:
    """A gateway to call."""

    def __init__(self, secret: str = APP_SECRET, **settings: Any) -> None:
        self.recording = Recording()
        sessions = frozenset([SESSION])
        self._gateway = Gateway(Settings(APP_KEY, secret, sessions, **settings), self.recording)

    def ask(self, fields: dict[str, str], files: dict[str, bytes] | None = None) -> Answer:
        """The answer to a signed call."""
        body, content_type = multipart(fields, files) if files else (urlencode(fields), FORM)
        data = body if isinstance(body, bytes) else body.encode()
        environ = EnvironBuilder(
            "/router/rest", method="POST", data=data, content_type=content_type
        ).get_environ()
        response = self._gateway.respond(GatewayRequest(environ))
        headers = http.client.HTTPMessage()
        for name, value in response.headers.items():
            headers[name] = value
        return Answer(response.status_code, headers, response.get_data())
