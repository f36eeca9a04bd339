"""Names that the client uses itself are written down: all of them, and for every Python."""

import keyword

from taobaoke import Client
from taobaoke._runtime.base import BaseAsyncClient, BaseClient
from taobaoke._runtime.models import PagedResponse, SplitResponse

from generator.targets.client.namespaces import CLIENT_MEMBERS, MODEL_MEMBERS
from generator.targets.namespaces import KEYWORDS


def test_every_keyword_of_this_python_is_known() -> None:
    assert set(keyword.kwlist) <= KEYWORDS
    assert not KEYWORDS.intersection(keyword.softkwlist)


def _public(*classes: type) -> set[str]:
    """Every public name of the classes: methods, slots and annotated attributes."""
    bodies = [vars(base) for one in classes for base in one.__mro__]
    names = {name for body in bodies for name in (*body, *body.get("__annotations__", ()))}
    return {name for name in names if not name.startswith("_")}


def test_names_of_the_client_and_its_models_are_written_down() -> None:
    with Client("12345678", "helloworld") as client:
        attributes = {name for name in vars(client) if not name.startswith("_")}
    assert _public(BaseClient, BaseAsyncClient) | attributes <= CLIENT_MEMBERS
    assert _public(PagedResponse, SplitResponse) <= MODEL_MEMBERS
