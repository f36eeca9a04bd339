"""When to call again."""

import random
from dataclasses import dataclass

from .._product import RootError
from .errors import GatewayError, RateLimited, TransportError


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how long to wait before a call is repeated.

    重试策略。写操作（规范标为非幂等）只在请求一定没有到达业务系统时重试：
    连接未建立、限流并写明秒数，或时钟不准；其余情形只重试幂等调用。
    """

    attempts: int = 3
    """最多发送几次，1 表示不重试。"""
    first_pause: float = 0.3
    """第一次重试前的秒数，以后逐次加倍。"""
    longest_pause: float = 3.0
    """加倍的上限，秒。"""
    longest_ban: float = 5.0
    """平台要求等待的秒数不超过它才等待并重试。"""

    def pause(self, error: RootError, *, attempt: int, idempotent: bool) -> float | None:
        """Seconds to wait after the failure of an attempt (from 1); None: do not repeat."""
        if attempt >= self.attempts:
            return None
        match error:
            case TransportError():
                repeat = error.passing and (idempotent or not error.sent)
            case RateLimited(retry="ban"):
                wait = error.retry_after
                return None if wait is None or wait > self.longest_ban else float(wait)
            case GatewayError(retry="later"):
                repeat = idempotent
            case _:
                repeat = False
        return self._backoff(attempt) if repeat else None

    def _backoff(self, attempt: int) -> float:
        pause = min(self.longest_pause, self.first_pause * 2.0 ** (attempt - 1))
        return pause * random.uniform(0.5, 1)  # noqa: S311 - jitter is no secret
