"""Signatures: published vectors, and what users may see of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taobaoke import Client
from taobaoke._runtime.signing import base_string, sign

from generator.spec.ir import Spec

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def test_published_vectors(spec: Spec) -> None:
    vectors = [(way.name, vector) for way in spec.platform.signing for vector in way.vectors]
    assert {name for name, _ in vectors} == {"md5", "hmac", "hmac-sha256"}
    for name, vector in vectors:
        assert sign(vector.parameters.reveal(), vector.secret, name) == vector.sign, vector.name


@given(st.dictionaries(TEXTS, TEXTS))
def test_the_base_string_sorts_names_as_utf8_bytes(parameters: dict[str, str]) -> None:
    names = sorted(parameters, key=lambda name: name.encode())
    assert base_string(parameters) == "".join(name + parameters[name] for name in names)


@given(st.dictionaries(TEXTS, TEXTS, min_size=1), st.sampled_from(["md5", "hmac", "hmac-sha256"]))
def test_the_order_of_parameters_does_not_matter(parameters: dict[str, str], method: str) -> None:
    backwards = dict(reversed(parameters.items()))
    assert sign(parameters, b"secret", method) == sign(backwards, b"secret", method)


@pytest.mark.parametrize("sign_method", ["md5", "hmac", "hmac-sha256"])
def test_the_explanation_shows_the_base_string_and_hides_the_secrets(sign_method: str) -> None:
    client = Client("12345678", "helloworld", sign_method=sign_method, clock=lambda: 1451620800)
    shown = client.explain_signature("taobao.item.seller.get", {"num_iid": 1}, session="s3ss10n")
    assert "app_key12345678" in shown
    assert "timestamp2016-01-01 12:00:00" in shown
    assert "num_iid1" in shown
    assert "helloworld" not in shown
    assert "s3ss10n" not in shown


def test_the_explained_signature_is_the_one_that_is_sent(spec: Spec) -> None:
    vector = spec.platform.signing[0].vectors[0]
    sent = vector.parameters.reveal()
    assert isinstance(sent, dict)
    client = Client(
        sent["app_key"],
        vector.secret.decode(),
        sign_method="md5",
        session=sent["session"],
        clock=lambda: 1451620800,
    )
    arguments = {name: sent[name] for name in ("fields", "num_iid")}
    assert vector.sign in client.explain_signature(sent["method"], arguments)
