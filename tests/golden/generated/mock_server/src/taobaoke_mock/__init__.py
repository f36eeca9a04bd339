"""淘宝客的模拟网关：像真网关一样检查调用，并说明失败的原因。

A stub of the Taobao affiliate (TBK) gateway: it checks calls like the real one and says why they fail.
"""

from ._product import VERSION as __version__
from .journal import RecordedRequest
from .mock import Mock
from .server import MockServer

__all__ = ["Mock", "MockServer", "RecordedRequest", "__version__"]
