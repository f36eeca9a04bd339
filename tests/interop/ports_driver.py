"""Makes calls with a port of the platform's own SDK: reads them as JSON, writes what it shows.

`ports_driver.py top` drives topsdk, `ports_driver.py taobao_open` py-taobao-open: they come from
one generator and differ in the name of the package. A method is a class, a parameter an attribute.
"""

import importlib
import json
import sys
from typing import Any
from urllib.parse import urlsplit

sdk = importlib.import_module(sys.argv[1])
api = importlib.import_module(f"{sys.argv[1]}.api")
TopException = importlib.import_module(f"{sys.argv[1]}.api.base").TopException


def shown(call: dict[str, Any], url: str) -> dict[str, Any]:
    words = call["method"].split(".")[1:]
    address = urlsplit(url)
    request = getattr(api, "".join(map(str.capitalize, words)) + "Request")(
        address.hostname, address.port
    )
    request.set_app_info(sdk.appinfo(call["app_key"], call["secret"]))
    for name, value in call["parameters"].items():
        setattr(request, name, value)
    try:
        reply = request.getResponse(call["session"])
    except TopException as error:
        return {"code": error.errorcode, "sub_code": error.subcode, "text": str(error)}
    (content,) = reply.values()
    return {"content": content}


order = json.load(sys.stdin)
json.dump([shown(call, order["url"]) for call in order["calls"]], sys.stdout)
