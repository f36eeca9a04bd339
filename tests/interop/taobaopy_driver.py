"""Makes calls with taobaopy: reads them as JSON, writes what it shows."""

import json
import sys
from io import BytesIO
from typing import Any

from taobaopy.taobao import TaoBaoAPIClient, TaoBaoAPIError


def shown(call: dict[str, Any], url: str) -> dict[str, Any]:
    client = TaoBaoAPIClient(call["app_key"], call["secret"], url.removesuffix("/router/rest"))
    if call["session"]:
        client.set_access_token(call["session"])
    name = call["method"].removeprefix("taobao.").replace(".", "_")
    files = {name: BytesIO(bytes.fromhex(digits)) for name, digits in call["files"].items()}
    try:
        reply = getattr(client, name)(**call["parameters"], **files)
    except TaoBaoAPIError as error:
        return {"code": error.code, "sub_code": error.sub_code, "text": str(error)}
    (content,) = reply.values()
    return {"content": content}


order = json.load(sys.stdin)
json.dump([shown(call, order["url"]) for call in order["calls"]], sys.stdout)
