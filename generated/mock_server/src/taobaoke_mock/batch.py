"""Several calls in one request, as official clients send them to the batch address.

The public parameters stand in the query and are signed together with the body. The body is text: a
query string for each call, and in front of them, if it begins with a mark, one of what they share.
"""

from dataclasses import dataclass

from .errors import GatewayError, Hint
from .forms import BAD_PARAMETERS, pairs
from .http import Request

SEPARATOR_HEADER = "top-api-separator"
SEPARATOR = "\r\n-S-\r\n"
_SHARED = b"#PUBLIC#"
_NO_ARGUMENTS = b"N"
MOST_CALLS = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """The calls of a request."""

    separator: bytes
    """Stands between the replies as well."""
    calls: list[dict[str, str]]
    """The parameters of each, shared ones among them."""


def read(request: Request) -> Batch:
    """The calls in a body; GatewayError if there are none, or too many."""
    separator = (request.headers.get(SEPARATOR_HEADER) or SEPARATOR).encode("latin-1", "replace")
    texts = request.body.split(separator, MOST_CALLS + 1) if request.body else []
    shared: dict[str, str] = {}
    if texts and texts[0].startswith(_SHARED):
        shared = pairs(texts.pop(0).removeprefix(_SHARED))
    if not texts:
        raise GatewayError(BAD_PARAMETERS, hint=Hint("一批里没有调用", "the batch has no calls"))
    if len(texts) > MOST_CALLS:
        raise GatewayError(
            BAD_PARAMETERS,
            hint=Hint(f"一批最多 {MOST_CALLS} 个调用", f"at most {MOST_CALLS} calls in a batch"),
        )
    return Batch(
        separator, [{**shared, **({} if text == _NO_ARGUMENTS else pairs(text))} for text in texts]
    )
