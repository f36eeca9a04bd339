"""Methods that no spec has, served like the others."""

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest
import real
from taobaoke_mock import gateway
from taobaoke_mock.methods import Method

from generator.output.json_text import json_text
from generator.spec.ir import Api, Member, Members
from generator.targets.mock_server import data

METHOD = "taobao.tbk.shop.get"

Serve = Callable[..., Api]


def made_up(*parameters: Member, **more: Any) -> Api:
    """A method with these parameters, which replies nothing unless fields are given."""
    bare: dict[str, Any] = {
        "constraints": (),
        "fields": Members(),
        "pagination": None,
        "window": None,
        "reply_outcome": None,
        "sample": None,
    }
    return dataclasses.replace(real.api(METHOD), parameters=Members(parameters), **{**bare, **more})


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Makes the mock know a method by the file that would be written of it."""

    def serve_one(*parameters: Member, **more: Any) -> Api:
        api = made_up(*parameters, **more)
        known = json.loads(json_text(data.method(api, real.spec().platform)))
        method = Method(known)
        monkeypatch.setattr(gateway, "find_method", lambda name: method)
        return api

    return serve_one
