"""Names that the client uses itself are written down: all of them, and for every Python."""

import ast
import keyword
from collections.abc import Iterator

from project import REPOSITORY
from taobaoke import Client
from taobaoke._runtime.clients import BaseAsyncClient, BaseClient
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


def _annotations(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns


def test_names_in_annotations_beside_methods_are_written_down() -> None:
    """A method `float` would hide the type from `timeout: float | None` in the same class."""
    modules = (REPOSITORY / "generated/client/src/taobaoke").glob("*topics/*.py")
    trees = [ast.parse(module.read_text("utf-8")) for module in modules]
    inner = [node for tree in trees for one in _annotations(tree) for node in ast.walk(one)]
    names = {node.id for node in inner if isinstance(node, ast.Name)}
    assert {"float", "str"} <= {name for name in names if name.islower()} <= CLIENT_MEMBERS
