"""The same call, as each client makes it.

Libraries are imported when a contender is asked for, so that a process pays for its own alone.
What is written by hand signs its calls, as every caller of the gateway must.
"""

# The bench has an environment of its own, the type checker does not see it.
# mypy: disable-error-code="import-not-found,import-untyped"

import hashlib
import json
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode, urlsplit

METHOD = "taobao.tbk.dg.material.optional.upgrade"
ARGUMENTS: dict[str, Any] = {"adzone_id": "12345678", "q": "女装", "page_size": 15}
APP_KEY, SECRET = "12345678", "helloworld"
HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded;charset=utf-8",
    "Accept-Encoding": "gzip",
}
BEIJING_AHEAD = 8 * 3600
"""Seconds before UTC."""
IN_FLIGHT = 50
"""Calls at the same time, of the asynchronous ones."""

Call = Callable[[], Any]
AsyncCall = Callable[[], Coroutine[Any, Any, Any]]


def form() -> bytes:
    """A signed call, as the platform's documents tell."""
    parameters = {
        "method": METHOD,
        "app_key": APP_KEY,
        "timestamp": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + BEIJING_AHEAD)),
        "format": "json",
        "v": "2.0",
        "sign_method": "md5",
    }
    parameters |= {name: str(value) for name, value in ARGUMENTS.items()}
    text = "".join(name + parameters[name] for name in sorted(parameters))
    digest = hashlib.md5(f"{SECRET}{text}{SECRET}".encode(), usedforsecurity=False)
    return urlencode({**parameters, "sign": digest.hexdigest().upper()}).encode()


def taobaoke(url: str, **settings: Any) -> Call:
    from taobaoke import Client

    client = Client(APP_KEY, SECRET, gateway=url, **settings)
    return lambda: client.tbk_dg_material_optional_upgrade(**ARGUMENTS)


def taobaoke_orders(url: str) -> Call:
    from datetime import UTC, datetime, timedelta

    from taobaoke import Client

    client = Client(APP_KEY, SECRET, gateway=url)
    end = datetime.now(UTC)
    window = {"start_time": end - timedelta(hours=2), "end_time": end}
    return lambda: client.tbk_order_details_get(**window)


def urllib3(url: str) -> Call:
    import urllib3

    pool, target = urllib3.connection_from_url(url), urlsplit(url).path
    return lambda: json.loads(pool.request("POST", target, body=form(), headers=HEADERS).data)


def http_client(url: str) -> Call:
    import http.client

    address = urlsplit(url)
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    connection = kinds[address.scheme](address.netloc)

    def call() -> Any:
        connection.request("POST", address.path, form(), HEADERS)
        return json.loads(connection.getresponse().read())

    return call


def requests(url: str) -> Call:
    import requests

    session = requests.Session()
    return lambda: session.post(url, data=form(), headers=HEADERS).json()


def httpx(url: str) -> Call:
    import httpx

    client = httpx.Client()
    return lambda: client.post(url, content=form(), headers=HEADERS).json()


def taobaopy(url: str) -> Call:
    from taobaopy.taobao import TaoBaoAPIClient

    client = TaoBaoAPIClient(APP_KEY, SECRET, url.removesuffix(urlsplit(url).path))
    return lambda: client.tbk_dg_material_optional_upgrade(**ARGUMENTS)


def topsdk(url: str) -> Call:
    """It knows no TLS, and not this method: a class for it looks like those that it has."""
    import top
    from top.api.base import RestApi

    address = urlsplit(url)

    class TbkDgMaterialOptionalUpgradeRequest(RestApi):  # type: ignore[misc]
        def getapiname(self) -> str:
            return METHOD

    def call() -> Any:
        request = TbkDgMaterialOptionalUpgradeRequest(address.hostname, address.port)
        request.set_app_info(top.appinfo(APP_KEY, SECRET))
        for name, value in ARGUMENTS.items():
            setattr(request, name, value)
        return request.getResponse()

    return call


@asynccontextmanager
async def taobaoke_async(url: str) -> AsyncIterator[AsyncCall]:
    from taobaoke import AsyncClient

    async with AsyncClient(APP_KEY, SECRET, gateway=url, pool_size=IN_FLIGHT) as client:
        yield lambda: client.tbk_dg_material_optional_upgrade(**ARGUMENTS)


@asynccontextmanager
async def aiohttp(url: str) -> AsyncIterator[AsyncCall]:
    import aiohttp

    connector = aiohttp.TCPConnector(limit=IN_FLIGHT)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def call() -> Any:
            async with session.post(url, data=form(), headers=HEADERS) as reply:
                return json.loads(await reply.read())

        yield call
