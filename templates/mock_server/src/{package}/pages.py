"""What the mock answers beside the gateway: pages for people."""

from ._product import TITLE, TITLE_EN
from .http import Reply, plain
from .knowledge import platform

PATH = "/router/rest"
BATCH = "/router/batch"
HEALTH = "/healthz"


def page(path: str, verb: str) -> Reply:
    """The page at a path that is none of the gateway's."""
    if path not in ("/", HEALTH) or verb not in ("GET", "HEAD"):
        return plain(f"网关地址是 {PATH} (the gateway is at {PATH})\n", 404)
    return plain("ok\n" if path == HEALTH else _index())


def _index() -> str:
    """All methods."""
    methods = platform()["methods"]
    head = (
        f"{TITLE}的模拟网关 · stub of the {TITLE_EN} gateway · {PATH}\n\n"
        f"{len(methods)} methods:\n"
    )
    return head + "".join(f"{method}  {title}\n" for method, title in methods.items())
