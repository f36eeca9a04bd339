"""The surface for tests: what they order, and what they ask."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .clock import Clock, Setting
from .journal import CALLS, SECRET, Journal, RecordedRequest
from .knowledge import find_api
from .limits import Limits, Quota
from .locks import lock
from .matching import conditions
from .memory import Memory, Told
from .options import check_whole
from .ordering import PYTHON, Order, rule_from
from .rules import Rule, Rules
from .suggestions import ANY, check_known
from .tokens import Lifetimes, Sessions

if TYPE_CHECKING:
    from .state.items_control import Items
    from .state.lives import Life
    from .state.orders_control import Orders


class _Start(NamedTuple):
    """What a reset comes back to."""

    quota: Quota
    rules: tuple[Rule, ...] = ()
    clock: Setting | None = None
    orders: "Sequence[Life]" = ()


class Surface:
    """What tests order and ask. All of it is safe between threads.

    Every order is checked at once: ValueError tells what is wrong and what to do.
    """

    def __init__(
        self,
        sessions: Iterable[str],
        quota: Quota = Quota(),  # noqa: B008 – frozen
        lifetimes: Lifetimes = Lifetimes(),  # noqa: B008 – frozen
        journal: int = CALLS,
        state: Told = Told(),  # noqa: B008 – frozen
    ) -> None:
        sessions = sessions if isinstance(sessions, str) else frozenset(sessions)
        if isinstance(sessions, str) or not all(isinstance(each, str) for each in sessions):
            raise ValueError(f"sessions 应为文本的列表，不是 {sessions!a} (a list of texts)")
        self._lock = lock()
        self._rules = Rules()
        self._journal = Journal(journal)
        self._limits = Limits(quota)
        self._start = _Start(quota)
        self._planned: Sequence[Life] = ()
        self._sessions = Sessions(sessions, lifetimes)
        self.clock = Clock()
        self._memory = Memory(state, self.clock, self._lock)

    # The state

    @property
    def orders(self) -> "Orders":
        """订单簿：添加订单、付款、结算、退款……，并核对程序拉到的订单。

        The book of orders: what happens to them, and what a job has made of them.
        """
        from .state.orders_control import Orders  # the state takes a while to import

        with self._lock:
            return Orders(self._memory.open().ledger, self._lock)

    @property
    def items(self) -> "Items":
        """商品：目录里现成的，和测试自己添加的。"""
        from .state.items_control import Items

        with self._lock:
            return Items(self._memory.open(), self._lock)

    # Orders

    def reply(
        self,
        method: str,
        content: Mapping[str, Any],
        *,
        when: Mapping[str, Any] | None = None,
        times: int | None = None,
        new: bool = False,
    ) -> None:
        """以后（或接下来 times 次）调用 method 时回复 content，即响应根之内的内容。

        列表可以不带外层。`when` 限定参数：{"q": "女装", "page_no": [1, 2], "site.id": None}，
        点分路径进入嵌套的参数，列表表示其中任一个，None 表示没有传。content 里的
        {"$parameter": "q"} 代表调用的参数，{"$text": "…{q}…"} 代表含参数的文本。
        文档里没有的方法也可以；名字像是笔误时，或 when 里有文档没有的参数时，加 new=True 才算数。

        Lists may be bare. A method that no document has is fine; if it looks like a slip, or if a
        parameter is not documented, `new=True` says that it is meant.
        """
        self.order(
            {"method": method, "reply": content, "when": when or {}, "times": times, "new": new}
        )

    def fail(
        self,
        method: str,
        code: str | int,
        *,
        when: Mapping[str, Any] | None = None,
        times: int | None = None,
        sub_msg: str | None = None,
        new: bool = False,
    ) -> None:
        """以后（或接下来 times 次）调用 method 时出错；"*" 表示所有方法。

        文档里没有的方法或参数，加 new=True 才算数。

        `code` is one of: 7 | 15:isv.invalid-parameter | 2007 | isv.CODE | CODE | session-expired |
        ban-30 | ban-today | http-502 | timeout | timeout-3 | disconnect | delay-2 | delay-1-3 |
        dribble-5 | cut | cut-100 | bad-json | empty, or several joined: delay-2+7. CODE is one of
        the method's own, which the gateway sends with its prefix or without.
        """
        order: Order = {
            "method": method,
            "fail": code,
            "when": when or {},
            "times": times,
            "new": new,
        }
        if sub_msg is not None:
            order["sub_msg"] = sub_msg
        self.order(order)

    def script(
        self,
        method: str,
        answers: Iterable[Mapping[str, Any] | str],
        *,
        when: Mapping[str, Any] | None = None,
        times: int | None = 1,
        new: bool = False,
    ) -> None:
        """接下来的几次调用依次得到这些回复：内容同 `reply`，或故障的写法，同 `fail`。

        The answers in turn, `times` times over; None: for ever.
        """
        if isinstance(answers, str) or not isinstance(answers, Iterable):
            raise ValueError(f"应为回复的列表，不是 {answers!r} (a list of answers is expected)")
        in_turn = [{"fail": each} if isinstance(each, str) else {"reply": each} for each in answers]
        if not in_turn:
            raise ValueError("至少要有一个回复 (at least one answer)")
        order = {
            "method": method,
            "answers": in_turn,
            "when": when or {},
            "times": times,
            "new": new,
        }
        self.order(order)  # type: ignore[arg-type]

    def load(self, path: str | Path, *, keep_clock: bool = False) -> None:
        """读入 YAML 场景文件，代替此前的全部规则与限流；时钟与订单写了才动。

        `keep_clock=True` 时不动时钟，文件里没写时刻的订单按现在的时钟创建。

        ValueError lists all problems of the file; then nothing has changed.
        """
        try:
            text = Path(path).read_text("utf-8")
        except UnicodeDecodeError as error:
            told = f"{path}: 第 {error.start + 1} 字节不是 UTF-8 (no UTF-8)"
            raise ValueError(told) from error
        self.play(text, str(path), keep_clock=keep_clock)

    def play(self, scenario: str, name: str = "scenario", *, keep_clock: bool = False) -> None:
        """同 `load`，直接给出 YAML 或 JSON 文本。"""
        from .scenario import read  # YAML and JSON Schema take a while to import, and few need them

        def plan(fields: Mapping[str, Any], now: int | None, number: int) -> "Life":
            return self.orders.planned(fields, None if keep_clock else now, number)

        told = read(scenario, name, plan=plan)
        with self._lock:
            self._rules.clear()
            for rule in told.rules:
                self._rules.put(rule)
            self._limits.clear()
            self._limits.quota = told.quota
            if told.clock and not keep_clock:
                moment, speed = told.clock
                self.clock.set(moment)
                if speed:
                    self.clock.run(speed)
            self._have(told.orders)

    def limit(self, *, qps: int | None = None, per_day: int | None = None) -> None:
        """像平台一样限流：每个方法每秒 qps 次，所有方法每天 per_day 次；不给则不限。"""
        with self._lock:
            self._limits.clear()
            self._limits.quota = Quota(qps, per_day)

    def reset(self) -> None:
        """回到刚启动的样子：忘掉此后的规则、封禁、session、记录和状态；存在文件里的状态除外。"""
        with self._lock:
            for each in (self._rules, self._journal, self._limits, self._sessions):
                each.clear()
            start = self._start
            self._limits.quota = start.quota
            for rule in start.rules:
                self._rules.put(rule)
            if not self._memory.is_kept:
                self.clock.restore(start.clock)
                self._memory.clear()
                self._have(start.orders)

    def close(self) -> None:
        """放开状态文件。"""
        with self._lock:
            self._memory.close()

    def keep(self) -> None:
        """把此刻的规则、限流、时钟与场景的订单当作启动时的：`reset` 回到这里。

        What is ordered now belongs to the start: `reset` comes back to it.
        """
        with self._lock:
            self._start = _Start(
                self._limits.quota, self._rules.ordered, self.clock.setting, self._planned
            )

    def _have(self, planned: "Sequence[Life]") -> None:
        """The orders of a scenario."""
        self._planned = planned
        if planned:
            self.orders.have(planned)

    def order(self, order: Order, new: str = PYTHON) -> None:
        """An order as data; `new` is how its writer says that a name is new."""
        with self._lock:
            self._rules.put(rule_from(order, self._rules.methods, new))

    # Questions

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """收到的调用，最早的在前，只留最近的；session 已隐去。"""
        with self._lock:
            return self._journal.requests

    def verify(
        self, method: str, *, times: int | None = None, parameters: Mapping[str, Any] | None = None
    ) -> None:
        """断言 method 被调用过（恰好 times 次），参数如 parameters，写法同 `reply` 的 when。

        AssertionError tells what came instead, and how the nearest call differs.
        """
        __tracebackhide__ = True  # pytest shows the test's line instead
        if not isinstance(method, str):
            raise ValueError(f"方法名应为文本：{method!r} (a method's name is text)")
        if times is not None:
            check_whole("times", times, 0)
        wanted = conditions(parameters, find_api(method))
        for name in SECRET & wanted.keys():
            if any(value not in (None, "") for value in wanted[name]):
                raise ValueError(f"记录里的 {name} 已隐去，不能比较 (the {name} is masked)")
        with self._lock:
            if method != ANY:
                check_known(method, {*self._rules.methods, *self._journal.counts})
            self._journal.verify(method, times, wanted)
