"""Makes calls with taobaopyx: reads them as JSON, writes what it shows."""

import asyncio
import json
import sys
from contextlib import redirect_stdout
from io import BytesIO
from typing import Any

import httpx
from taobaopyx.taobao import AsyncTaobaoAPIClient, TaobaoAPIError


async def shown(call: dict[str, Any], url: str, http: httpx.AsyncClient) -> dict[str, Any]:
    address = url.removesuffix("/router/rest")
    client = AsyncTaobaoAPIClient(call["app_key"], call["secret"], address, http)
    files = {name: BytesIO(bytes.fromhex(digits)) for name, digits in call["files"].items()}
    try:
        ask = getattr(client, call["method"])
        reply = await ask(**call["parameters"], **files, session=call["session"])
    except TaobaoAPIError as error:
        return {"code": error.code, "sub_code": error.sub_code, "text": str(error)}
    (content,) = reply.values()
    return {"content": content}


async def all_shown(order: dict[str, Any]) -> list[dict[str, Any]]:
    async with httpx.AsyncClient() as http:
        return [await shown(call, order["url"], http) for call in order["calls"]]


with redirect_stdout(sys.stderr):  # it prints a word at every upload
    answers = asyncio.run(all_shown(json.load(sys.stdin)))
json.dump(answers, sys.stdout)
