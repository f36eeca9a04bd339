"""Every documented sample, read by the client and written again, is what the document shows.

Methods without a published sample are covered with the one that their spec gives.
"""

from importlib import import_module
from typing import Any

import pytest
from real import SAMPLES
from taobaoke import BusinessError, Model
from taobaoke._runtime.kinds import Unless
from taobaoke._runtime.paging import argument_at
from taobaoke._runtime.replies import decode_json

from generator.output.json_text import json_text
from generator.spec.ir import Api, ObjectType, Spec
from generator.spec.text import Json
from wire.forms import from_xml, simplified, to_xml


def method(api: Api) -> Any:
    return import_module(f"taobaoke.methods.{api.python_name}").METHOD


def typed(spec: Spec) -> list[tuple[Api, dict[str, Json]]]:
    samples = [(api, SAMPLES.response(api)) for api in spec.typed if api.fields]
    assert samples
    return samples


def plain(value: Json) -> Json:
    """A sample without members that stand for nothing; other forms do not show them."""
    if isinstance(value, dict):
        inner = {name: plain(item) for name, item in value.items()}
        return {name: item for name, item in inner.items() if item not in (None, {}, [], "")}
    if isinstance(value, list):
        return [plain(item) for item in value if item != ""]
    return value


def test_json_with_wrapped_lists(spec: Spec) -> None:
    for api, sample in typed(spec):
        raw = decode_json(json_text(sample).encode())
        assert method(api).response.from_raw(raw).to_wire() == sample, api.method


def test_simplified_json_with_bare_lists(spec: Spec) -> None:
    for api, sample in typed(spec):
        bare = simplified(sample, api.fields)
        raw = decode_json(json_text(bare).encode())
        assert plain(method(api).response.from_raw(raw).to_wire()) == plain(sample), api.method


def test_xml_with_nothing_but_text(spec: Spec) -> None:
    for api, sample in typed(spec):
        raw = from_xml(to_xml(api.root, sample))
        assert plain(method(api).response.from_raw(raw).to_wire()) == plain(sample), api.method


def test_only_samples_of_failures_are_taken_for_failures(spec: Spec) -> None:
    for api, sample in typed(spec):
        success = api.reply_outcome.success if api.reply_outcome else None
        fails = argument_at(sample, success) is False
        raw = decode_json(json_text(sample).encode())
        if fails:
            with pytest.raises(BusinessError):
                method(api).read(raw)
        else:
            assert method(api).read(raw).raw == sample, api.method


def test_every_value_of_a_sample_has_its_type(spec: Spec) -> None:
    """A value that cannot be converted would read as None and round-trip unseen."""
    for api, sample in typed(spec):
        response = method(api).response.from_raw(decode_json(json_text(sample).encode()))
        unread = list(unconverted(response, api.python_name))
        assert unread == [], api.method


def unconverted(model: Model, path: str) -> Any:
    for name, field in model._members().items():
        raw, value = model.raw.get(field.wire_name), getattr(model, name)
        means_none = isinstance(field.kind, Unless) and str(raw) in field.kind.placeholders
        if raw not in (None, "", {}, []) and value in (None, []) and not means_none:
            yield f"{path}.{name}", raw
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Model):
                yield from unconverted(item, f"{path}.{name}")


def test_every_field_of_every_spec_is_an_attribute(spec: Spec) -> None:
    for api, _ in typed(spec):
        response = method(api).response.from_raw({})
        names = {member.python_name for member in api.fields}
        assert names <= set(response._members()), api.method
        for member in api.fields:
            empty = getattr(response, member.python_name)
            is_list = not isinstance(member.type, ObjectType) and empty == []
            assert empty is None or is_list, (api.method, member.name)
